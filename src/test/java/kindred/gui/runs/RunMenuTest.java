package kindred.gui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import kindred.gui.core.Place;
import kindred.run.RunFolder;
import kindred.run.Standing;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import kindred.run.WrittenRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the menu of a chosen run does. */
class RunMenuTest extends WindowCase {
  private RunFolder run;

  @BeforeEach
  void chooseRun(WindowRobot robot) throws Exception {
    Workspace workspace = TinyWorkspace.open(folder.resolve("workspace"));
    run = workspace.create(TinyWorkspace.autoEncoder(7));
    WrittenRuns.taken(run);
    onWindowThread(
        () -> {
          workbench.session().board().refresh();
          workbench.shell().open(Place.RUNS);
          return null;
        });
    await("the run in the table", 10, () -> table() != null && table().getItems().size() == 1);
    onWindowThread(
        () -> {
          table().getSelectionModel().select(0);
          return null;
        });
    await("its menu", 10, () -> menu() != null);
  }

  private static TableView<?> table() {
    return (TableView<?>) stage().getScene().lookup("#runs-table");
  }

  private static MenuButton menu() {
    Node menu = stage().getScene().lookup("#run-more");
    return menu instanceof MenuButton button ? button : null;
  }

  private static MenuItem item(String text) {
    return menu().getItems().stream()
        .filter(item -> item.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static void choose(String text) throws Exception {
    await(text + " can be chosen", 5, () -> !item(text).isDisable());
    onWindowThread(
        () -> {
          item(text).fire();
          return null;
        });
  }

  @Test
  void reportIsSavedWhereTheUserWants() throws Exception {
    choosers.choose(folder.resolve("mine"));
    choose("Save report…");
    Path page = folder.resolve("mine.html");
    await("the page", 10, () -> Files.exists(page));
    assertThat(page).content().contains("<h1>" + run.id() + "</h1>");
  }

  @Test
  void runIsCopiedAsTheCommandThatMakesItAgain() throws Exception {
    choose("Copy as command");
    List<String> words = new ArrayList<>();
    await(
        "a command in the clipboard",
        5,
        () -> {
          String copied = Clipboard.getSystemClipboard().getString();
          words.clear();
          words.addAll(List.of((copied == null ? "" : copied).split(" ")));
          return words.contains("latent");
        });
    assertThat(words)
        .containsSubsequence("kindred", "--workspace", "latent", "ae")
        .containsSubsequence("--epochs", "7");
  }

  @Test
  void runAtWorkIsAskedToRest() throws Exception {
    assertThat(Standing.of(run)).isEqualTo(Standing.RUNNING);
    choose("Pause");
    await("the wish in its folder", 5, () -> Standing.of(run) == Standing.PAUSED);
    await("no second pause", 5, () -> item("Pause").isDisable());
  }
}
