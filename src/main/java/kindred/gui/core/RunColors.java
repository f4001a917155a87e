package kindred.gui.core;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/**
 * The color that a run has and keeps in every chart and table, by its number. The colors are told
 * apart by people with any of the common color blindnesses, differ in lightness too, and stand out
 * from the background of both themes by at least 3:1. Runs whose numbers share a color differ in
 * the pattern of their lines.
 */
public final class RunColors {
  private static final List<Color> ON_LIGHT =
      colors("#0072B2", "#D55E00", "#00805C", "#B0508A", "#8F6B00", "#2E94CC", "#4F5963");
  private static final List<Color> ON_DARK =
      colors("#5AA9F0", "#FF8A3D", "#2EC4A0", "#E592C4", "#F0E442", "#A5DCFF", "#B8C0C8");

  /** How a run's lines are drawn. */
  public enum Pattern {
    SOLID,
    DOTTED,
    DASH_DOTTED
  }

  private RunColors() {}

  private static List<Color> colors(String... hex) {
    return Arrays.stream(hex).map(Color::web).toList();
  }

  /**
   * A run's color.
   *
   * @param run its id, such as {@code ae-7}
   * @param dark whether it stands on a dark background
   */
  public static Color of(String run, boolean dark) {
    List<Color> colors = dark ? ON_DARK : ON_LIGHT;
    return colors.get(Math.floorMod(number(run) - 1, colors.size()));
  }

  /** The pattern of a run's lines, which tells apart runs of the same color. */
  public static Pattern pattern(String run) {
    int round = Math.floorDiv(number(run) - 1, ON_LIGHT.size());
    return Pattern.values()[Math.floorMod(round, Pattern.values().length)];
  }

  /** A dot in the run's color, for tables and lists; follows the theme. */
  public static Circle dot(String run, Theme theme) {
    Circle dot = new Circle(5);
    dot.fillProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> of(run, theme.darkProperty().get()), theme.darkProperty()));
    return dot;
  }

  /** Ids end in a number; anything else is as good as one. */
  private static int number(String run) {
    String tail = run.substring(run.lastIndexOf('-') + 1);
    return tail.matches("\\d{1,9}") ? Integer.parseInt(tail) : run.hashCode();
  }
}
