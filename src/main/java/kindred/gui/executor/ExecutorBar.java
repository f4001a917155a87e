package kindred.gui.executor;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Theme;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.run.Machine;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line below everything: the machine, what runs, what waits, and what went wrong. */
public final class ExecutorBar extends HBox implements AutoCloseable {
  private final Session session;
  private final ExecutorModel model;
  private final MachineMeter meter = new MachineMeter();
  private final QueueView queueView;
  private final PopOver popover;
  private final Button queue = new Button();
  private final Button log = new Button("Log");
  private final Label badge = new Label();

  /** Where the bar leads. */
  public interface Ways {
    /** Shows a run's panel. */
    void open(RunRow run);

    /** Shows why a run failed, the end of its log, and what to try. */
    void explain(RunRow run);

    /** Shows all that was said. */
    void log();
  }

  public ExecutorBar(Session session, Execution execution, Ways ways) {
    super(16);
    this.session = session;
    this.model = new ExecutorModel(session);
    Consumer<RunRow> explain =
        run -> {
          hideQueue();
          ways.explain(run);
        };
    this.queueView = new QueueView(model, explain);
    this.popover = new PopOver(queueView);
    getStyleClass().add("executor-bar");
    getStylesheets().add(Theme.sheet("executor.css"));
    DeviceMeter device = new DeviceMeter();
    meter.machineProperty().addListener((property, before, now) -> showMachine(device, now));
    JobView job = new JobView(model, ways::open);
    HBox.setHgrow(job, Priority.ALWAYS);
    job.setMinWidth(0);
    Label others = new Label();
    others.getStyleClass().add("quiet");
    others.managedProperty().bind(others.visibleProperty());
    getChildren()
        .addAll(
            device,
            new Separator(Orientation.VERTICAL),
            job,
            others,
            new ActivityView(session.background().running()),
            new Separator(Orientation.VERTICAL),
            queue(),
            log(ways));
    session.board().runs().addListener((ListChangeListener<RunRow>) change -> changed(others));
    InvalidationListener busy = observable -> showOthers(others, execution);
    execution.elsewhere().addListener(busy);
    changed(others);
    showOthers(others, execution);
    meter.start();
  }

  private void showMachine(DeviceMeter device, Machine machine) {
    if (machine != null) {
      device.show(machine);
    }
  }

  private void changed(Label others) {
    meter.workers(
        model.active().stream()
            .map(run -> run.now().state().pid())
            .filter(java.util.Objects::nonNull)
            .toList());
    int waiting = model.waiting().size();
    queue.setText("Queue " + Words.count(waiting));
    queue.setAccessibleText("Queue: " + Words.count(waiting, "run waits", "runs wait"));
    if (popover.isShowing()) {
      queueView.show();
    }
    if (model.active().size() > 1) {
      others.setVisible(true);
      others.setText("and " + (model.active().size() - 1) + " more");
    } else if (others.getText().startsWith("and")) {
      others.setVisible(false);
      others.setText("");
    }
  }

  private void showOthers(Label others, Execution execution) {
    boolean busy = !execution.elsewhere().isEmpty();
    others.setVisible(busy);
    others.setText(busy ? "another program works here" : "");
    Tips.set(
        others,
        busy
            ? "Another window or a terminal has "
                + String.join(", ", execution.elsewhere())
                + " of this workspace. What waits goes on when it ends, there or here."
            : null);
  }

  private Button queue() {
    queue.setId("bar-queue");
    queue.setMinWidth(USE_PREF_SIZE);
    queue.setGraphic(new FontIcon("fth-layers"));
    queue.getStyleClass().add("flat");
    Tips.set(queue, "What waits, in its order");
    popover.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
    popover.setAnimated(false);
    queueView.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape); // a list keeps it else
    queue.setOnAction(
        event -> {
          if (popover.isShowing()) {
            hideQueue();
          } else {
            queueView.show();
            popover.show(queue);
          }
        });
    return queue;
  }

  private void closeOnEscape(KeyEvent pressed) {
    if (pressed.getCode() == KeyCode.ESCAPE) {
      pressed.consume();
      hideQueue();
    }
  }

  private void hideQueue() {
    popover.hide();
  }

  private Button log(Ways ways) {
    log.setId("bar-log");
    log.getStyleClass().add("flat");
    log.setMinWidth(USE_PREF_SIZE);
    Tips.set(log, "What happened, and what went wrong");
    log.setOnAction(event -> ways.log());
    badge.setId("bar-badge");
    badge.getStyleClass().add("badge");
    session.notices().unseenProperty().addListener(observable -> showBadge());
    showBadge();
    return log;
  }

  private void showBadge() {
    int unseen = session.notices().unseenProperty().get();
    badge.setText(Words.count(unseen));
    log.setGraphic(unseen > 0 ? badge : new FontIcon("fth-file-text"));
    log.setAccessibleText(
        "Log: "
            + (unseen == 0 ? "nothing new" : Words.count(unseen, "new problem", "new problems")));
  }

  @Override
  public void close() {
    popover.hide();
    meter.close();
  }
}
