package kindred.gui.data;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.data.DatasetBin;
import kindred.data.DatasetBin.Removed;
import kindred.experiment.EvaluateStage;
import kindred.experiment.Stage;
import kindred.experiment.TrainingStage;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.Standing;

/** Removes data sets into the workspace's bin and gets them back. For the application thread. */
final class RemovalModel {
  private static final String REMOVE = "Remove all the same";
  private static final String EMPTY = "Delete for good";

  private final Session session;
  private final DatasetBin bin;
  private final ReadOnlyObjectWrapper<Removed> latest = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Removed> inBin = FXCollections.observableArrayList();

  RemovalModel(Session session) {
    this.session = session;
    this.bin =
        new DatasetBin(
            session.workspace().path().resolve("bin/datasets"), session.workspace().datasets());
  }

  /** Removes a data set, after a question if runs are still to use it. */
  void remove(String name) {
    List<RunRow> users =
        session.board().runs().stream().filter(run -> unfinished(run) && uses(run, name)).toList();
    if (!users.isEmpty()
        && session
            .choosers()
            .ask(
                "Remove " + name + "?",
                Words.count(users.size(), "run that is", "runs that are")
                    + " not finished will fail without these images, such as "
                    + users.get(0).name()
                    + ".",
                REMOVE)
            .isEmpty()) {
      return;
    }
    session.background().run(() -> bin.put(name), this::removed, session.notices()::problem);
  }

  private static boolean unfinished(RunRow run) {
    Standing standing = run.standing();
    return standing != Standing.DONE && standing != Standing.FAILED;
  }

  private static boolean uses(RunRow run, String name) {
    Stage stage = run.stage().orElse(null);
    return (stage instanceof TrainingStage training && name.equals(training.data()))
        || (stage instanceof EvaluateStage evaluate && name.equals(evaluate.test()));
  }

  private void removed(Removed removed) {
    latest.set(removed);
    refresh();
  }

  /** Puts the data set back that was removed last. */
  void undo() {
    if (latest.get() != null) {
      restore(latest.get());
    }
  }

  void restore(Removed removed) {
    session
        .background()
        .run(
            () -> {
              bin.restore(removed);
              return removed;
            },
            back -> {
              forget(back);
              refresh();
            },
            session.notices()::problem);
  }

  /** Takes away the offer to undo. */
  void dismiss() {
    latest.set(null);
  }

  private void forget(Removed removed) {
    if (Objects.equals(latest.get(), removed)) {
      latest.set(null);
    }
  }

  /** Deletes everything in the bin, after a question. */
  void emptyBin() {
    double bytes = inBin.stream().mapToDouble(Removed::bytes).sum();
    String what = Words.count(inBin.size(), "data set", "data sets");
    if (session
        .choosers()
        .ask(
            "Empty the bin?",
            what + " (" + Words.bytes(bytes) + ") will be gone; the original files stay.",
            EMPTY)
        .isEmpty()) {
      return;
    }
    session
        .background()
        .run(
            () -> {
              bin.empty();
              return true;
            },
            done -> {
              latest.set(null);
              refresh();
            },
            session.notices()::problem);
  }

  /** Looks at the bin, and lets the board look at the data sets. */
  void refresh() {
    session.board().refresh();
    session.background().run(bin::list, inBin::setAll, session.notices()::problem);
  }

  /** What was removed last and can be undone; else null. */
  ReadOnlyObjectProperty<Removed> latestProperty() {
    return latest.getReadOnlyProperty();
  }

  /** What lies in the bin, as of the last {@link #refresh}. */
  ObservableList<Removed> inBin() {
    return inBin;
  }
}
