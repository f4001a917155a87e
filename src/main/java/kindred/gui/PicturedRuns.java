package kindred.gui;

import static kindred.gui.WatchedApp.onWindowThread;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kindred.experiment.Experiment;
import kindred.experiment.Metric;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.gui.core.Board;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.shell.Shell;
import kindred.run.RunFolder;
import kindred.run.Standing;

/**
 * The runs of a workspace whose window is to be pictured. Not for the application thread, which
 * goes on while runs are waited for.
 */
final class PicturedRuns {
  private static final long LOOK_MILLIS = 1000;

  private final Session session;

  PicturedRuns(Session session) {
    this.session = session;
  }

  private Board board() {
    return session.board();
  }

  /** Queues a run. */
  RunFolder launch(Stage stage) {
    return session.jobs().launch(stage);
  }

  /**
   * The sample experiment, if nothing was run; and neighbors to compare with, if there are none.
   *
   * @param progress told what is made
   */
  void make(Consumer<String> progress) throws InterruptedException {
    if (onWindowThread(() -> board().runs().isEmpty())) {
      progress.accept("no run yet: the sample experiment comes first");
      session.jobs().launch(Experiment.sample());
      awaitAll();
    }
    List<NeighborStage> neighbors =
        onWindowThread(
            () ->
                board().runs().stream()
                    .flatMap(run -> run.stage().stream())
                    .filter(NeighborStage.class::isInstance)
                    .map(NeighborStage.class::cast)
                    .toList());
    if (neighbors.size() == 1) {
      NeighborStage only = neighbors.get(0);
      Metric other = only.metric() == Metric.COSINE ? Metric.EUCLIDEAN : Metric.COSINE;
      launch(new NeighborStage(only.source(), only.data(), other, only.prepare(), only.k()));
      awaitAll();
    }
  }

  /** The settings of the latest run that a place shows. */
  Optional<Stage> latest(Place place) throws InterruptedException {
    return onWindowThread(
        () ->
            board().runs().stream()
                .flatMap(run -> run.stage().stream())
                .filter(stage -> Shell.placeOf(stage) == place)
                .reduce((older, newer) -> newer));
  }

  /** Stops whatever is left to do, and waits for it. */
  void stopAll() throws InterruptedException {
    List<RunRow> left =
        onWindowThread(() -> board().runs().stream().filter(PicturedRuns::toDo).toList());
    left.forEach(run -> session.jobs().stop(run.folder()));
    awaitAll();
  }

  private void awaitAll() throws InterruptedException {
    onWindowThread(() -> board().refresh());
    do {
      Thread.sleep(LOOK_MILLIS);
    } while (onWindowThread(
        () -> board().runs().isEmpty() || board().runs().stream().anyMatch(PicturedRuns::toDo)));
  }

  private static boolean toDo(RunRow run) {
    return run.standing() == Standing.QUEUED || run.standing() == Standing.RUNNING;
  }
}
