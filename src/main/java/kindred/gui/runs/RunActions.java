package kindred.gui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kindred.gui.core.CopiedCommand;
import kindred.gui.core.FolderOpener;
import kindred.gui.core.SavedReport;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.Bin;
import kindred.run.RunFolder;
import kindred.run.Standing;

/** What can be done with runs from the table. For the application thread; files are background. */
final class RunActions {
  private static final String DELETE = "Delete";

  private final Session session;
  private final Bin bin;
  private final ReadOnlyObjectWrapper<List<String>> undoable =
      new ReadOnlyObjectWrapper<>(List.of());

  RunActions(Session session) {
    this.session = session;
    this.bin = new Bin(session.workspace());
  }

  /** Stops runs: those under way after their next step, saved; those that wait leave the queue. */
  void stop(List<RunEntry> runs) {
    List<RunEntry> going = runs.stream().filter(run -> canStop(run.row().standing())).toList();
    change(
        () -> {
          for (RunEntry run : going) {
            session.jobs().stop(run.row().folder());
          }
          return going.size();
        },
        stopped -> {});
  }

  static boolean canStop(Standing standing) {
    return canPause(standing) || standing == Standing.PAUSED;
  }

  /** Lets runs rest: those under way after their next step, those that wait in their place. */
  void pause(List<RunEntry> runs) {
    List<RunEntry> going = runs.stream().filter(run -> canPause(run.row().standing())).toList();
    change(
        () -> {
          for (RunEntry run : going) {
            session.jobs().pause(run.row().folder(), false);
          }
          return going.size();
        },
        paused -> {});
  }

  static boolean canPause(Standing standing) {
    return standing == Standing.RUNNING || standing == Standing.QUEUED;
  }

  /** Puts what makes the same run again in a terminal into the clipboard. */
  void copyCommand(RunEntry run) {
    run.row()
        .stage()
        .ifPresent(stage -> CopiedCommand.copy(session, CopiedCommand.of(session, stage)));
  }

  /** Writes all that is known of a run as a page, where the user wants it. */
  void report(RunEntry run) {
    SavedReport.ask(session, run.id());
  }

  /** Lets runs that are not done wait for a worker again. */
  void resume(List<RunEntry> runs) {
    List<RunEntry> resumable =
        runs.stream().filter(run -> run.row().standing().resumable()).toList();
    change(
        () -> {
          for (RunEntry run : resumable) {
            session.jobs().resume(run.row().folder());
          }
          return resumable.size();
        },
        resumed -> {});
  }

  /** Moves runs to the bin, after a question if others were made to build on them. */
  void delete(List<RunEntry> runs) {
    List<RunFolder> folders = runs.stream().map(run -> run.row().folder()).toList();
    List<String> ids = runs.stream().map(RunEntry::id).toList();
    session
        .background()
        .run(
            () -> bin.dependents(ids).stream().map(RunFolder::id).toList(),
            others -> {
              if (others.isEmpty() || agreed(ids, others)) {
                move(folders);
              }
            });
  }

  private boolean agreed(List<String> ids, List<String> others) {
    String some = others.stream().limit(5).collect(Collectors.joining(", "));
    String more = others.size() > 5 ? " and " + (others.size() - 5) + " more" : "";
    Optional<String> answer =
        session
            .choosers()
            .ask(
                "Delete " + Words.count(ids.size(), "run", "runs") + "?",
                (others.size() == 1 ? "Another run builds" : "Other runs build")
                    + " on what you delete: "
                    + some
                    + more
                    + ". What they made stays, but they could not be repeated.",
                DELETE);
    return answer.filter(DELETE::equals).isPresent();
  }

  private void move(List<RunFolder> folders) {
    List<String> moved = new ArrayList<>();
    session
        .background()
        .run(
            () -> {
              for (RunFolder folder : folders) {
                bin.put(folder);
                moved.add(folder.id());
              }
              return moved;
            },
            this::moved,
            failure -> {
              session.notices().problem(failure);
              moved(List.copyOf(moved));
            });
  }

  private void moved(List<String> ids) {
    session.board().refresh();
    if (!ids.isEmpty()) {
      undoable.set(List.copyOf(ids));
    }
  }

  /** The runs that were deleted last and can be put back by {@link #undo}; empty for none. */
  ReadOnlyObjectProperty<List<String>> undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Puts back what was deleted last. */
  void undo() {
    List<String> ids = undoable.get();
    undoable.set(List.of());
    restore(ids, restored -> {});
  }

  /** Leaves what was deleted in the bin, without the offer to undo. */
  void forgetUndo() {
    undoable.set(List.of());
  }

  /** Puts runs of the bin back. */
  void restore(List<String> ids, Consumer<Integer> done) {
    change(
        () -> {
          ids.forEach(bin::restore);
          return ids.size();
        },
        done);
  }

  /** Deletes runs of the bin for good, after a question. */
  void deleteForGood(List<String> ids, Consumer<Integer> done) {
    String runs = Words.count(ids.size(), "run", "runs");
    Optional<String> answer =
        session
            .choosers()
            .ask("Delete " + runs + " for good?", "This cannot be undone.", "Delete for good");
    if (answer.isPresent()) {
      change(
          () -> {
            ids.forEach(bin::delete);
            return ids.size();
          },
          done);
    }
  }

  /** What is in the bin, handed over later. */
  void binned(Consumer<List<Bin.Binned>> then) {
    session.background().run(bin::list, then);
  }

  private void change(Callable<Integer> work, Consumer<Integer> done) {
    session
        .background()
        .run(
            work,
            changed -> {
              session.board().refresh();
              done.accept(changed);
            });
  }

  /** Shows a run's folder in the system's file browser. */
  void openFolder(RunEntry run) {
    session.background().run(() -> FolderOpener.open(run.row().folder().path()), opened -> {});
  }
}
