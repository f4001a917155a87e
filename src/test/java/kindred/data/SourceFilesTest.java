package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;

class SourceFilesTest extends ImportCase {
  private ImageSet set(String name) {
    return new Datasets(datasets).open(name);
  }

  private Optional<byte[]> file(String name, int image) throws Exception {
    try (SourceFiles files = new SourceFiles(set(name))) {
      return files.file(image);
    }
  }

  private Optional<Square> sharper(String name, int image) throws Exception {
    try (SourceFiles files = new SourceFiles(set(name))) {
      return files.sharper(image, 64);
    }
  }

  private void importZip(String name, Map<String, byte[]> entries) throws Exception {
    Path zip = SampleFiles.zip(temp.resolve(name + ".zip"), entries);
    ImportRequest request = new ImportRequest(zip, name, 16, Optional.empty());
    Importer.run(request, datasets, progress -> {}, () -> false);
  }

  /** A thin white line on black. */
  private static byte[] line(boolean across, int type) throws IOException {
    BufferedImage image = new BufferedImage(40, 40, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.drawLine(across ? 0 : 20, across ? 20 : 0, across ? 39 : 20, across ? 20 : 39);
    graphics.dispose();
    return SampleFiles.encoded(image, "png");
  }

  @Test
  void theFileIsFoundInAFolderThatHoldsEverythingAndInAZipAndMissedWhenGone() throws Exception {
    byte[] png = SampleFiles.grayPng(20, 20);
    write("all/cats/1.png", png);
    write("all/dogs/2.png", png);
    run("folder");
    assertThat(file("folder", 0)).contains(png);
    Files.delete(images.resolve("all/cats/1.png"));
    assertThat(file("folder", 0)).isEmpty();

    importZip("zipped", Map.of("pets/cats/1.png", png));
    assertThat(file("zipped", 0)).contains(png);
    Files.delete(temp.resolve("zipped.zip"));
    assertThat(file("zipped", 0)).isEmpty();
  }

  @Test
  void ofEntriesWhoseNamesEndAlikeEachImageHasItsOwn() throws Exception {
    byte[] across = line(true, BufferedImage.TYPE_BYTE_GRAY);
    byte[] down = line(false, BufferedImage.TYPE_BYTE_GRAY);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("b/a/1.png", down);
    entries.put("a/1.png", across);
    entries.put("c\\2.png", down);
    importZip("alike", entries);
    assertThat(file("alike", 0)).as("a/1.png").contains(across);
    assertThat(file("alike", 1)).as("b/a/1.png").contains(down);
    assertThat(file("alike", 2)).as("c/2.png").contains(down);
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
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
      String name = "changed" + type;
      write("a/1.png", line(true, type));
      run(name);
      assertThat(sharper(name, 0)).isPresent();
      write("a/1.png", line(false, type));
      assertThat(sharper(name, 0)).as("another line").isEmpty();
      write("a/1.png", SampleFiles.encoded(SampleFiles.image(40, 40, type), "png"));
      assertThat(sharper(name, 0)).as("other pixels all over").isEmpty();
    }
  }

  @Test
  void aListThatWasCutShortIsAClearMessageAndNothingIsFoundOnceClosed() throws Exception {
    write("a/1.png", SampleFiles.grayPng(40, 40));
    run("cut");
    SourceFiles files = new SourceFiles(set("cut"));
    assertThat(files.file(0)).isPresent();
    Path list = datasets.resolve("cut").resolve(ImageSet.SOURCES);
    byte[] lines = Files.readAllBytes(list);
    Files.write(list, new byte[0]);
    assertThatThrownBy(() -> files.file(0))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("shorter than it was");
    Files.write(list, lines);
    assertThat(files.file(0)).isPresent();
    files.close();
    assertThat(files.file(0)).isEmpty();
  }
}
