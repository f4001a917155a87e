package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kindred.array.JavaProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports by a real process that is killed. */
class ImportKillTest {
  private static final int SIZE = 16;

  @TempDir Path folder;
  private Path pictures;
  private Path datasets;

  @BeforeEach
  void write() throws Exception {
    pictures = ClassPictures.write(folder.resolve("pictures"), 200, 48, 1);
    Files.writeString(pictures.resolve("0-broken.png"), "no image");
    datasets = folder.resolve("workspace/datasets");
  }

  private ImportResult run(Path into, List<ImportProgress> told) {
    return Importer.run(request(), into, told::add, () -> false);
  }

  private void kill() throws Exception {
    Process process =
        JavaProcess.of(
                List.of("-Dkindred.import.mark=20"),
                JavaProcess.PROGRAM,
                List.of(
                    "--workspace",
                    folder.resolve("workspace").toString(),
                    "import",
                    pictures.toString(),
                    "--name",
                    "killed",
                    "--size",
                    Integer.toString(SIZE)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    String key = key();
    while (left(key).filter(mark -> mark.done() > 20).isEmpty()) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("said.txt"))).isTrue();
      Thread.sleep(5);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private ImportRequest request() {
    return new ImportRequest(pictures, "killed", SIZE, Optional.empty());
  }

  private String key() throws IOException {
    try (ImageSource source = ImageSources.open(request())) {
      return ImportKey.of(request(), source).text();
    }
  }

  /** The mark of our import; the workspace's own images are imported before it. */
  private Optional<ImportMark> left(String key) throws IOException {
    return staged().stream()
        .flatMap(folder -> ImportMark.of(folder).stream())
        .filter(mark -> mark.key().equals(key))
        .findFirst();
  }

  private List<Path> staged() throws IOException {
    if (!Files.exists(datasets)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(datasets)) {
      return all.filter(path -> path.getFileName().toString().startsWith(".importing-")).toList();
    }
  }

  @Test
  void importGoesOnWhereItWasKilledAndEndsTheSame() throws Exception {
    kill();
    assertThat(datasets.resolve("killed")).doesNotExist();
    int marked = left(key()).orElseThrow().done();
    new Datasets(datasets); // as a window does that is opened meanwhile

    List<ImportProgress> anew = new ArrayList<>();
    ImportRequest other =
        new ImportRequest(pictures.resolve("dots"), "other", SIZE, Optional.empty());
    assertThat(Importer.run(other, datasets, anew::add, () -> false).imported()).isEqualTo(200);
    assertThat(left(key())).as("kept beside another import").isPresent();

    List<ImportProgress> told = new ArrayList<>();
    ImportResult result = run(datasets, told);
    ImportResult whole = run(folder.resolve("other"), new ArrayList<>());

    assertThat(told.get(0).done()).isGreaterThan(marked);
    assertThat(staged()).isEmpty();
    assertThat(result.imported()).isEqualTo(600).isEqualTo(whole.imported());
    assertThat(result.skipped()).isEqualTo(whole.skipped()).hasSize(1);
    assertThat(result.info().fingerprint()).isEqualTo(whole.info().fingerprint());
    assertThat(result.info().mean()).isEqualTo(whole.info().mean());
    assertThat(result.info().std()).isEqualTo(whole.info().std());
    for (String file : List.of(ImageSet.PIXELS, ImageSet.LABELS, ImageSet.SOURCES)) {
      assertThat(datasets.resolve("killed").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("other/killed").resolve(file));
    }
  }
}
