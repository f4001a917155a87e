package kindred.gui.results.byol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kindred.gui.results.byol.PositivesFile.EpochPairs;
import kindred.gui.results.byol.PositivesFile.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositivesModelTest {
  @TempDir Path folder;

  private static EpochPairs epoch(int number) {
    return new EpochPairs(number, 1, 0.5, List.of());
  }

  @Test
  void laterLinesCountAndOneCutShortDoesNot() throws IOException {
    Path file = folder.resolve("positives.jsonl");
    Files.writeString(
        file,
        """
        {"epoch":1,"coverage":0.5,"purity":0.25,"pairs":[[3,4]]}
        {"epoch":2,"coverage":0.5,"pairs":[[1,2]]}
        {"epoch":2,"coverage":0.75,"pairs":[[5,6],[7,8]]}
        {"epoch":3,"cover\
        """);
    List<EpochPairs> epochs = PositivesFile.read(file);
    assertThat(epochs).extracting(EpochPairs::epoch).containsExactly(1, 2);
    assertThat(epochs.get(0).purity()).isEqualTo(0.25);
    assertThat(epochs.get(1).coverage()).isEqualTo(0.75);
    assertThat(epochs.get(1).purity()).isNaN();
    assertThat(epochs.get(1).pairs()).containsExactly(new Pair(5, 6), new Pair(7, 8));
  }

  @Test
  void currentEpochIsShownUntilAnOlderOneIsChosen() {
    PositivesModel model = new PositivesModel();
    model.show(List.of(epoch(1)), true);
    model.show(List.of(epoch(1), epoch(2)), false);
    assertThat(model.shownProperty().get()).contains(epoch(2));

    model.indexProperty().set(0);
    model.show(List.of(epoch(1), epoch(2), epoch(3)), false);
    assertThat(model.shownProperty().get()).contains(epoch(1));

    model.show(List.of(epoch(1), epoch(2)), true);
    assertThat(model.shownProperty().get()).as("of another run").contains(epoch(2));
  }
}
