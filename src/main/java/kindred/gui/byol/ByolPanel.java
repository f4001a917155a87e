package kindred.gui.byol;

import java.util.List;
import kindred.gui.core.Navigator;
import kindred.gui.core.ResultView;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;
import kindred.gui.form.Lessons;
import kindred.gui.form.StagePanelView;
import kindred.gui.form.Teaching;

/** Where encoders are trained with BYOL, three ways. */
public final class ByolPanel {
  private ByolPanel() {}

  /**
   * The panel.
   *
   * @param results ways to show a run of this stage, the first in front
   */
  public static StagePanel of(Session session, Navigator navigator, List<ResultView> results) {
    Lessons lessons = new Lessons(session, navigator);
    Teaching teaching =
        (ready, launch) ->
            lessons.hasImages()
                ? new Teaching.Lesson(
                    "fth-layers",
                    "No encoder yet. BYOL learns one by making two views of an image agree; with"
                        + " neighbors, a look-alike takes part as well. The baseline needs none and"
                        + " is what the others are compared with.",
                    ready == null ? null : "Train " + ready.title().replace("byol-", "the "),
                    launch)
                : lessons.images();
    return new StagePanelView(session, "byol", "Train", teaching, results);
  }
}
