package kindred.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;

class ImportFailureTest extends ImportCase {
  @Test
  void onlyBrokenImagesIsAnErrorThatSaysWhy() throws Exception {
    write("1.jpg", new byte[0]);
    write("2.jpg", new byte[0]);
    write("3.txt", "text".getBytes(UTF_8));
    assertRefused("broken")
        .hasMessage(
            "none of the 3 images of %s can be used: 2 × empty file, 1 × not an image in a known format"
                .formatted(images));
    assertThat(left()).isEmpty();
  }

  @Test
  void cancelledImportLeavesNothing() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    assertThatThrownBy(() -> Importer.run(request("c"), datasets, p -> {}, () -> true))
        .isInstanceOf(CancellationException.class);
    assertThat(left()).isEmpty();
  }

  @Test
  void interruptedImportLeavesNothingAndStaysInterrupted() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run("c")).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(left()).isEmpty();
  }

  @Test
  void sourceThatTurnsOutDamagedLeavesNothing() throws Exception {
    images = SampleFiles.idx(temp.resolve("x-idx3"), new byte[1000], 500, 8, 8);
    assertRefused("d").hasMessageContaining("x-idx3 is truncated");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatADeadImportLeftIsRemovedAndALivingOnesIsNot() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    Process dead = new ProcessBuilder("java", "-version").redirectErrorStream(true).start();
    dead.getInputStream().readAllBytes();
    dead.waitFor();
    String living = ".importing-" + ProcessHandle.current().pid() + "-x";
    Path stale = datasets.resolve(".importing-" + dead.pid() + "-x");
    SampleFiles.write(stale.resolve("pixels.bin"), new byte[9]);
    Files.createDirectories(datasets.resolve(living));
    run("new");
    assertThat(left()).containsExactly(living, "new");
  }

  @Test
  void dataSetThatExistsIsNotOverwritten() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    String fingerprint = run("pets").info().fingerprint();
    write("1.png", SampleFiles.grayPng(17, 17));
    assertRefused("pets").hasMessage("there is already a data set 'pets'; choose another --name");
    assertThat(ImageSet.open(datasets.resolve("pets")).info().fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void dataSetThatAppearsMeanwhileIsNotOverwritten() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    Consumer<ImportProgress> rival = progress -> create(datasets.resolve("pets/x"));
    assertThatThrownBy(() -> Importer.run(request("pets"), datasets, rival, () -> false))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("already a data set");
    assertThat(left()).containsExactly("pets");
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void workspaceThatCannotBeWrittenToIsNamed() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    datasets = Files.writeString(temp.resolve("file"), "in the way").resolve("datasets");
    assertRefused("x").hasMessageContaining("data set 'x' cannot be written to " + datasets);
  }

  @Test
  void workspaceThatIsLostMeanwhileIsNamed() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    Consumer<ImportProgress> loss = progress -> remove(datasets);
    assertThatThrownBy(() -> Importer.run(request("x"), datasets, loss, () -> false))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("data set 'x' cannot be written to " + datasets);
  }

  private static void remove(Path folder) {
    try {
      Staging.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void missingPathAndEmptyFolderAreRefusedBeforeAnythingIsMade() throws Exception {
    assertRefused("x").hasMessageStartingWith(images + " does not exist");
    Files.createDirectories(images);
    assertRefused("x").hasMessageStartingWith(images + " is empty");
    assertThat(datasets).doesNotExist();
  }

  @Test
  void nameThatIsNoFolderNameIsRefused() {
    for (String name : List.of("", ".hidden", "a/b", "..", "a b", "ü", "x".repeat(101))) {
      assertThatThrownBy(() -> request(name))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("'" + name + "' cannot name a data set");
    }
    assertThat(request("Cats_2.0-b").name()).isEqualTo("Cats_2.0-b");
  }

  @Test
  void sizeOutOfRangeIsRefused() {
    for (int size : new int[] {-1, 7, 1025}) {
      assertThatThrownBy(() -> new ImportRequest(images, "x", size, Optional.empty()))
          .isInstanceOf(BadInput.class)
          .hasMessage("size " + size + " is not possible; it must be from 8 to 1024 pixels");
    }
  }
}
