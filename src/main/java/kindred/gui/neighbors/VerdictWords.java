package kindred.gui.neighbors;

import javafx.scene.input.KeyCode;
import kindred.neighbors.verdict.Verdict;

/** What a verdict is called, looks like and is typed with, everywhere. */
final class VerdictWords {
  private VerdictWords() {}

  static String of(Verdict kind) {
    return switch (kind) {
      case SAME -> "same kind";
      case DIFFERENT -> "different kind";
      case UNSURE -> "unsure";
      case SKIP -> "skipped";
    };
  }

  /** What a button says that gives it. */
  static String verb(Verdict kind) {
    return switch (kind) {
      case SAME -> "Same kind";
      case DIFFERENT -> "Different kind";
      case UNSURE -> "Unsure";
      case SKIP -> "Skip";
    };
  }

  /** Its name in the Feather pack. */
  static String icon(Verdict kind) {
    return switch (kind) {
      case SAME -> "fth-thumbs-up";
      case DIFFERENT -> "fth-thumbs-down";
      case UNSURE -> "fth-help-circle";
      case SKIP -> "fth-skip-forward";
    };
  }

  /** The pseudo-class that gives the color, defined in neighbors.css. */
  static String style(Verdict kind) {
    return switch (kind) {
      case SAME -> "judged-same";
      case DIFFERENT -> "judged-different";
      case UNSURE -> "judged-unsure";
      case SKIP -> "judged-skip";
    };
  }

  static KeyCode key(Verdict kind) {
    return switch (kind) {
      case SAME -> KeyCode.S;
      case DIFFERENT -> KeyCode.D;
      case UNSURE -> KeyCode.U;
      case SKIP -> KeyCode.SPACE;
    };
  }

  /** The verdict that a key gives, or null. */
  static Verdict of(KeyCode key) {
    for (Verdict kind : Verdict.values()) {
      if (key(kind) == key) {
        return kind;
      }
    }
    return null;
  }
}
