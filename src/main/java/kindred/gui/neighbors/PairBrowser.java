package kindred.gui.neighbors;

import java.util.List;
import kindred.gui.core.LaterView;
import kindred.gui.core.Navigator;
import kindred.gui.core.ResultView;
import kindred.gui.core.Session;

/**
 * The views of a neighbors run's pairs: rows to look through, two large images to judge, and
 * numbers. They share what is filtered, selected and judged. For the application thread.
 */
public final class PairBrowser {
  private final PairRowsView rows;
  private final LaterView<JudgeView> judge;
  private final LaterView<NumbersView> numbers;

  public PairBrowser(Session session, Navigator navigator) {
    PairsModel pairs = new PairsModel(session);
    Sample sample = new Sample(session, pairs);
    judge =
        new LaterView<>(
            JudgeView.TITLE, () -> new JudgeView(pairs, new JudgeModel(pairs, sample), sample));
    rows = new PairRowsView(session, pairs, pair -> judge.made().open(pair));
    numbers =
        new LaterView<>(
            NumbersView.TITLE,
            () ->
                new NumbersView(
                    session,
                    pairs,
                    new NumbersModel(session, pairs),
                    sample,
                    navigator,
                    () -> judge.made().sample()));
  }

  /** The views, the rows first. */
  public List<ResultView> views() {
    return List.of(rows, judge, numbers);
  }

  /** Brings the rows to the front and an image with its neighbors to their top. */
  public void open(int image) {
    rows.open(image);
  }
}
