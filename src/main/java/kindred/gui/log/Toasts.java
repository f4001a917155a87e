package kindred.gui.log;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kindred.gui.core.Notices;
import kindred.gui.core.Notices.Level;
import kindred.gui.core.Notices.Notice;
import kindred.gui.core.Theme;
import org.kordamp.ikonli.javafx.FontIcon;

/** Notices as they come, for a moment, over the window's lower right corner. */
public final class Toasts {
  private static final int MOST = 3;
  private static final Duration SHORT = Duration.seconds(5);
  private static final Duration LONG = Duration.seconds(12);

  private final VBox view = new VBox(8);
  private final Runnable openLog;
  private final Consumer<Path> openFolder;

  /**
   * @param openLog shows all notices
   * @param openFolder shows where a file is, or what is in a folder
   */
  public Toasts(Notices notices, Runnable openLog, Consumer<Path> openFolder) {
    this.openLog = openLog;
    this.openFolder = openFolder;
    view.setId("toasts");
    view.getStylesheets().add(Theme.sheet("log.css"));
    view.setAlignment(Pos.BOTTOM_RIGHT);
    view.setPickOnBounds(false);
    view.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    StackPane.setAlignment(view, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(view, new Insets(0, 16, 56, 0));
    notices.show(this::show);
  }

  /** For the top of everything; takes no room and no clicks where there is nothing. */
  public VBox view() {
    return view;
  }

  private void show(Notice notice) {
    if (notice.level() == Level.INFO) {
      return;
    }
    Label text = new Label(notice.text(), NoticeMarks.of(notice.level()));
    text.setWrapText(true);
    text.setMaxWidth(400);
    text.setGraphicTextGap(8);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox toast = new HBox(8, text, space);
    toast.getStyleClass().add("toast");
    Optional<Button> more = more(notice);
    more.ifPresent(
        button -> {
          button.setMinWidth(Button.USE_PREF_SIZE);
          button.addEventHandler(ActionEvent.ACTION, event -> view.getChildren().remove(toast));
          toast.getChildren().add(button);
        });
    Button close = new Button(null, new FontIcon("fth-x"));
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText("Dismiss");
    close.setOnAction(event -> view.getChildren().remove(toast));
    toast.getChildren().add(close);
    toast.setAlignment(Pos.CENTER_LEFT);
    if (view.getChildren().size() == MOST) {
      view.getChildren().remove(0);
    }
    view.getChildren().add(toast);
    PauseTransition moment = new PauseTransition(more.isPresent() ? LONG : SHORT);
    moment.setOnFinished(event -> view.getChildren().remove(toast));
    moment.play();
  }

  /** What leads on from a notice, if anything does. */
  private Optional<Button> more(Notice notice) {
    if (notice.level() == Level.PROBLEM) {
      return Optional.of(button("Log", openLog));
    }
    return Optional.ofNullable(notice.saved())
        .map(saved -> button("Open folder", () -> openFolder.accept(saved)));
  }

  private static Button button(String words, Runnable action) {
    Button button = new Button(words);
    button.setOnAction(event -> action.run());
    return button;
  }
}
