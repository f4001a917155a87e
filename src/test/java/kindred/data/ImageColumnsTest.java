package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageColumnsTest {
  @TempDir Path folder;
  private ImageSet images;

  @BeforeEach
  void write() throws Exception {
    Path set = folder.resolve("tiny");
    PackedImages.write(set, 4, 1, 2, 2, 0, (n, c, y, x) -> n);
    Files.writeString(
        set.resolve(ImageSet.SOURCES),
        "{\"image\":0,\"source\":\"a/1.png\"}\n{\"image\":1,\"source\":\"a/2.png\"}\n"
            + "{\"image\":2,\"source\":\"b, c/1.png\"}\n{\"image\":3,\"source\":\"7\"}\n");
    images = ImageSet.open(set);
  }

  private ImageColumns read(String text) throws Exception {
    return ImageColumns.read(Files.writeString(folder.resolve("about.csv"), text), images);
  }

  @Test
  void numbersAndWordsAreToldApart() throws Exception {
    ImageColumns read =
        read(
            "\ufeffsize,path,camera\n"
                + "1.5e1,\"b, c/1.png\",old\n"
                + "-2,a/1.png,new\n"
                + "\n"
                + "NaN,a\\2.png,old\n"
                + "8,z.png,other\n");

    assertThat(read.named()).isEqualTo(3);
    assertThat(read.strangers()).isEqualTo(1);
    ImageColumns.Column size = read.columns().get(0);
    assertThat(size.name()).isEqualTo("size");
    assertThat(size.isNumeric()).isTrue();
    assertThat(size.numbers()).containsExactly(-2, Float.NaN, 15, Float.NaN);
    ImageColumns.Column camera = read.columns().get(1);
    assertThat(camera.isNumeric()).isFalse();
    assertThat(camera.words()).containsExactly("new", "old");
    assertThat(camera.wordOf()).containsExactly(0, 1, 1, -1);
  }

  /** Image 3 is called 7 in its source; 2 is a number. */
  @Test
  void imagesGoByNumberToo() throws Exception {
    ImageColumns read = read("which,kind\n7,10\n2,9\n0,x\n");

    assertThat(read.columns().get(0).words()).containsExactly("9", "10", "x");
    assertThat(read.columns().get(0).wordOf()).containsExactly(2, -1, 0, 1);
  }

  private void assertReason(String text, String... words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("about.csv")
        .hasMessageContainingAll(words);
  }

  @Test
  void aBadFileIsRefusedWithAReason() throws Exception {
    assertReason("\n\n", "is empty", "column names");
    assertReason("image\n1\n", "one column");
    assertReason("0,red\n1,blue\n", "begins with image '0'", "name the columns");
    assertReason("image,x,x\n0,1,1\n", "two columns called 'x'");
    assertReason("image,x\n0,1\n1,2,3\n", "line 3 has 3 cells", "2 columns");
    assertReason("image,x\n0,1\na/1.png,2\n", "line 3", "'a/1.png' a second time");
    assertReason("image,x\n9,1\nq.png,2\n", "none of the 4 images of tiny", "'9'", "7");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "image,x\n0,gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ImageColumns.read(latin, images))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> ImageColumns.read(folder.resolve("gone.csv"), images))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("gone.csv cannot be read");
  }
}
