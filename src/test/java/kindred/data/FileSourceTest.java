package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  @TempDir Path folder;
  private Path zip;

  @BeforeEach
  void name() {
    zip = folder.resolve("images.zip");
  }

  private static Map<String, byte[]> entries(String... names) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name, SampleFiles.grayPng(16, 16));
    }
    return entries;
  }

  private static List<String> labeledNames(ImageSource source) throws IOException {
    return IdxSourceTest.items(source).stream()
        .map(
            item ->
                item.label() == ImageSet.UNLABELED
                    ? item.name()
                    : item.name() + "=" + source.classes().get(item.label()))
        .toList();
  }

  private List<String> ofZip(String... names) throws IOException {
    try (ImageSource source = ImageSources.open(SampleFiles.zip(zip, entries(names)))) {
      return labeledNames(source);
    }
  }

  @Test
  void firstFolderIsTheClassAndNamesAreSorted() throws Exception {
    for (String name : List.of("dog/b/2.png", "cat/9.png", "dog/a/1.png", "cat/10.png")) {
      SampleFiles.write(folder.resolve(name), SampleFiles.grayPng(16, 16));
    }
    Files.createDirectories(folder.resolve("empty"));
    try (ImageSource source = ImageSources.open(folder)) {
      assertThat(source.classes()).containsExactly("cat", "dog");
      assertThat(labeledNames(source))
          .containsExactly("cat/10.png=cat", "cat/9.png=cat", "dog/a/1.png=dog", "dog/b/2.png=dog");
    }
  }

  @Test
  void flatFolderHasNoClasses() throws Exception {
    SampleFiles.write(folder.resolve("2.png"), SampleFiles.grayPng(16, 16));
    SampleFiles.write(folder.resolve("1.png"), SampleFiles.grayPng(16, 16));
    try (ImageSource source = ImageSources.open(folder)) {
      assertThat(source.classes()).isEmpty();
      assertThat(labeledNames(source)).containsExactly("1.png", "2.png");
    }
  }

  @Test
  void folderThatHoldsEverythingIsDescendedIntoAndHiddenFilesAreNotImages() throws Exception {
    assertThat(
            ofZip(
                "pets/dog/1.png",
                "__MACOSX/pets/dog/._1.png",
                "pets/.DS_Store",
                "pets/cat/1.png",
                "pets/.cache/x.png"))
        .containsExactly("cat/1.png=cat", "dog/1.png=dog");
  }

  @Test
  void filesBesideClassFoldersHaveNoClass() throws Exception {
    assertThat(ofZip("readme.txt", "cat/1.png")).containsExactly("cat/1.png=cat", "readme.txt");
  }

  @Test
  void zipAndFolderOfTheSameFilesAreTheSame() throws Exception {
    Path unpacked = folder.resolve("unpacked");
    String[] names = {"top/b/1.png", "top/a/1.png", "top/a/2.png"};
    for (String name : names) {
      SampleFiles.write(unpacked.resolve(name), SampleFiles.grayPng(16, 16));
    }
    try (ImageSource source = ImageSources.open(unpacked)) {
      assertThat(labeledNames(source)).isEqualTo(ofZip(names));
    }
  }

  @Test
  void emptyFolderCalledLikeAnImageIsListedWithItsReason() throws Exception {
    SampleFiles.write(folder.resolve("cat/1.png"), SampleFiles.grayPng(16, 16));
    SampleFiles.write(folder.resolve("dog/full.png/2.png"), SampleFiles.grayPng(16, 16));
    Files.createDirectories(folder.resolve("cat/x.png"));
    Files.createDirectories(folder.resolve("cat/empty"));
    try (ImageSource source = ImageSources.open(folder)) {
      assertThat(labeledNames(source))
          .containsExactly("cat/1.png=cat", "cat/x.png=cat", "dog/full.png/2.png=dog");
    }
    Path file = folder.resolve("cat/x.png");
    assertThatThrownBy(() -> FolderFiles.read(file))
        .isInstanceOf(UnusableImage.class)
        .hasMessage("an empty folder, not an image");
  }

  @Test
  void linkThatLeadsBackIsNotFollowedForever() throws Exception {
    SampleFiles.write(folder.resolve("cat/1.png"), SampleFiles.grayPng(16, 16));
    Files.createSymbolicLink(folder.resolve("cat/again"), folder);
    try (ImageSource source = ImageSources.open(folder)) {
      assertThat(source.count()).isEqualTo(1);
    }
  }

  @Test
  void zipEntryThatLeadsOutIsRefused() throws Exception {
    for (String name : List.of("../evil.png", "a/../../evil.png", "/evil.png", "..\\evil.png")) {
      assertThatThrownBy(() -> ofZip("a/1.png", name))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("its entry '" + name + "' leads out of the archive");
    }
  }

  @Test
  void zipBombIsNotUnpackedAndTheOtherImagesAre() throws Exception {
    Map<String, byte[]> entries = entries("1.png");
    entries.put("bomb.png", new byte[20_000_000]);
    try (ImageSource source = ImageSources.open(SampleFiles.zip(zip, entries));
        ImageDecoder decoder = new ImageDecoder()) {
      List<ImageSource.Item> items = IdxSourceTest.items(source);
      SquareFit fit = new SquareFit(16);
      assertThat(items.get(0).content().load(decoder, fit).channels()).isEqualTo(1);
      assertThatThrownBy(() -> items.get(1).content().load(decoder, fit))
          .isInstanceOf(UnusableImage.class)
          .hasMessage("ZIP bomb: unpacks to more than 200 times its size");
    }
  }

  @Test
  void bombThatLiesAboutItsSizeIsNotUnpacked() throws Exception {
    Map<String, byte[]> entries = Map.of("bomb.png", new byte[20_000_000]);
    byte[] bytes = Files.readAllBytes(SampleFiles.zip(zip, entries));
    int directory = bytes.length - 22 - 46 - "bomb.png".length();
    assertThat(bytes[directory + 2]).as("central directory").isEqualTo((byte) 1);
    bytes[directory + 24] = 100; // declared size, little-endian: 100 bytes
    bytes[directory + 25] = 0;
    bytes[directory + 26] = 0;
    bytes[directory + 27] = 0;
    Files.write(zip, bytes);
    assertUnusable("ZIP bomb: unpacks to more than 200 times its size");
  }

  @Test
  void damagedZipEntryIsNotUsed() throws Exception {
    byte[] bytes = Files.readAllBytes(SampleFiles.zip(zip, entries("1.png")));
    bytes[100] ^= 0x55;
    Files.write(zip, bytes);
    assertUnusable("damaged or encrypted ZIP entry");
  }

  private void assertUnusable(String reason) throws IOException {
    try (ImageSource source = ImageSources.open(zip);
        ImageDecoder decoder = new ImageDecoder()) {
      ImageSource.Item item = IdxSourceTest.items(source).get(0);
      assertThatThrownBy(() -> item.content().load(decoder, new SquareFit(16)))
          .isInstanceOf(UnusableImage.class)
          .hasMessage(reason);
    }
  }

  @Test
  void zipOfTooManyEntriesIsRefused() throws Exception {
    SampleFiles.zip(zip, entries("1.png", "2.png", "3.png"));
    assertThatThrownBy(() -> ZipFiles.source(zip, 2))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("has 3 entries, more than the 2 that are allowed");
  }

  @Test
  void truncatedZipIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(SampleFiles.zip(zip, entries("1.png", "2.png")));
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> ImageSources.open(zip))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("is a damaged ZIP");
  }

  @Test
  void whatHoldsNoFilesIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("a/b"));
    assertThatThrownBy(() -> ImageSources.open(folder.resolve("a")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> ofZip()).isInstanceOf(BadInput.class).hasMessageContaining("is empty");
    assertThatThrownBy(() -> ImageSources.open(folder.resolve("nothing")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void singleImageIsNoCollection() throws Exception {
    Path image = SampleFiles.write(folder.resolve("1.png"), SampleFiles.grayPng(16, 16));
    assertThatThrownBy(() -> ImageSources.open(image))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("no kind of image collection that can be read; known are a folder");
  }
}
