package kindred.gui.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The program's own typeface for what is painted by JFreeChart. Loading it takes a moment, so the
 * first use belongs to a background thread.
 */
public final class ChartFonts {
  /** The size of what is written at axes. */
  static final int AXES = 11;

  private static final Font REGULAR = load("Regular");

  private ChartFonts() {}

  private static Font load(String weight) {
    String resource = "/assets/fonts/Roboto-" + weight + ".ttf";
    try (InputStream file = ChartFonts.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its font " + resource);
      }
      Font font = Font.createFont(Font.TRUETYPE_FONT, file);
      GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
      return font;
    } catch (FontFormatException e) {
      throw new IllegalStateException(resource + " is no font", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The typeface at a size in pixels. */
  public static Font regular(int size) {
    return REGULAR.deriveFont((float) size);
  }
}
