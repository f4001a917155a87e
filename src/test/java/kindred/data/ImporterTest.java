package kindred.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  @TempDir Path temp;
  private Path images;
  private Path datasets;

  @BeforeEach
  void folders() {
    images = temp.resolve("images");
    datasets = temp.resolve("workspace/datasets");
  }

  private ImportRequest request(String name) {
    return new ImportRequest(images, name, 16, Optional.empty());
  }

  private ImportResult run(String name) {
    return Importer.run(request(name), datasets, progress -> {}, () -> false);
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String name) {
    return assertThatThrownBy(() -> run(name)).isInstanceOf(BadInput.class);
  }

  private void write(String name, byte[] bytes) throws IOException {
    SampleFiles.write(images.resolve(name), bytes);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> entries = Files.list(datasets)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] pixels(ImageSet set, int image) {
    byte[] pixels = new byte[set.info().imageBytes()];
    set.pixels(image, pixels, 0);
    return pixels;
  }

  @Test
  void brokenImagesAreSkippedAndListedAndTheOthersKept() throws Exception {
    byte[] jpeg = SampleFiles.colorJpeg(40, 30);
    write("cat/1.jpg", jpeg);
    write("cat/2.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    write("dog/1.jpg", new byte[0]);
    write("dog/2.png", jpeg);
    write("dog/3.jpg", "no image".getBytes(UTF_8));
    write("dog/4.jpg", "no image".getBytes(UTF_8));
    write("dog/5.jpg", jpeg);
    ImportResult result = run("pets");
    assertThat(result.imported()).isEqualTo(2);
    assertThat(new ArrayList<>(result.skipped().entrySet()))
        .extracting(entry -> entry.getValue() + " " + entry.getKey())
        .containsExactly(
            "2 not a JPEG or PNG image",
            "1 empty file",
            "1 truncated or damaged JPEG",
            "1 wrongly named: a JPEG image called .png");
    assertThat(Files.readAllLines(datasets.resolve("pets/sources.jsonl")))
        .containsExactly(
            "{\"image\":0,\"source\":\"cat/1.jpg\",\"label\":\"cat\"}",
            "{\"source\":\"cat/2.jpg\",\"skipped\":\"truncated or damaged JPEG\"}",
            "{\"source\":\"dog/1.jpg\",\"skipped\":\"empty file\"}",
            "{\"source\":\"dog/2.png\","
                + "\"skipped\":\"wrongly named: a JPEG image called .png\"}",
            "{\"source\":\"dog/3.jpg\",\"skipped\":\"not a JPEG or PNG image\"}",
            "{\"source\":\"dog/4.jpg\",\"skipped\":\"not a JPEG or PNG image\"}",
            "{\"image\":1,\"source\":\"dog/5.jpg\",\"label\":\"dog\"}");
    ImageSet set = ImageSet.open(datasets.resolve("pets"));
    assertThat(set.labels(new int[] {0, 1})).containsExactly(0, 1);
    assertThat(pixels(set, 0)).isEqualTo(pixels(set, 1));
    assertThat(left()).containsExactly("pets");
  }

  @Test
  void grayImagesStayOneChannel() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    write("2.png", SampleFiles.grayPng(16, 16));
    run("gray");
    ImageSet set = ImageSet.open(datasets.resolve("gray"));
    assertThat(set.info().channels()).isEqualTo(1);
    assertThat(set.labeled()).isFalse();
    assertThat(set.count()).isEqualTo(2);
  }

  @Test
  void oneColorImageMakesAllOfThreeChannels() throws Exception {
    byte[] gray = SampleFiles.grayPng(16, 16);
    write("1.png", gray);
    write("2.png", gray);
    write("3.jpg", SampleFiles.colorJpeg(16, 16));
    write("4.png", gray);
    run("mixed");
    ImageSet set = ImageSet.open(datasets.resolve("mixed"));
    assertThat(set.info().channels()).isEqualTo(3);
    byte[] first = pixels(set, 0);
    byte[] plane = Arrays.copyOf(first, 256);
    assertThat(Arrays.copyOfRange(first, 256, 512)).isEqualTo(plane);
    assertThat(Arrays.copyOfRange(first, 512, 768)).isEqualTo(plane);
    assertThat(pixels(set, 1)).isEqualTo(first);
    assertThat(pixels(set, 2)).isNotEqualTo(first);
    assertThat(pixels(set, 3)).isEqualTo(first);
    assertStatistics(set);
  }

  /** Against a slow and plain computation over the packed pixels. */
  private static void assertStatistics(ImageSet set) {
    int plane = set.info().imageBytes() / set.info().channels();
    for (int c = 0; c < set.info().channels(); c++) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < set.count(); i++) {
        for (byte value : Arrays.copyOfRange(pixels(set, i), c * plane, (c + 1) * plane)) {
          values.add((value & 0xff) / 255.0);
        }
      }
      double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
      double variance =
          values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
      assertThat(set.info().mean().get(c)).isCloseTo(mean, within(1e-12));
      assertThat(set.info().std().get(c)).isCloseTo(Math.sqrt(variance), within(1e-12));
    }
  }

  @Test
  void orderIsThatOfTheSourceThoughManyThreadsDecode() throws Exception {
    int count = 500;
    byte[] values = new byte[count * 64];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i / 64 % 256);
    }
    images = SampleFiles.idx(temp.resolve("x-images-idx3.gz"), values, count, 8, 8);
    run("many");
    ImageSet set = ImageSet.open(datasets.resolve("many"));
    assertThat(set.count()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(pixels(set, i)[8 * 16 + 8]).isEqualTo((byte) (i % 256));
    }
  }

  @Test
  void sameImagesAndLabelsHaveTheSameFingerprint() throws Exception {
    write("a/1.png", SampleFiles.grayPng(20, 20));
    write("b/1.png", SampleFiles.grayPng(20, 30));
    String once = run("one").info().fingerprint();
    assertThat(run("two").info().fingerprint()).isEqualTo(once).hasSize(64);
    Path csv = Files.writeString(temp.resolve("l.csv"), "a/1.png,z\nb/1.png,y");
    ImportRequest other = new ImportRequest(images, "three", 16, Optional.of(csv));
    assertThat(Importer.run(other, datasets, p -> {}, () -> false).info().fingerprint())
        .isNotEqualTo(once);
  }

  @Test
  void progressCountsUpToAllImages() throws Exception {
    write("1.png", SampleFiles.grayPng(16, 16));
    write("2.png", new byte[0]);
    List<ImportProgress> reports = new ArrayList<>();
    Importer.run(request("p"), datasets, reports::add, () -> false);
    ImportProgress last = reports.get(reports.size() - 1);
    assertThat(List.of(last.done(), last.total(), last.skipped())).containsExactly(2, 2, 1);
    assertThat(last.secondsLeft()).isZero();
    assertThat(last.imagesPerSecond()).isPositive();
  }

  @Test
  void onlyBrokenImagesIsAnErrorThatSaysWhy() throws Exception {
    write("1.jpg", new byte[0]);
    write("2.jpg", new byte[0]);
    write("3.txt", "text".getBytes(UTF_8));
    assertRefused("broken")
        .hasMessage(
            "none of the 3 images of %s can be used: 2 × empty file, 1 × not a JPEG or PNG image"
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

  @Test
  void infoSaysWhatIsInTheFolder() throws Exception {
    write("a/1.png", SampleFiles.grayPng(16, 16));
    write("b/1.png", SampleFiles.grayPng(16, 16));
    DatasetInfo info = run("x").info();
    Path json = datasets.resolve("x/dataset.json");
    assertThat(Json.read(Files.readString(json), DatasetInfo.class, "info")).isEqualTo(info);
    assertThat(info.source()).isEqualTo(images.toString());
    assertThat(info.classes()).containsExactly("a", "b");
  }
}
