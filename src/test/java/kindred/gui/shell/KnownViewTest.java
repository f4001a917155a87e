package kindred.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownViewTest extends WindowCase {
  private static final String GET = "Get data"; // a page in place of the tabs

  private String inFront() {
    List<String> front = new ArrayList<>();
    for (Node pane : stage().getScene().getRoot().lookupAll(".tab-pane")) {
      Tab tab = ((TabPane) pane).getSelectionModel().getSelectedItem();
      front.add(tab.getText());
    }
    return String.join(" / ", front);
  }

  @Test
  void eachLeadsToATabAndNoTabIsForgotten(WindowRobot robot) throws Exception {
    await("the sample images", 10, () -> workbench.session().board().datasets().size() == 1);
    for (KnownView view : KnownView.ALL) {
      robot.interact(() -> workbench.shell().open(view.place(), view.title()));
      if (!view.title().equals(GET)) {
        await(view.toString(), 5, () -> inFront().startsWith(view.title()));
      }
    }
    for (Place place : List.of(Place.DATA, Place.LATENT, Place.NEIGHBORS, Place.BYOL)) {
      List<String> tabs =
          onWindowThread(
              () -> {
                workbench.shell().open(place);
                TabPane pane = (TabPane) stage().getScene().getRoot().lookup(".tab-pane");
                return pane.getTabs().stream().map(Tab::getText).toList();
              });
      assertThat(KnownView.ALL)
          .filteredOn(view -> view.place() == place)
          .extracting(KnownView::title)
          .filteredOn(title -> !title.equals(GET))
          .containsExactlyElementsOf(tabs);
    }
  }

  @Test
  void publishedSetsAreFoundToo(WindowRobot robot) throws Exception {
    robot.chord(KeyCode.CONTROL, KeyCode.K);
    robot.write("cifar").type(KeyCode.ENTER);
    await("the page of published sets", 5, () -> robot.visible("#get-page"));
    robot.chord(KeyCode.CONTROL, KeyCode.K);
    robot.write("data images").type(KeyCode.ENTER);
    await("the images again", 5, () -> !robot.visible("#get-page"));
  }

  @ParameterizedTest
  @CsvSource({
    "verdict,NEIGHBORS,Judge",
    "decode,LATENT,Decode",
    "pairs,NEIGHBORS,Pairs",
    "by map,BYOL,Map"
  })
  void paletteFindsViews(String typed, Place place, String title, WindowRobot robot)
      throws Exception {
    robot.chord(KeyCode.CONTROL, KeyCode.K);
    robot.write(typed).type(KeyCode.ENTER);
    assertThat(onWindowThread(() -> workbench.shell().place())).isEqualTo(place);
    assertThat(onWindowThread(this::inFront)).isEqualTo(title);
  }
}
