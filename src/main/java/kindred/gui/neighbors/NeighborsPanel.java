package kindred.gui.neighbors;

import java.util.List;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.ResultView;
import kindred.gui.core.Session;
import kindred.gui.core.StagePanel;
import kindred.gui.form.Lessons;
import kindred.gui.form.StagePanelView;
import kindred.gui.form.Teaching;

/** Where neighbors are found. */
public final class NeighborsPanel {
  private NeighborsPanel() {}

  /**
   * The panel.
   *
   * @param results ways to show a run of this stage, the first in front
   */
  public static StagePanel of(Session session, Navigator navigator, List<ResultView> results) {
    Lessons lessons = new Lessons(session, navigator);
    Teaching teaching =
        (ready, launch) -> {
          if (!lessons.hasImages()) {
            return lessons.images();
          } else if (!lessons.hasDone(LatentStage.class) && !lessons.hasDone(ByolStage.class)) {
            return lessons.go(
                Place.NEIGHBORS.icon(),
                "Neighbors are found in a latent space, and there is none yet. Learn one first.",
                "Learn a latent space",
                Place.LATENT);
          }
          return new Teaching.Lesson(
              Place.NEIGHBORS.icon(),
              "No neighbors yet. For every image, this finds the others that lie closest to it, and"
                  + " measures how often they show the same class.",
              ready == null ? null : "Find neighbors",
              launch);
        };
    return new StagePanelView(session, "neighbors", "Find neighbors", teaching, results);
  }
}
