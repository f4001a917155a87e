package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.Test;

/** A map's colors by a file. */
class MapColumnsTest extends MapCase {
  private Coloring coloring() throws Exception {
    return onWindowThread(() -> view.model().coloringProperty().get());
  }

  private void choose(WindowRobot robot, String text) throws Exception {
    Path file = folder.resolve("about.csv");
    choosers.choose(Files.writeString(file, text));
    robot.clickOn("#map-columns");
  }

  @Test
  void columnsOfAFileAreColors(WindowRobot robot) throws Exception {
    open(near);
    StringBuilder text = new StringBuilder("image,Class,brightness\n");
    for (int i = 0; i < COUNT - 1; i++) {
      text.append(i).append(i < 10 ? ",dim," : ",bright,").append(i / 4.0).append('\n');
    }
    choose(robot, text + "1000,dim,3\n");
    await("words", 10, () -> coloring() != null && coloring().title().equals("Class in about.csv"));
    assertThat(coloring().groups().stream().map(group -> group.name() + " " + group.count()))
        .containsExactly("bright 29", "dim 10", "unknown 1");
    assertThat(coloring().of(3).name()).isEqualTo("dim");
    assertThat(onWindowThread(() -> session.notices().all().get(0).text()))
        .startsWith("about.csv: 1 line");

    ComboBox<?> colors = look(robot, "#map-colors", ComboBox.class);
    onWindowThread(
        () -> {
          colors.getSelectionModel().selectLast();
          return null;
        });
    await("numbers", 10, () -> coloring() != null && coloring().title().equals("brightness"));
    assertThat(coloring().of(0).name()).startsWith("0 – ");
    assertThat(coloring().of(COUNT - 1).name()).isEqualTo("unknown");

    choose(robot, "image,kind\nnobody.png,1\n");
    await("a reason", 10, () -> session.notices().unseenProperty().get() > 0);
    assertThat(onWindowThread(() -> session.notices().all().toString()))
        .contains("names none of the 40 images of tiny");
    assertThat(coloring().title()).as("what was chosen stays").isEqualTo("brightness");
  }
}
