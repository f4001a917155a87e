package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.Study;

/** A workspace whose one data set, {@code tiny}, is learned in no time. */
public final class TinyWorkspace {
  private TinyWorkspace() {}

  /** Opens it in an empty folder: 40 gray images of 8×8 pixels, dark ones and light ones. */
  public static Workspace open(Path folder) {
    Path datasets = folder.resolve("datasets");
    try {
      Files.createDirectories(datasets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pack(datasets);
    return Workspace.open(folder);
  }

  /** Writes the data set alone. */
  public static void pack(Path datasets) {
    PackedImages.write(
        datasets.resolve("tiny"), 40, 1, 8, 8, 2, (n, c, y, x) -> n % 2 * 120 + (n + y + x) % 100);
  }

  /** An auto-encoder of it, four steps an epoch. */
  public static Stage autoEncoder(int epochs) {
    String stage =
        """
        {"stage": "latent", "data": "tiny",
         "training": {"epochs": %d, "batch": 8, "latent": 4, "holdout": 0.2,
                      "threads": 1, "precision": "fp32"}}
        """;
    return Json.read(stage.formatted(epochs), Stage.class, "stage");
  }

  /** Carries a stage out in this process, to its good end. */
  public static RunFolder done(Workspace workspace, Stage stage) {
    RunFolder run = workspace.create(stage);
    RunState end = Worker.work(workspace, run, event -> {}, () -> false);
    assertThat(end.status()).as(end.message()).isEqualTo(RunState.Status.DONE);
    return run;
  }

  /**
   * A study of an auto-encoder on it, of two epochs.
   *
   * @param more fields of the study
   */
  public static String study(String name, String... more) {
    return """
    {"name": "%s",
     "stages": {
       "ae": %s,
       "evaluation": {"stage": "evaluate", "source": "ae", "k": 3, "probeEpochs": 2}},
     %s}
    """
        .formatted(name, Json.line(autoEncoder(2)), String.join(", ", more));
  }

  public static Study parsed(String study) {
    return Json.read(study, Study.class, "study");
  }
}
