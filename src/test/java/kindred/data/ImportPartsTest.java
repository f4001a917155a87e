package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.data.ImportParts.Part;
import org.junit.jupiter.api.Test;

class ImportPartsTest extends ImportCase {
  private final byte[] text = "not an image".getBytes(StandardCharsets.UTF_8);

  @Test
  void looseFilesAndFlatFoldersAreOneDataSetWithItsLabels() throws IOException {
    write("cats/1.png", SampleFiles.grayPng(9, 9));
    write("dogs/1.png", SampleFiles.grayPng(9, 9));
    write("3.png", SampleFiles.grayPng(9, 9));
    write("labels.csv", text);
    List<Path> dropped =
        List.of(
            images.resolve("cats"),
            images.resolve("dogs"),
            images.resolve("3.png"),
            images.resolve("labels.csv"));

    List<Part> parts = ImportParts.of(dropped, List.of("images"));

    assertThat(parts)
        .containsExactly(
            new Part(dropped.subList(0, 3), "images-2", Optional.of(images.resolve("labels.csv"))));
  }

  @Test
  void archivesAndFoldersOfFoldersAreADataSetEach() throws IOException {
    write("train/cats/1.png", SampleFiles.grayPng(9, 9));
    write("test/cats/1.png", SampleFiles.grayPng(9, 9));
    Path zip =
        SampleFiles.zip(temp.resolve("my pets!.zip"), Map.of("1.png", SampleFiles.grayPng(9, 9)));
    List<Path> dropped = List.of(images.resolve("train"), images.resolve("test"), zip);

    assertThat(ImportParts.of(dropped, List.of()))
        .extracting(Part::name)
        .containsExactly("train", "test", "my-pets");
  }

  @Test
  void aNameWithoutAnyUsableLetterStillGivesOne() throws IOException {
    write("猫/1.png", SampleFiles.grayPng(9, 9));
    assertThat(ImportParts.of(List.of(images.resolve("猫")), List.of()))
        .extracting(Part::name)
        .containsExactly("images");
  }

  @Test
  void severalFoldersBecomeTheClassesOfOneDataSet() throws IOException {
    write("a/cats/1.png", SampleFiles.grayPng(9, 9));
    write("b/cats/1.png", SampleFiles.grayPng(9, 9));
    write("b/dogs/1.jpg", SampleFiles.colorJpeg(9, 9));
    write("loose.png", SampleFiles.grayPng(9, 9));
    write("notes.txt", text);
    List<Path> paths =
        List.of(
            images.resolve("a/cats"),
            images.resolve("b/cats"),
            images.resolve("b/dogs"),
            images.resolve("loose.png"),
            images.resolve("notes.txt"));

    ImportResult result =
        Importer.run(
            new ImportRequest(paths, "pets", 16, Optional.empty()), datasets, p -> {}, () -> false);

    assertThat(result.info().classes()).containsExactly("cats", "dogs");
    assertThat(result.imported()).isEqualTo(4);
    assertThat(result.skipped()).hasSize(1);
    ImageSet set = ImageSet.open(datasets.resolve("pets"));
    SourceList sources = SourceList.of(set);
    assertThat(sources.source(0)).contains("cats/1 (2).png");
    assertThat(set.label(0)).isEqualTo(0);
    assertThat(sources.source(3)).contains("loose.png");
    assertThat(set.label(3)).isEqualTo(ImageSet.UNLABELED);
    assertThat(sources.skipped())
        .extracting(SourceList.Skipped::source)
        .containsExactly("notes.txt");
  }
}
