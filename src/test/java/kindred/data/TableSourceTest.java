package kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSourceTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void images() throws Exception {
    folder = temp.resolve("pets");
    for (String name : new String[] {"a.png", "b.png", "more/c, d.png"}) {
      SampleFiles.write(folder.resolve(name), SampleFiles.grayPng(16, 16));
    }
    SampleFiles.write(temp.resolve("outside.png"), SampleFiles.grayPng(16, 16));
  }

  private Path csv(String... lines) throws Exception {
    return Files.writeString(folder.resolve("list.csv"), String.join("\n", lines) + "\n");
  }

  private ImageSet imported(Path csv) {
    ImportRequest request = new ImportRequest(csv, "pets", 16, Optional.empty());
    Importer.run(request, temp.resolve("datasets"), progress -> {}, () -> false);
    return ImageSet.open(temp.resolve("datasets/pets"));
  }

  @Test
  void linesArePathsBelowTheTableAndClasses() throws Exception {
    ImageSet set = imported(csv("b.png,10", "\"more/c, d.png\",9", "a.png,"));
    assertThat(set.info().classes()).containsExactly("9", "10");
    assertThat(set.labels(new int[] {0, 1, 2})).containsExactly(1, 0, -1);
    assertThat(SourceList.of(set).source(1)).contains("more/c, d.png");
    assertThat(set.keepsSplit()).isFalse();
  }

  @Test
  void headerNamesTheColumnsInAnyOrder() throws Exception {
    ImageSet set =
        imported(
            csv(
                "\ufeffsplit,age,Class,File Name",
                "train,3,cat,a.png",
                "test,4,dog,.\\more\\c, d.png",
                "train,5,dog,b.png"));
    assertThat(SourceList.of(set).skipped())
        .containsExactly(
            new SourceList.Skipped("list.csv line 3: more/c", "5 fields instead of 4"));
    assertThat(set.labels(new int[] {0, 1})).containsExactly(0, 1);
  }

  @Test
  void testImagesOfASplitColumnAreKeptApart() throws Exception {
    ImageSet set =
        imported(csv("path,label,split", "a.png,x,test", "b.png,y,train", "c.png,y,other"));
    assertThat(set.info().test()).isEqualTo(1);
    assertThat(set.test(0)).isTrue();
    assertThat(set.test(1)).isFalse();
    assertThat(SourceList.of(set).skipped())
        .containsExactly(
            new SourceList.Skipped(
                "list.csv line 4: c.png", "its split is neither train nor test"));
  }

  @Test
  void everyBadLineIsListedWithItsNumberAndReason() throws Exception {
    ImageSet set =
        imported(
            csv(
                "path,label",
                "a.png,cat",
                "missing.png,cat",
                "../outside.png,dog",
                "b.png",
                ",dog",
                "a.png,dog",
                "list.csv,dog"));
    assertThat(set.count()).isEqualTo(1);
    assertThat(set.info().classes()).contains("cat");
    assertThat(SourceList.of(set).skipped())
        .extracting(skipped -> skipped.source() + " | " + skipped.reason())
        .containsExactly(
            "list.csv line 3: missing.png | no such file",
            "list.csv line 4: ../outside.png | path leads out of the folder of the CSV file",
            "list.csv line 5: b.png | 1 fields instead of 2",
            "list.csv line 6:  | no path",
            "list.csv line 7: a.png | named before",
            "list.csv | not an image in a known format");
  }

  @Test
  void tablesThatNameNothingAreRefused() throws Exception {
    assertThatThrownBy(() -> imported(csv("path,label")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("names no image; it should have lines such as: cats/1.jpg,cat");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "b\u00e4r.png,x\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> imported(latin)).hasMessageContaining("not a UTF-8 text file");
    assertThatThrownBy(() -> imported(csv("path,split", "a.png,test", "b.png,val")))
        .hasMessageContaining("test and validation images");
  }
}
