package kindred.gui.executor;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kindred.gui.core.Pulses;
import kindred.gui.core.RunRow;
import kindred.gui.core.Standings;
import kindred.gui.core.Tips;
import kindred.run.Standing;
import org.kordamp.ikonli.javafx.FontIcon;

/** The run at work, in a line whose parts keep their places. */
final class JobView extends HBox {
  private final ExecutorModel model;
  private final FontIcon mark = new FontIcon("fth-moon");
  private final Hyperlink name = new Hyperlink();
  private final Label doing = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label left = new Label();
  private final Button pause;
  private final ContextMenu pauseMenu;
  private final Button stop;
  private final InvalidationListener look = observable -> showSoon();
  private boolean due;

  /**
   * @param open shows a run's panel
   */
  JobView(ExecutorModel model, Consumer<RunRow> open) {
    super(8);
    this.model = model;
    setId("bar-job");
    setAlignment(Pos.CENTER_LEFT);
    pause = IconButtons.of("fth-pause", "Pause", this::pauseOrResume);
    stop = IconButtons.of("fth-square", "Stop", () -> model.stop(run()));
    MenuItem free = new MenuItem("Pause and free the device for the next run");
    free.setOnAction(event -> model.pause(run(), true));
    pauseMenu = new ContextMenu(free);
    pause.setId("bar-pause");
    stop.setId("bar-stop");
    name.setId("bar-name");
    doing.setId("bar-doing");
    name.getStyleClass().add("bar-name");
    name.setOnAction(event -> open.accept(run()));
    name.setMinWidth(80);
    doing.getStyleClass().add("quiet");
    doing.setMinWidth(0);
    doing.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(doing, Priority.ALWAYS);
    progress.setMinWidth(120);
    progress.setPrefWidth(160);
    left.getStyleClass().add("bar-left");
    getChildren().addAll(mark, name, doing, progress, left, pause, stop);
    model
        .currentProperty()
        .addListener(
            (property, before, now) -> {
              forget(before);
              follow(now);
            });
    follow(run());
  }

  private RunRow run() {
    return model.currentProperty().get();
  }

  private void forget(RunRow run) {
    if (run != null) {
      run.eventProperty().removeListener(look);
      run.snapshotProperty().removeListener(look);
    }
  }

  private void follow(RunRow run) {
    if (run != null) {
      run.eventProperty().addListener(look);
      run.snapshotProperty().addListener(look);
    }
    show();
  }

  private void pauseOrResume() {
    RunRow run = run();
    if (run.standing() == Standing.PAUSED) {
      model.resume(run);
    } else {
      model.pause(run, false);
    }
  }

  /** Shows what is new once a pulse, as a worker may say something hundreds of times a second. */
  private void showSoon() {
    if (getScene() == null) {
      show();
    } else if (!due) {
      due = true;
      Pulses.next(getScene(), this::show);
    }
  }

  private void show() {
    due = false;
    RunRow run = run();
    boolean none = run == null;
    pause.setDisable(none || run.standing() == Standing.STOPPING);
    stop.setDisable(none || run.standing() == Standing.STOPPING);
    name.setDisable(none);
    progress.setVisible(!none);
    String style = none ? null : Standings.style(run.standing());
    if (!mark.getStyleClass().contains(style)) {
      mark.getStyleClass().removeIf(other -> other.startsWith("standing-"));
      if (!none) {
        mark.getStyleClass().add(style);
      }
    }
    if (none) {
      mark.setIconLiteral("fth-moon");
      mark.setAccessibleText("idle");
      name.setText("Nothing runs");
      doing.setText("");
      left.setText("");
      progress.setProgress(0);
      pause.setContextMenu(null);
      return;
    }
    mark.setIconLiteral(Standings.icon(run.standing()));
    mark.setAccessibleText(run.standing().toString());
    name.setText(run.name());
    doing.setText(JobWords.doing(run));
    Tips.set(name, run.name() + "\nClick to see it");
    left.setText(JobWords.left(run));
    progress.setProgress(JobWords.share(run));
    progress.setAccessibleText("progress of " + run.name());
    showPause(run);
  }

  private void showPause(RunRow run) {
    boolean paused = run.standing() == Standing.PAUSED;
    ((FontIcon) pause.getGraphic()).setIconLiteral(paused ? "fth-play" : "fth-pause");
    IconButtons.say(
        pause,
        paused
            ? "Go on with " + run.name()
            : "Pause " + run.name() + " after this step; right-click to free the device");
    IconButtons.say(stop, "Stop " + run.name() + " after this step, saved");
    pause.setContextMenu(pauseMenu);
  }
}
