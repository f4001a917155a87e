package kindred.gui.results.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsModelTest {
  @TempDir Path folder;
  private final SheetsModel model = new SheetsModel();

  @BeforeEach
  void draw() throws IOException {
    drawn("reconstructions", 1, 2, 12);
    drawn("interpolations", 1, 2, 12);
    model.show(SheetFolder.read(folder), true);
  }

  private void drawn(String name, int... epochs) throws IOException {
    for (int epoch : epochs) {
      Files.writeString(folder.resolve("%s-%04d.png".formatted(name, epoch)), "");
    }
  }

  @Test
  void kindsAreThoseThatThereAre() {
    assertThat(model.kinds()).containsExactly(SheetKind.RECONSTRUCTIONS, SheetKind.INTERPOLATIONS);
    assertThat(model.epochs()).containsExactly(1, 2, 12);
  }

  @Test
  void newestEpochIsFollowedUntilAnOlderOneIsChosen() throws IOException {
    assertThat(model.epoch()).contains(12);
    drawn("reconstructions", 13);
    model.show(SheetFolder.read(folder), false);
    assertThat(model.epoch()).contains(13);

    model.indexProperty().set(1);
    drawn("reconstructions", 14);
    model.show(SheetFolder.read(folder), false);
    assertThat(model.epoch()).contains(2);
    assertThat(model.fileProperty().get()).contains(folder.resolve("reconstructions-0002.png"));

    model.indexProperty().set(model.epochs().size() - 1);
    drawn("reconstructions", 15);
    model.show(SheetFolder.read(folder), false);
    assertThat(model.epoch()).contains(15);
  }

  @Test
  void sheetThatTheTrainingForgotGivesWayToTheOneBefore() throws IOException {
    model.indexProperty().set(1);
    Files.delete(folder.resolve("reconstructions-0002.png"));
    model.show(SheetFolder.read(folder), false);
    assertThat(model.epoch()).contains(1);
  }

  @Test
  void nothingDrawnYetIsNoFolder() throws IOException {
    assertThat(SheetFolder.read(folder.resolve("none"))).isNull();
  }
}
