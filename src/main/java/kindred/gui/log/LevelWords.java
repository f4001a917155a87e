package kindred.gui.log;

import javafx.util.StringConverter;
import kindred.gui.core.Notices.Level;

/** How the choice of levels is worded. */
final class LevelWords extends StringConverter<Level> {
  @Override
  public String toString(Level level) {
    return level == null
        ? ""
        : switch (level) {
          case INFO -> "All messages";
          case DONE -> "What is done, and problems";
          case PROBLEM -> "Problems only";
        };
  }

  @Override
  public Level fromString(String text) {
    throw new UnsupportedOperationException("levels are chosen, not typed");
  }
}
