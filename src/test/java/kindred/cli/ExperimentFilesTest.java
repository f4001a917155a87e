package kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kindred.data.PackedImages;
import kindred.experiment.Study;
import kindred.run.StudyPlan;
import kindred.run.StudyRun;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The studies that come with the program. */
class ExperimentFilesTest {
  private static final Path FILES = Path.of("assets", "experiments");

  @TempDir Path folder;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRunOfAFileIsListed(Path file) {
    StudyPlan plan = plan(file);
    List<String> lines = StudyListing.lines(plan);
    assertThat(lines).hasSize(plan.runs().size() + 2);
    assertThat(lines.get(lines.size() - 1)).contains(plan.runs().size() + " to do");
    for (StudyRun run : plan.runs()) {
      assertThat(lines).anyMatch(line -> line.contains(run.stageName()));
    }
  }

  @Test
  void authorsComparisonHasItsWaysMetricsAndControls() {
    for (String file : List.of("authors-20-minutes.json", "authors-cifar10.json")) {
      Study study = Study.read(FILES.resolve(file));
      assertThat(study.trials()).hasSize(3 * (1 + 4 + 2 * 3 * 2));
      assertThat(study.trials())
          .extracting(trial -> trial.variation())
          .contains(
              "baseline",
              "probabilistic, ae, euclidean",
              "probabilistic, vae, cosine",
              "weighted, ad, euclidean",
              "weighted, ad, cosine",
              "probabilistic, random",
              "probabilistic, oracle",
              "weighted, random",
              "weighted, oracle");
    }
  }

  @Test
  void spacesAndNeighborsAreSharedByTheWays() {
    StudyPlan plan = plan(FILES.resolve("authors-20-minutes.json"));
    int seeds = plan.study().seeds().size();
    int spaces = plan.study().grid().get("latent space").size();
    assertThat(plan.runs())
        .filteredOn(run -> run.stageName().equals("space"))
        .hasSize(seeds * spaces);
    assertThat(plan.runs())
        .filteredOn(run -> run.stageName().equals("neighbors"))
        .hasSize(seeds * spaces * 2);
    assertThat(plan.runs())
        .filteredOn(run -> run.stageName().equals("byol"))
        .hasSize(seeds * (1 + 4 + 2 * spaces * 2));
  }

  private StudyPlan plan(Path file) {
    Workspace workspace = TinyWorkspace.open(folder);
    Study study = Study.read(file);
    study.stages().values().stream()
        .map(stage -> stage.path("data").asText())
        .filter(data -> !data.isEmpty())
        .distinct()
        .forEach(data -> PackedImages.varied(workspace.datasets().resolve(data), 40, 1, 8, 8));
    return new StudyPlan(study, workspace);
  }
}
