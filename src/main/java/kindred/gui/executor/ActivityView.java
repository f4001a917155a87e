package kindred.gui.executor;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import kindred.gui.core.Activity;
import kindred.gui.core.Tips;

/** What the window itself is busy with, such as an import: the latest one, with a way to end it. */
final class ActivityView extends HBox {
  private final ObservableList<Activity> running;

  ActivityView(ObservableList<Activity> running) {
    super(8);
    this.running = running;
    setId("bar-activity");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    running.addListener((ListChangeListener<Activity>) change -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    setVisible(!running.isEmpty());
    if (running.isEmpty()) {
      return;
    }
    Activity activity = running.get(running.size() - 1);
    String more = running.size() > 1 ? " and " + (running.size() - 1) + " more" : "";
    Label title = new Label(activity.title() + more);
    title.setMaxWidth(200);
    ProgressBar progress = new ProgressBar();
    progress.setPrefWidth(80);
    progress.progressProperty().bind(activity.progressProperty());
    activity
        .messageProperty()
        .subscribe(
            message -> {
              String details = activity.title() + "\n" + message;
              Tips.set(title, details);
              Tips.set(progress, details);
            });
    Button cancel = IconButtons.of("fth-x", "Cancel: " + activity.title(), activity::cancel);
    cancel.setId("bar-cancel");
    getChildren().addAll(title, progress, cancel);
  }
}
