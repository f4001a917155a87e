package kindred.gui.core;

import kindred.run.Standing;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one color and the one shape that each state has everywhere. */
public final class Standings {
  private Standings() {}

  /** The icon's name in the Feather pack. */
  public static String icon(Standing standing) {
    return switch (standing) {
      case QUEUED -> "fth-clock";
      case RUNNING -> "fth-play-circle";
      case PAUSED -> "fth-pause-circle";
      case STOPPING -> "fth-stop-circle";
      case DONE -> "fth-check-circle";
      case FAILED -> "fth-x-circle";
      case STOPPED -> "fth-square";
      case LOST -> "fth-alert-circle";
    };
  }

  /** The style class that gives the color, defined in kindred.css. */
  public static String style(Standing standing) {
    return "standing-" + standing;
  }

  /** The icon in its color, with its name as accessible text. */
  public static FontIcon mark(Standing standing) {
    FontIcon icon = new FontIcon(icon(standing));
    icon.getStyleClass().add(style(standing));
    icon.setAccessibleText(standing.toString());
    return icon;
  }
}
