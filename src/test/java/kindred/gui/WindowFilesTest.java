package kindred.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import kindred.data.PackedImages;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.run.TinyWorkspace;
import kindred.run.Workspace;
import org.junit.jupiter.api.Test;

/**
 * The thread that draws the window reads and writes no files: Java's flight recorder notes every
 * access with its thread. Mapped images it cannot see; these are guarded by an assertion in {@code
 * ImageSet}.
 */
class WindowFilesTest extends WindowCase {
  private static final String WINDOW_THREAD = "JavaFX Application Thread";
  private static final List<String> ACCESSES =
      List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

  /** Java itself reads classes, style sheets and fonts from the program's own files. */
  private static final List<String> OWN =
      List.of(
          "java.lang.ClassLoader",
          "jdk.internal.loader",
          "java.util.zip",
          "com.sun.javafx.css",
          "com.sun.javafx.font",
          "javafx.css");

  private void makeRuns() {
    Workspace workspace = workbench.session().workspace();
    PackedImages.write(
        workspace.datasets().resolve("tiny"), 40, 1, 8, 8, 2, (n, c, y, x) -> n % 2 * 120 + n + y);
    String training =
        """
        {"epochs": 1, "batch": 8, "latent": 4, "holdout": 0.2, "threads": 1, "precision": "fp32"}\
        """;
    String space = work(workspace, "{'stage':'latent','data':'tiny','training':" + training + "}");
    String near = work(workspace, "{'stage':'neighbors','k':3,'source':'" + space + "'}");
    String byol =
        work(
            workspace,
            "{'stage':'byol','way':'weighted','data':'tiny','neighbors':'"
                + near
                + "','training':"
                + training
                + "}");
    work(workspace, "{'stage':'evaluate','k':3,'probeEpochs':1,'source':'" + byol + "'}");
  }

  private static String work(Workspace workspace, String stage) {
    return TinyWorkspace.done(
            workspace, Json.read(stage.replace('\'', '"'), Stage.class, "a test's stage"))
        .id();
  }

  @Test
  void noFileIsTouchedByTheThreadThatDraws() throws Exception {
    makeRuns();
    closeWorkbench();
    Path found = folder.resolve("accesses.jfr");
    try (Recording recording = new Recording()) {
      for (String access : ACCESSES) {
        recording.enable(access).withThreshold(Duration.ZERO).withStackTrace();
      }
      recording.start();
      openWorkbench();
      visitEverything();
      recording.stop();
      recording.dump(found);
    }
    List<RecordedEvent> all = RecordingFile.readAllEvents(found);
    assertThat(all.stream().filter(event -> threadOf(event).equals("background")))
        .as("what is read in the background is noted")
        .isNotEmpty();
    assertThat(
            all.stream()
                .filter(event -> threadOf(event).equals(WINDOW_THREAD))
                .filter(event -> !isOfJavaItself(event))
                .map(WindowFilesTest::describe)
                .distinct())
        .isEmpty();
  }

  private void visitEverything() throws Exception {
    await("the runs", 20, () -> workbench.session().board().runs().size() == 4);
    for (Place place : Place.values()) {
      onWindowThread(
          () -> {
            workbench.shell().open(place);
            return null;
          });
      calm();
      for (TabPane tabs : onWindowThread(() -> tabsIn(stage().getScene().getRoot()))) {
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
          int index = tab;
          onWindowThread(
              () -> {
                tabs.getSelectionModel().select(index);
                return null;
              });
          calm();
        }
      }
    }
    for (RunRow run : onWindowThread(() -> List.copyOf(workbench.session().board().runs()))) {
      onWindowThread(
          () -> {
            workbench.shell().openRun(run.id());
            run.stage().ifPresent(workbench.shell()::fill);
            return null;
          });
      calm();
    }
  }

  private void calm() throws Exception {
    Thread.sleep(150);
    await("calm", 20, () -> workbench.session().background().idle());
  }

  private static List<TabPane> tabsIn(Node node) {
    List<TabPane> found = new ArrayList<>();
    if (node instanceof TabPane tabs) {
      found.add(tabs);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(tabsIn(child)));
    }
    return found;
  }

  private static String threadOf(RecordedEvent event) {
    return event.getThread() == null ? "" : String.valueOf(event.getThread().getJavaName());
  }

  private static boolean isOfJavaItself(RecordedEvent event) {
    List<String> types =
        event.getStackTrace().getFrames().stream()
            .map(frame -> frame.getMethod().getType().getName())
            .toList();
    // From the innermost call outward: what counts is who is met first.
    for (String type : types) {
      if (type.startsWith("kindred.")) {
        return false;
      }
      if (OWN.stream().anyMatch(type::startsWith)) {
        return true;
      }
    }
    return false;
  }

  private static String describe(RecordedEvent event) {
    return event.getEventType().getName()
        + " "
        + event.getString("path")
        + " by "
        + event.getStackTrace().getFrames().stream()
            .filter(RecordedFrame::isJavaFrame)
            .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
            .filter(name -> name.startsWith("kindred."))
            .limit(4)
            .collect(Collectors.joining(" < "));
  }
}
