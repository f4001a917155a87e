package kindred.gui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kindred.data.ClassPictures;
import kindred.data.Datasets;
import kindred.gui.WindowCase;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DataPanelTest extends WindowCase {
  private List<String> names() throws Exception {
    return onWindowThread(
        () -> workbench.session().board().datasets().stream().map(Datasets.Entry::name).toList());
  }

  private void drop(FxRobot robot, Path... paths) throws Exception {
    await("the sample", 10, () -> workbench.session().board().datasets().size() == 1);
    List<File> files = Stream.of(paths).map(Path::toFile).toList();
    DropZone zone = robot.lookup("#drop-zone").queryAs(DropZone.class);
    onWindowThread(
        () -> {
          zone.dropped(files);
          return null;
        });
  }

  private void awaitReady(FxRobot robot) throws Exception {
    await(
        "something to import",
        10,
        () -> !robot.lookup("#import").queryAs(Button.class).isDisable());
  }

  private static String text(FxRobot robot, String label) {
    return robot.lookup(label).queryAs(Label.class).getText();
  }

  private static boolean visible(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  @Test
  void droppedFilesBecomeADataSetAndWhatIsSkippedIsListed(FxRobot robot) throws Exception {
    Path images = ClassPictures.write(folder.resolve("pets"), 4, 16, 1);
    Files.writeString(images.resolve("dots/readme.txt"), "not an image");
    Files.write(images.resolve("dots/broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    String longName = "n".repeat(200) + ".png";
    Files.copy(images.resolve("dots/0.png"), images.resolve("dots").resolve(longName));

    drop(robot, images.resolve("across"), images.resolve("down"), images.resolve("dots"));
    awaitReady(robot);
    robot.clickOn("#import");

    await("the data set", 20, () -> names().contains("pets"));
    await("its name above the images", 10, () -> text(robot, "#dataset-name").equals("pets"));
    await("the summary", 10, () -> visible(robot, "#show-skipped"));
    robot.clickOn("#show-skipped");
    TableView<?> skipped = robot.lookup("#skipped").queryTableView();
    await("two skipped files", 10, () -> skipped.getItems().size() == 2);
    robot.clickOn("#skipped-query").write("readme");
    assertThat(onWindowThread(() -> skipped.getItems().size())).isEqualTo(1);
    assertThat(workbench.session().workspace().images("pets").info().classes())
        .containsExactly("across", "dots", "down");
  }

  @Test
  void cancelledImportLeavesNothing(FxRobot robot) throws Exception {
    drop(robot, manyImages());
    awaitReady(robot);
    robot.clickOn("#import");
    await("progress", 10, () -> visible(robot, "#import-cancel"));
    onWindowThread(
        () -> {
          robot.lookup("#import-cancel").queryButton().fire();
          return null;
        });
    await("the end", 20, () -> workbench.session().background().running().isEmpty());
    try (Stream<Path> left = Files.list(folder.resolve("workspace/datasets"))) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("fashion-sample");
    }
    awaitReady(robot); // and it can be had again
  }

  private Path manyImages() throws IOException {
    Path images = ClassPictures.write(folder.resolve("few"), 1, 64, 2);
    byte[] png = Files.readAllBytes(images.resolve("dots/0.png"));
    Path archive = folder.resolve("many.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.setLevel(0);
      for (int i = 0; i < 20_000; i++) {
        zip.putNextEntry(new ZipEntry(i + ".png"));
        zip.write(png);
      }
    }
    return archive;
  }

  @Test
  void impossibleNamesAndSizesAreRefusedInTheCoresOwnWords(FxRobot robot) throws Exception {
    drop(robot, ClassPictures.write(folder.resolve("pets"), 1, 16, 1));
    awaitReady(robot);
    type(robot, "#import-name", "two words");
    assertThat(text(robot, "#import-problem"))
        .startsWith("'two words' cannot name a data set: letters");
    assertThat(robot.lookup("#import").queryButton().isDisable()).isTrue();

    type(robot, "#import-name", "fashion-sample");
    assertThat(text(robot, "#import-problem")).contains("already a data set 'fashion-sample'");

    type(robot, "#import-name", "pets");
    type(robot, "#import-size", "4000");
    assertThat(text(robot, "#import-problem")).contains("from 8 to 1024 pixels");
  }

  private static void type(FxRobot robot, String field, String text) throws Exception {
    TextField input = robot.lookup(field).queryAs(TextField.class);
    onWindowThread(
        () -> {
          input.setText(text);
          return null;
        });
  }

  @Test
  void whatIsNoImageAtAllIsSaidWhenItIsDropped(FxRobot robot) throws Exception {
    drop(robot, Files.writeString(folder.resolve("notes.txt"), "nothing to see"));
    await("the reason", 10, () -> text(robot, "#import-problem").contains("no kind of image"));
    assertThat(robot.lookup("#import").queryButton().isDisable()).isTrue();
  }

  @Test
  void removedDataSetComesBackByUndo(FxRobot robot) throws Exception {
    await("the sample", 10, () -> names().contains("fashion-sample"));
    ListView<?> list = robot.lookup("#datasets").queryListView();
    onWindowThread(
        () -> {
          list.requestFocus();
          return null;
        });
    robot.type(KeyCode.DELETE);
    await("no data set", 10, () -> names().isEmpty());
    await("the way to the first", 5, () -> visible(robot, "Choose a folder…"));
    robot.clickOn("#undo-remove");
    await("the sample again", 10, () -> names().contains("fashion-sample"));
  }

  @Test
  void imagesAreWalkedThroughByKeys(FxRobot robot) throws Exception {
    await("thumbnails", 10, () -> visible(robot, "#thumbnails"));
    ListView<?> grid = robot.lookup("#thumbnails").queryListView();
    await("rows", 10, () -> grid.getItems() != null && grid.getItems().size() > 10);
    onWindowThread(
        () -> {
          grid.requestFocus();
          return null;
        });
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
    assertThat(visible(robot, "#big-picture")).isTrue();
    TextField source = robot.lookup("#big-source").queryAs(TextField.class);
    await("the file it came from", 5, () -> !source.getText().isEmpty());
    String first = source.getText();
    robot.type(KeyCode.RIGHT);
    await("the next one", 5, () -> !source.getText().equals(first) && !source.getText().isEmpty());
    robot.type(KeyCode.ESCAPE);
    assertThat(visible(robot, "#big-picture")).isFalse();
  }

  @Test
  void oneClickOnTheEmptyTabFindsDuplicates(FxRobot robot) throws Exception {
    await("the sample", 10, () -> visible(robot, "#thumbnails"));
    robot.clickOn("Duplicates");
    Button button = robot.lookup(".empty-state > .button").lookup("Find duplicates").queryButton();
    robot.clickOn(button);
    await("what was found", 20, () -> !text(robot, "#duplicate-summary").isEmpty());
    assertThat(onWindowThread(() -> visible(robot, "#duplicate-pairs"))).isTrue();
  }
}
