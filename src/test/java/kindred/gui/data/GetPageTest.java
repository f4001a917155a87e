package kindred.gui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Button;
import kindred.data.Datasets;
import kindred.data.ImageSet;
import kindred.data.published.FileServer;
import kindred.data.published.PublishedSet;
import kindred.data.published.SmallSet;
import kindred.gui.WindowCase;
import kindred.gui.WindowRobot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GetPageTest extends WindowCase {
  private FileServer server;
  private byte[] archive;

  @BeforeEach
  void serve() throws Exception {
    archive = SmallSet.archive();
    server = new FileServer().serve(SmallSet.FILE, archive);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void open(WindowRobot robot) throws Exception {
    await("the sample", 10, () -> robot.visible("#thumbnails"));
    robot.clickOn("#get-data");
    await("the page", 5, () -> robot.visible("#get-page"));
    robot.clickOn("#get-address").write(server.address().toString());
  }

  /** A model of one small set from the server on this machine. */
  private GetModel model() throws Exception {
    PublishedSet set = SmallSet.of(archive, 20_000);
    return onWindowThread(
        () -> {
          GetModel model = new GetModel(workbench.session(), List.of(set), name -> {});
          model.addressProperty().set(server.address().toString());
          return model;
        });
  }

  private void get(GetModel model) throws Exception {
    onWindowThread(
        () -> {
          model.get(model.sets().get(0));
          return null;
        });
  }

  @Test
  void declinedDownloadAsksNobody(WindowRobot robot) throws Exception {
    open(robot);
    robot.act("#get-mnist", Button.class, Button::fire);
    assertThat(choosers.asked()).containsExactly("Download MNIST?");
    assertThat(onWindowThread(() -> workbench.session().background().running())).isEmpty();
    assertThat(server.asked()).isEmpty();
    robot.clickOn("#get-close");
    await("the data set again", 5, () -> robot.visible("#thumbnails"));
  }

  @Test
  void whatTheMirrorLacksAndWhatCannotBeIsSaidOnThePage(WindowRobot robot) throws Exception {
    open(robot);
    choosers.answer(GetModel.YES);
    robot.act("#get-mnist", Button.class, Button::fire);
    await("the reason", 10, () -> robot.text("#get-problem").contains("answered 404"));
    await("another try", 5, () -> !robot.disabled("#get-mnist"));
    robot.fill("#get-address", "nowhere");
    robot.act("#get-mnist", Button.class, Button::fire);
    await("the form", 5, () -> robot.text("#get-problem").contains("https://host/folder/"));
  }

  @Test
  void agreedDownloadBecomesADataSet() throws Exception {
    GetModel model = model();
    choosers.answer(GetModel.YES);
    get(model);
    await("the data set", 20, () -> names().contains("small"));
    ImageSet set = workbench.session().workspace().images("small");
    assertThat(set.info().test()).isEqualTo(2);
    await("what is kept", 5, () -> model.keptProperty().get().get("small") == archive.length);
  }

  private List<String> names() {
    return workbench.session().board().datasets().stream().map(Datasets.Entry::name).toList();
  }

  @Test
  void stoppedDownloadKeepsWhatCame() throws Exception {
    server.slowDown(50);
    GetModel model = model();
    choosers.answer(GetModel.YES);
    get(model);
    await(
        "some of it",
        10,
        () -> model.runningProperty().get().activity().progressProperty().get() > 0);
    onWindowThread(
        () -> {
          model.cancel();
          return null;
        });
    await("the end", 10, () -> model.runningProperty().get() == null);
    await("what came", 5, () -> model.keptProperty().get().getOrDefault("small", 0L) > 0);
    assertThat(Files.exists(folder.resolve("workspace/datasets/small"))).isFalse();
  }
}
