package kindred.gui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import kindred.data.ClassPictures;
import kindred.data.DatasetInfo;
import kindred.data.Datasets;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.Test;

class DataPanelTest extends WindowCase {
  private List<String> names() throws Exception {
    return onWindowThread(
        () -> workbench.session().board().datasets().stream().map(Datasets.Entry::name).toList());
  }

  private void drop(WindowRobot robot, Path... paths) throws Exception {
    await("the sample", 10, () -> workbench.session().board().datasets().size() == 1);
    List<File> files = Stream.of(paths).map(Path::toFile).toList();
    robot.act("#drop-zone", DropZone.class, zone -> zone.dropped(files));
  }

  private void awaitReady(WindowRobot robot) throws Exception {
    await("something to import", 10, () -> !robot.disabled("#import"));
  }

  @Test
  void droppedFilesBecomeADataSetAndWhatIsSkippedIsListed(WindowRobot robot) throws Exception {
    Path images = ClassPictures.write(folder.resolve("pets"), 4, 16, 1);
    Files.writeString(images.resolve("dots/readme.txt"), "not an image");
    Files.write(images.resolve("dots/broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    String longName = "n".repeat(200) + ".png";
    Files.copy(images.resolve("dots/0.png"), images.resolve("dots").resolve(longName));

    drop(robot, images.resolve("across"), images.resolve("down"), images.resolve("dots"));
    awaitReady(robot);
    robot.clickOn("#import");

    await("the data set", 20, () -> names().contains("pets"));
    await("its name above the images", 10, () -> robot.text("#dataset-name").equals("pets"));
    await("the summary", 10, () -> robot.visible("#show-skipped"));
    robot.clickOn("#show-skipped");
    TableView<?> skipped = robot.lookup("#skipped").queryTableView();
    await("two skipped files", 10, () -> skipped.getItems().size() == 2);
    robot.clickOn("#skipped-query").write("readme");
    await("one of them", 10, () -> skipped.getItems().size() == 1);
    assertThat(workbench.session().workspace().images("pets").info().classes())
        .containsExactly("across", "dots", "down");
  }

  /** Clicks on the button and waits for the data set. */
  private DatasetInfo importAs(WindowRobot robot, String name) throws Exception {
    robot.clickOn("#import");
    await("the data set", 20, () -> names().contains(name));
    return workbench.session().workspace().images(name).info();
  }

  @Test
  void imagesChosenForTestingAreKeptApart(WindowRobot robot) throws Exception {
    Path train = ClassPictures.write(folder.resolve("pets"), 4, 16, 1);
    Path test = ClassPictures.write(folder.resolve("held"), 2, 16, 2);
    drop(robot, train);
    awaitReady(robot);
    choosers.choose(test);
    robot.clickOn("#import-test").clickOn("A folder…");
    await("its name", 5, () -> robot.text("#import-test").equals("held"));
    DatasetInfo made = importAs(robot, "pets");
    assertThat(made.count()).isEqualTo(18);
    assertThat(made.test()).isEqualTo(6);
    await("an empty form", 10, () -> robot.text("#import-test").equals("None"));
  }

  @Test
  void foldersThatAreNoClassesAreImportedWithoutLabels(WindowRobot robot) throws Exception {
    drop(robot, ClassPictures.write(folder.resolve("holidays"), 4, 16, 1));
    awaitReady(robot);
    assertThat(robot.text("#import-labels")).isEqualTo("By folder");
    robot.clickOn("#import-labels").clickOn("No labels");
    await("the choice", 5, () -> robot.text("#import-labels").equals("No labels"));
    DatasetInfo made = importAs(robot, "holidays");
    assertThat(made.count()).isEqualTo(12);
    assertThat(made.classes()).isEmpty();
    await("an empty form", 10, () -> robot.text("#import-labels").equals("By folder"));
  }

  @Test
  void arrayWhoseShapeLeavesItsLayoutOpenAsksForIt(WindowRobot robot) throws Exception {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 40, 3), }";
    byte[] array = new byte[128 + 2 * 3 * 40 * 3];
    byte[] begin = ("\u0093NUMPY\1\0v\0" + header).getBytes(StandardCharsets.ISO_8859_1);
    Arrays.fill(array, begin.length, 127, (byte) ' ');
    array[127] = '\n';
    System.arraycopy(begin, 0, array, 0, begin.length);
    drop(robot, Files.write(folder.resolve("either.npy"), array));
    awaitProblem(robot, "choose its layout");
    assertThat(robot.disabled("#import")).isTrue();

    robot.clickOn("#import-layout").clickOn("N×C×H×W, channels first");
    awaitReady(robot);
    assertThat(importAs(robot, "either").channels()).isEqualTo(3);
    await("no question any more", 10, () -> !robot.visible("#import-layout"));
  }

