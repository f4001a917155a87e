package kindred.neighbors.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kindred.array.NamedArray;
import kindred.array.Npz;
import kindred.experiment.BadInput;
import kindred.neighbors.verdict.Verdict;
import kindred.neighbors.verdict.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairExportTest {
  private static final List<String> CLASSES = List.of("cat", "dog, \"small\"");

  @TempDir Path folder;

  private static PairTable table() {
    Verdicts verdicts = Verdicts.none();
    PairTable table = Tables.table(30, 3, 2, 6);
    verdicts.say("ann", null, Verdict.DIFFERENT, 4, table.graph().neighbor(4, 1), null);
    return table.withVerdicts(verdicts);
  }

  @Test
  void everyPairIsALine() throws IOException {
    PairTable table = table();
    int[] rows = RowOrder.CLOSEST.of(table, table.all(), 0);
    Path file = folder.resolve("pairs.csv");

    PairExport.write(table, rows, CLASSES, file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(91);
    assertThat(lines.get(0))
        .isEqualTo(
            "image,neighbor,rank,distance,rank_back,occurrence,class,neighbor_class,duplicate,"
                + "verdict");
    int row = rows[0];
    assertThat(lines.get(1))
        .startsWith(
            "%d,%d,%d,%s,"
                .formatted(
                    table.image(row),
                    table.neighbor(row),
                    table.rank(row) + 1,
                    table.distance(row)));
    assertThat(lines).anyMatch(line -> line.contains("\"dog, \"\"small\"\"\""));
    assertThat(lines.stream().filter(line -> line.startsWith("4,")))
        .anyMatch(line -> line.endsWith(",different"));
  }

  @Test
  void arraysHoldTheSame() {
    PairTable table = table();
    int[] rows = RowOrder.IMAGE.of(table, table.all(), 0);
    Path file = folder.resolve("pairs.npz");

    PairExport.write(table, rows, CLASSES, file);

    Map<String, NamedArray> arrays = Npz.read(file);
    int row = table.row(4, table.graph().neighbor(4, 1));
    assertThat(arrays.get("image").toInts()[row]).isEqualTo(4);
    assertThat(arrays.get("neighbor").toInts()[row]).isEqualTo(table.neighbor(row));
    assertThat(arrays.get("rank").toInts()[row]).isEqualTo(2);
    assertThat(arrays.get("rank_back").toInts()[row]).isEqualTo(table.back(row) + 1);
    assertThat(arrays.get("distance").toFloats()[row]).isEqualTo(table.distance(row));
    assertThat(arrays.get("label").toInts()[row]).isEqualTo(table.label(4));
    assertThat(arrays.get("verdict").toInts()[row]).isEqualTo(1);
    assertThat(arrays.get("occurrence").toInts()[row])
        .isEqualTo(table.hubness().of(table.neighbor(row)));
  }

  @Test
  void anotherSuffixIsRefused() {
    assertThatThrownBy(
            () -> PairExport.write(table(), new int[0], CLASSES, folder.resolve("pairs.xlsx")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(".csv or .npz");
  }
}
