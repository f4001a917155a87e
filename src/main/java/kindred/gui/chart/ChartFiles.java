package kindred.gui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import kindred.array.AtomicFile;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.picture.SvgFile;
import kindred.metrics.MetricColumn;
import kindred.metrics.MetricTable;
import kindred.metrics.Quantity;
import org.jfree.chart.JFreeChart;

/** Charts as files: on white, with title and legend. For background threads. */
final class ChartFiles {
  private static final int PIXELS = 2;

  private ChartFiles() {}

  /** A picture of twice the size in pixels. */
  static void png(JFreeChart chart, int width, int height, Path file) {
    BufferedImage image =
        new BufferedImage(PIXELS * width, PIXELS * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PIXELS, PIXELS);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    graphics.dispose();
    AtomicFile.write(
        file, channel -> ImageIO.write(image, "png", Channels.newOutputStream(channel)));
  }

  /** A drawing of lines and letters. */
  static void svg(JFreeChart chart, int width, int height, Path file) {
    Rectangle2D all = new Rectangle2D.Double(0, 0, width, height);
    SvgFile.write(width, height, graphics -> chart.draw(graphics, all), file);
  }

  /** Every value that was written down, not only what is seen: a line for each run and step. */
  static void csv(List<Source> sources, Quantity quantity, Path file) {
    AtomicFile.write(
        file,
        channel -> {
          // Not closed, as that would close the channel, which is to be forced to the disk.
          Writer text =
              new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
          text.write("run,name,step,epoch,time," + quantity.key() + "\n");
          for (Source source : sources) {
            write(source, quantity, text);
          }
          text.flush();
        });
  }

  private static void write(Source source, Quantity quantity, Writer text) throws IOException {
    MetricTable table = source.metrics().table(quantity);
    MetricColumn values = table.column(quantity.key());
    MetricColumn epochs = table.column("epoch");
    MetricColumn times = table.column("time");
    String head = source.run() + "," + quoted(source.name()) + ",";
    for (int line = 0; line < (values.isEmpty() ? 0 : table.size()); line++) {
      if (!Float.isNaN(values.at(line))) {
        text.write(
            head
                + table.step(line)
                + ","
                + cell(epochs, line)
                + ","
                + cell(times, line)
                + ","
                + values.at(line)
                + "\n");
      }
    }
  }

  private static String cell(MetricColumn column, int line) {
    if (column.isEmpty() || Float.isNaN(column.at(line))) {
      return "";
    }
    float value = column.at(line);
    return value == Math.rint(value) && Math.abs(value) < 1e9f
        ? Long.toString((long) value)
        : Float.toString(value);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