  @Test
  void cancelledImportLeavesNothing(WindowRobot robot) throws Exception {
    drop(robot, manyImages());
    awaitReady(robot);
    robot.clickOn("#import");
    await("progress", 10, () -> robot.visible("#import-cancel"));
    robot.act("#import-cancel", Button.class, Button::fire);
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
  void impossibleNamesAndSizesAreRefusedInTheCoresOwnWords(WindowRobot robot) throws Exception {
    drop(robot, ClassPictures.write(folder.resolve("pets"), 1, 16, 1));
    awaitReady(robot);
    robot.fill("#import-name", "two words");
    awaitProblem(robot, "'two words' cannot name a data set: letters");
    assertThat(robot.disabled("#import")).isTrue();

    robot.fill("#import-name", "fashion-sample");
    awaitProblem(robot, "already a data set 'fashion-sample'");

    robot.fill("#import-name", "pets");
    robot.fill("#import-size", "4000");
    awaitProblem(robot, "from 8 to 1024 pixels");
  }

  private static void awaitProblem(WindowRobot robot, String part) throws Exception {
    await("the problem: " + part, 5, () -> robot.text("#import-problem").contains(part));
  }

  @Test
  void whatIsNoImageAtAllIsSaidWhenItIsDropped(WindowRobot robot) throws Exception {
    drop(robot, Files.writeString(folder.resolve("notes.txt"), "nothing to see"));
    await("the reason", 10, () -> robot.text("#import-problem").contains("no kind of image"));
    assertThat(robot.disabled("#import")).isTrue();
  }

  @Test
  void removedDataSetComesBackByUndo(WindowRobot robot) throws Exception {
    await("the sample", 10, () -> names().contains("fashion-sample"));
    ListView<?> list = robot.lookup("#datasets").queryListView();
    onWindowThread(
        () -> {
          list.requestFocus();
          return null;
        });
    robot.type(KeyCode.DELETE);
    await("no data set", 10, () -> names().isEmpty());
    await("the way to the first", 5, () -> robot.visible("Choose a folder…"));
    robot.clickOn("#undo-remove");
    await("the sample again", 10, () -> names().contains("fashion-sample"));
  }

  @Test
  void imagesAreWalkedThroughByKeys(WindowRobot robot) throws Exception {
    await("thumbnails", 10, () -> robot.visible("#thumbnails"));
    ListView<?> grid = robot.lookup("#thumbnails").queryListView();
    await("rows", 10, () -> grid.getItems() != null && grid.getItems().size() > 10);
    onWindowThread(
        () -> {
          grid.requestFocus();
          return null;
        });
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
    await("the big picture", 5, () -> robot.visible("#big-picture"));
    await("the file it came from", 5, () -> !robot.text("#big-source").isEmpty());
    String first = robot.text("#big-source");
    robot.type(KeyCode.RIGHT);
    await("the next one", 5, () -> !Set.of(first, "").contains(robot.text("#big-source")));
    robot.type(KeyCode.ESCAPE);
    await("no big picture", 5, () -> !robot.visible("#big-picture"));
  }

  @Test
  void anImageIsSeenAsItsFileHasItWhereThatIsSharper(WindowRobot robot) throws Exception {
    drop(robot, ClassPictures.write(folder.resolve("photos"), 2, 48, 1));
    awaitReady(robot);
    assertThat(importAs(robot, "photos").width()).isEqualTo(32);
    ListView<?> grid = robot.lookup("#thumbnails").queryListView();
    await("its thumbnails", 10, () -> robot.visible("#thumbnails") && grid.getItems().size() < 10);
    onWindowThread(
        () -> {
          grid.requestFocus();
          return null;
        });
    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    await("a sharper one", 10, () -> !robot.lookup("#big-sharper").query().isDisabled());
    double packed = bigWidth(robot);
    assertThat(packed % 32).isZero();
    robot.clickOn("#big-sharper");
    await("all 48 pixels", 5, () -> bigWidth(robot) == 48);
    robot.clickOn("#big-sharper");
    await("the packed one", 5, () -> bigWidth(robot) == packed);
  }

  /** Pixels across of what the big picture draws. */
  private static double bigWidth(WindowRobot robot) {
    ImageView view =
        (ImageView) robot.lookup("#big-picture").query().lookup(".image-back ImageView");
    return view.getImage() == null ? 0 : view.getImage().getWidth();
  }

  private static void findDuplicates(WindowRobot robot) {
    robot.clickOn("Duplicates");
    robot.clickOn(
        robot
            .lookup(".empty-state > .button")
            .lookup("Find duplicates")
            .match(Node::isVisible)
            .queryButton());
  }

  @Test
  void oneClickOnTheEmptyTabFindsDuplicates(WindowRobot robot) throws Exception {
    await("the sample", 10, () -> robot.visible("#thumbnails"));
    findDuplicates(robot);
    await("what was found", 20, () -> !robot.text("#duplicate-summary").isEmpty());
    await("the pairs", 5, () -> robot.visible("#duplicate-pairs"));
  }

  @Test
  void testImagesThatWereTrainedOnAreCountedAndListed(WindowRobot robot) throws Exception {
    Path images = folder.resolve("leaky");
    ClassPictures.write(images.resolve("train"), 4, 16, 1);
    ClassPictures.write(images.resolve("test"), 2, 16, 2);
    Files.copy(images.resolve("train/across/1.png"), images.resolve("test/across/copy.png"));
    drop(robot, images);
    awaitReady(robot);
    robot.clickOn("#import");
    await("its name above the images", 20, () -> robot.text("#dataset-name").equals("leaky"));

    findDuplicates(robot);
    await("what was found", 20, () -> robot.text("#duplicate-summary").contains("7 test images"));
    assertThat(robot.text("#duplicate-summary")).contains("(1 with the same pixels)");
    ComboBox<?> kinds = robot.lookup("#duplicate-kind").queryComboBox();
    onWindowThread(
        () -> {
          kinds.getSelectionModel().selectLast();
          return null;
        });
    await("the copy", 5, () -> robot.visible("Same pixels · test and training"));
  }
}
