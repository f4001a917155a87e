package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvVectorsTest {
  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("x.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Vectors read(String text) {
    return Vectors.read(file(text));
  }

  private void refused(String text, String messageAfterTheFile) {
    Path file = file(text);
    assertThatThrownBy(() -> Vectors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage(file + messageAfterTheFile);
  }

  @Test
  void commasSemicolonsAndTabsSeparate() {
    for (String separator : new String[] {",", ";", "\t", " , ", "; "}) {
      Vectors vectors = read("1,-2.5\n+3e2,.25\n-0,1.\n".replace(",", separator));
      assertThat(vectors.count()).isEqualTo(3);
      assertThat(vectors.dimension()).isEqualTo(2);
      assertThat(vectors.values()).containsExactly(1, -2.5f, 300, 0.25f, -0f, 1);
    }
  }

  @Test
  void headerIsNoRow() {
    assertThat(read("x,y\n1,2\n").values()).containsExactly(1, 2);
    assertThat(read("1,2\n3,4\n").values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void blankLinesAndWindowsLineEndsArePassedOver() {
    assertThat(read("x,y\r\n\r\n1,2\r\n   \r\n3,4\r\n\r\n").values()).containsExactly(1, 2, 3, 4);
    assertThat(read("\n1,2\n3,4").values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void oneColumnIsEnough() {
    assertThat(read("1\n2\n").dimension()).isEqualTo(1);
  }

  /** Spreadsheets on Windows begin a UTF-8 file with U+FEFF. */
  @Test
  void byteOrderMarkDoesNotTurnTheFirstRowIntoAHeader() {
    assertThat(read("\uFEFF1,2\n3,4\n").values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void raggedRowIsNamedByItsLineInTheFile() {
    refused("x,y,z\n1,2,3\n\n4,5\n", " line 4 has 2 numbers instead of 3");
    refused("1,2\n3,4,5\n", " line 2 has 3 numbers instead of 2");
  }

  @Test
  void textCellIsNamedByItsLineInTheFile() {
    refused("x,y\n1,2\n3,four\n", " line 3: 'four' is no number");
    refused("1,2\n3,\n", " line 2: '' is no number");
    refused("1,2\n3,sinf\n", " line 2: 'sinf' is no number");
  }

  /** A first row that lost a cell must not vanish as if it were a header. */
  @Test
  void firstLineWithSomeNumbersIsARow() {
    refused("1,,3\n4,5,6\n", " line 1: '' is no number");
    refused("cat,1,2\ndog,3,4\n", " line 1: 'cat' is no number");
  }

  @Test
  void nanAndInfinityAreNamedByRowAndColumnHoweverSpelled() {
    String rest = "; distances to it mean nothing. Repair or remove that row";
    for (String nan : new String[] {"nan", "NaN", "NAN"}) {
      refused("x,y\n1,2\n3," + nan + "\n", ": row 2, column 2 is NaN" + rest);
      refused(nan + ",2\n3,4\n", ": row 1, column 1 is NaN" + rest);
    }
    for (String infinity : new String[] {"inf", "Inf", "+inf", "Infinity", "INF"}) {
      refused("1,2\n" + infinity + ",4\n", ": row 2, column 1 is Infinity" + rest);
    }
    refused("-inf,2\n3,4\n", ": row 1, column 1 is -Infinity" + rest);
  }

  /** Read as two separators, 0,5 would silently be two numbers. */
  @Test
  void decimalCommasAreRefused() {
    refused("x;y\n0,5;1,5\n", " line 2 mixes commas with other separators; write 0.5, not 0,5");
  }

  @Test
  void fileWithoutNumbersIsRefused() {
    refused("", " holds no numbers");
    refused("x,y\n", " holds no numbers");
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Path file =
        Files.write(
            folder.resolve("x.csv"), "größe,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Vectors.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessage(file + " is no text in UTF-8");
  }
}
