package kindred.gui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import kindred.gui.core.Board;
import kindred.gui.core.Place;
import kindred.gui.core.RunRow;
import kindred.gui.core.Standings;
import kindred.gui.core.Words;
import kindred.run.Standing;

/** Keeps the rail telling how much there is of each stage, and how it stands. */
final class RailMarks {
  /** What is worth knowing first. */
  private static final List<Standing> TELLING =
      List.of(
          Standing.RUNNING,
          Standing.STOPPING,
          Standing.PAUSED,
          Standing.QUEUED,
          Standing.LOST,
          Standing.FAILED,
          Standing.STOPPED,
          Standing.DONE);

  private static final List<Place> STAGES =
      List.of(Place.LATENT, Place.NEIGHBORS, Place.BYOL, Place.EVALUATION);

  private final Rail rail;
  private final Board board;

  private RailMarks(Rail rail, Board board) {
    this.rail = rail;
    this.board = board;
  }

  static void keep(Rail rail, Board board) {
    RailMarks marks = new RailMarks(rail, board);
    board.runs().addListener((ListChangeListener<RunRow>) change -> marks.update());
    board.datasets().addListener((ListChangeListener<Object>) change -> marks.update());
    marks.update();
  }

  private void update() {
    int datasets = board.datasets().size();
    rail.mark(
        Place.DATA,
        Words.count(datasets),
        null,
        null,
        Words.count(datasets, "data set", "data sets"));
    Map<Place, List<RunRow>> byPlace = new EnumMap<>(Place.class);
    for (RunRow run : board.runs()) {
      run.stage()
          .ifPresent(
              stage ->
                  byPlace.computeIfAbsent(Shell.placeOf(stage), p -> new ArrayList<>()).add(run));
    }
    STAGES.forEach(place -> mark(place, byPlace.getOrDefault(place, List.of())));
    long models = board.runs().stream().filter(RunRow::isModel).count();
    rail.mark(
        Place.MODELS,
        models == 0 ? "" : Words.count(models),
        null,
        null,
        Words.count(models, "trained model", "trained models"));
    rail.mark(
        Place.RUNS,
        Words.count(board.runs().size()),
        null,
        null,
        Words.count(board.runs().size(), "run", "runs"));
  }

  private void mark(Place place, List<RunRow> runs) {
    Standing standing =
        runs.stream()
            .map(RunRow::standing)
            .min(Comparator.comparing(TELLING::indexOf))
            .orElse(null);
    rail.mark(
        place,
        runs.isEmpty() ? "" : Words.count(runs.size()),
        standing == null ? null : standing.toString(),
        standing == null ? null : Standings.icon(standing),
        standing == null
            ? "No run yet."
            : Words.count(runs.size(), "run", "runs") + ", " + standing + ".");
  }
}
