package kindred.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kindred.experiment.Json;
import org.junit.jupiter.api.Test;

class ImporterTest extends ImportCase {
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
            "2 not an image in a known format",
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
            "{\"source\":\"dog/3.jpg\",\"skipped\":\"not an image in a known format\"}",
            "{\"source\":\"dog/4.jpg\",\"skipped\":\"not an image in a known format\"}",
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
  void foldersAreNoClassesIfLabelsAreLeftOut() throws Exception {
    write("train/2023-07 Crete/1.png", SampleFiles.grayPng(20, 20));
    write("train/2024-01/1.png", SampleFiles.grayPng(20, 30));
    write("test/2024-02/1.png", SampleFiles.grayPng(30, 20));
    ImportRequest request = unlabeled("holidays", Optional.empty());
    DatasetInfo info = Importer.run(request, datasets, p -> {}, () -> false).info();
    assertThat(info.classes()).isEmpty();
    assertThat(info.count()).isEqualTo(3);
    assertThat(info.test()).isEqualTo(1);
    ImageSet set = ImageSet.open(datasets.resolve("holidays"));
    assertThat(set.labeled()).isFalse();
    assertThat(Files.readString(datasets.resolve("holidays/sources.jsonl")))
        .contains("2023-07 Crete/1.png")
        .doesNotContain("label");
  }

  @Test
  void testImagesFromElsewhereNeedNotHaveTheSameFoldersWithoutLabels() throws Exception {
    write("crete/1.png", SampleFiles.grayPng(20, 20));
    write("oslo/1.png", SampleFiles.grayPng(20, 20));
    Path others = temp.resolve("others");
    SampleFiles.write(others.resolve("paris/1.png"), SampleFiles.grayPng(20, 20));
    SampleFiles.write(others.resolve("rome/1.png"), SampleFiles.grayPng(20, 20));
    ImportRequest request = unlabeled("places", Optional.of(others));
    DatasetInfo info = Importer.run(request, datasets, p -> {}, () -> false).info();
    assertThat(info.classes()).isEmpty();
    assertThat(info.test()).isEqualTo(2);
  }

  @Test
  void importWithoutLabelsDoesNotGoOnWithOneThatHasThem() throws Exception {
    write("1.png", SampleFiles.grayPng(20, 20)); // a flat folder, whose images have none anyway
    ImportRequest request = unlabeled("pets", Optional.empty());
    try (ImageSource with = ImageSources.open(request("pets"));
        ImageSource without = ImageSources.open(request)) {
      assertThat(ImportKey.of(request, without)).isNotEqualTo(ImportKey.of(request("pets"), with));
    }
  }

  private ImportRequest unlabeled(String name, Optional<Path> test) {
    return new ImportRequest(
        List.of(images),
        name,
        16,
        Optional.empty(),
        true,
        Optional.empty(),
        test,
        Background.WHITE);
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
