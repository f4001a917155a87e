package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {
  @TempDir Path temp;
  private Path images;
  private Path csv;

  @BeforeEach
  void images() throws IOException {
    images = temp.resolve("images");
    csv = temp.resolve("labels.csv");
    for (String name : List.of("a/1.png", "a/2.png", "b/3.png")) {
      SampleFiles.write(images.resolve(name), SampleFiles.grayPng(16, 16));
    }
  }

  private Stream<String> labels(String text) throws IOException {
    Files.writeString(csv, text);
    try (ImageSource source = ImageSources.open(images, csv)) {
      return IdxSourceTest.items(source).stream()
          .map(i -> i.label() < 0 ? "none" : source.classes().get(i.label()));
    }
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String text) {
    return assertThatThrownBy(() -> labels(text)).isInstanceOf(BadInput.class);
  }

  @Test
  void fileWinsOverFoldersAndImagesWithoutARowHaveNoClass() throws Exception {
    assertThat(labels("file name,class\nb/3.png,wolf\n\na/1.png,\"fox, red\"\r\n"))
        .containsExactly("fox, red", "none", "wolf");
  }

  @Test
  void headerAndByteOrderMarkMayBeMissingOrThere() throws Exception {
    assertThat(labels("a/1.png,x\n./a/2.png,y")).containsExactly("x", "y", "none");
    assertThat(labels("\ufeffImage_ID,label\na\\1.png,x")).containsExactly("x", "none", "none");
  }

  @Test
  void emptyClassIsNoClass() throws Exception {
    assertThat(labels("a/1.png,\na/2.png,y")).containsExactly("none", "y", "none");
  }

  @Test
  void numbersAreOrderedByValue() throws Exception {
    Files.writeString(csv, "a/1.png,10\na/2.png,9\nb/3.png,-");
    try (ImageSource source = ImageSources.open(images, csv)) {
      assertThat(source.classes()).containsExactly("9", "10", "-");
    }
  }

  @Test
  void unknownImageIsNamedWithItsLine() {
    assertRefused("file,class\na/1.png,x\na/9.png,y")
        .hasMessage(
            "labels.csv line 3: 'a/9.png' is no image here;"
                + " the images have names such as a/1.png");
  }

  @Test
  void firstRowIsNotTakenForAHeaderOnlyBecauseItIsWrong() {
    assertRefused("a/9.png,y\na/1.png,x").hasMessageStartingWith("labels.csv line 1: 'a/9.png'");
  }

  @Test
  void labelsOfOtherImagesAreRefused() {
    assertRefused("file,class\nx.png,1\ny.png,2")
        .hasMessage("labels.csv names none of the 3 images; they have names such as a/1.png");
  }

  @Test
  void contradictionNamesBothLines() {
    assertRefused("a/1.png,x\na/1.png,y")
        .hasMessage("labels.csv line 2: 'a/1.png' is 'y' here and 'x' in line 1");
  }

  @Test
  void lineOfAnotherShapeIsNamed() {
    assertRefused("a/1.png,x\na/2.png;y")
        .hasMessageStartingWith("labels.csv line 2: expected a file name, a comma and a class");
    assertRefused("\n \n").hasMessageStartingWith("labels.csv is empty");
  }

  @Test
  void fileThatIsNoTextIsRefused() throws Exception {
    Files.write(csv, SampleFiles.colorJpeg(16, 16));
    assertThatThrownBy(() -> ImageSources.open(images, csv))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("labels.csv is not a UTF-8 text file");
    Files.delete(csv);
    assertThatThrownBy(() -> ImageSources.open(images, csv))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void idxLabelsDoNotFitImagesWithNames() throws Exception {
    SampleFiles.idx(csv, new byte[3], 3);
    assertThatThrownBy(() -> ImageSources.open(images, csv))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("can label IDX images alone");
  }

  @Test
  void csvMayLabelIdxImagesByNumber() throws Exception {
    images = SampleFiles.idx(temp.resolve("x-idx3"), new byte[128], 2, 8, 8);
    assertThat(labels("x-idx3#1,shoe")).containsExactly("none", "shoe");
  }
}
