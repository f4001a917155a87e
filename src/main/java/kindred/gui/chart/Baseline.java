package kindred.gui.chart;

import kindred.gui.core.Remembered;
import kindred.gui.core.Session;

/** The run that others are compared with in a workspace; it stays until another is pinned. */
final class Baseline {
  private final Remembered remembered;
  private final String key;

  Baseline(Session session) {
    remembered = session.remembered();
    key = "baseline " + session.workspace().path();
  }

  /** Its id; empty for none. */
  String run() {
    return remembered.text(key, "");
  }

  /** Takes another; null for none. */
  void pin(String run) {
    remembered.put(key, run == null ? "" : run);
  }
}
