package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceFileTest extends ImportCase {
  @Test
  void theFileIsFoundInAFolderThatHoldsEverythingAndInAZipAndMissedWhenGone() throws Exception {
    byte[] png = SampleFiles.grayPng(20, 20);
    write("all/cats/1.png", png);
    write("all/dogs/2.png", png);
    run("folder");
    ImageSet set = new Datasets(datasets).open("folder");
    String name = SourceList.of(set).source(0).orElseThrow();
    assertThat(SourceFile.of(set, name).orElseThrow().bytes()).isEqualTo(png);
    Files.delete(images.resolve("all").resolve(name));
    assertThat(SourceFile.of(set, name)).isEmpty();

    SampleFiles.zip(temp.resolve("pets.zip"), Map.of("pets/cats/1.png", png));
    ImportRequest zipped =
        new ImportRequest(temp.resolve("pets.zip"), "zipped", 16, Optional.empty());
    Importer.run(zipped, datasets, progress -> {}, () -> false);
    ImageSet other = new Datasets(datasets).open("zipped");
    String entry = SourceList.of(other).source(0).orElseThrow();
    assertThat(SourceFile.of(other, entry).orElseThrow().bytes()).isEqualTo(png);
  }

  private Optional<Square> sharper(String name, int image) throws Exception {
    ImageSet set = new Datasets(datasets).open(name);
    String file = SourceList.of(set).source(image).orElseThrow();
    return SourceFile.of(set, file).orElseThrow().sharper(set, image, 64);
  }

  @Test
  void theSectionThatWasPackedIsHadAsSharpAsTheFileHasItUpToALimit() throws Exception {
    write("a/40x30.png", SampleFiles.grayPng(40, 30));
    write("a/90x80.png", SampleFiles.grayPng(90, 80));
    write("b/16x16.png", SampleFiles.grayPng(16, 16));
    run("several");
    Square whole = sharper("several", 0).orElseThrow();
    assertThat(whole.pixels()).as("the middle of the file, untouched").hasSize(30 * 30);
    Square direct;
    try (ImageDecoder decoder = new ImageDecoder()) {
      direct = decoder.decode("40x30.png", SampleFiles.grayPng(40, 30), new SquareFit(30));
    }
    assertThat(whole.pixels()).isEqualTo(direct.pixels());
    assertThat(sharper("several", 1).orElseThrow().pixels()).hasSize(64 * 64);
    assertThat(sharper("several", 2)).as("the file has no more").isEmpty();
  }

  @Test
  void anotherImageUnderTheOldNameIsNotTakenForTheOneThatWasPacked() throws Exception {
    write("a/1.png", SampleFiles.grayPng(40, 40));
    run("changed");
    assertThat(sharper("changed", 0)).isPresent();
    write(
        "a/1.png",
        SampleFiles.encoded(SampleFiles.image(40, 40, BufferedImage.TYPE_INT_RGB), "png"));
    assertThat(sharper("changed", 0)).isEmpty();
  }
}
