package kindred.gui.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import kindred.array.AtomicFile;
import kindred.gui.core.Words;
import kindred.gui.picture.SvgFile;

/**
 * A map as a file: what is in sight, on white, with its legend and a line of words. For background
 * threads.
 *
 * @param shot as large as the view, with colors for a light background
 * @param legend the groups that are in sight
 * @param words what the map is made of
 */
record MapPaper(Shot shot, List<Coloring.Group> legend, String words) {
  private static final int PIXELS = 2;
  private static final int LEGEND = 220;
  private static final int LINE = 20;
  private static final int HEAD = 32;
  private static final int PAD = 16;
  private static final int MOST_DOTS = 20_000;
  private static final Color INK = new Color(0x1F2328);

  /** A picture of twice the size in pixels. */
  void png(Path file) {
    BufferedImage image =
        new BufferedImage(PIXELS * width(), PIXELS * height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PIXELS, PIXELS);
    draw(graphics, false);
    graphics.dispose();
    AtomicFile.write(
        file, channel -> ImageIO.write(image, "png", Channels.newOutputStream(channel)));
  }

  /** A drawing; of very many points, the points are a picture in it. */
  void svg(Path file) {
    boolean dots = Mosaic.of(shot).tiles().isEmpty() && inSight() <= MOST_DOTS;
    SvgFile.write(width(), height(), graphics -> draw(graphics, dots), file);
  }

  private int width() {
    return shot.width() + LEGEND;
  }

  private int height() {
    return Math.max(shot.height() + HEAD, HEAD + PAD + LINE * (legend.size() + 1));
  }

  private int inSight() {
    Camera camera = shot.camera();
    return shot.grid()
        .countIn(
            camera.mapX(0, shot.width()),
            camera.mapY(shot.height(), shot.height()),
            camera.mapX(shot.width(), shot.width()),
            camera.mapY(0, shot.height()));
  }

  private void draw(Graphics2D graphics, boolean dots) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(0, 0, width(), height()));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.setColor(INK);
    graphics.drawString(words, PAD, HEAD - 12);
    if (dots) {
      drawDots(graphics);
    } else {
      graphics.drawImage(raster(), 0, HEAD, shot.width(), shot.height(), null);
    }
    drawLegend(graphics);
  }

  private void drawDots(Graphics2D graphics) {
    double radius = shot.radius();
    for (int point = 0; point < shot.grid().count(); point++) {
      double x = shot.viewX(point);
      double y = shot.viewY(point);
      Shades.Tint tint = shot.shades().of(point);
      if (tint.weight() > 0 && x >= 0 && x <= shot.width() && y >= 0 && y <= shot.height()) {
        graphics.setColor(
            new Color(tint.rgb() | Math.round(0.8f * tint.weight() * 255) << 24, true));
        graphics.fill(new Ellipse2D.Double(x - radius, HEAD + y - radius, 2 * radius, 2 * radius));
      }
    }
  }

  /** The points in twice as many pixels. */
  private BufferedImage raster() {
    Camera camera = shot.camera();
    Shot fine =
        new Shot(
            shot.grid(),
            shot.shades(),
            new Camera(camera.x(), camera.y(), PIXELS * camera.scale()),
            PIXELS * shot.width(),
            PIXELS * shot.height(),
            shot.thumbnails());
    BufferedImage image =
        new BufferedImage(fine.width(), fine.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    int[] argb = new int[fine.width() * fine.height()];
    new Painter().paint(fine, argb);
    Mosaic.of(fine).paint(fine, argb);
    image.getRaster().setDataElements(0, 0, fine.width(), fine.height(), argb);
    return image;
  }

  private void drawLegend(Graphics2D graphics) {
    int left = shot.width() + PAD;
    int y = HEAD + LINE;
    graphics.setStroke(new BasicStroke(1));
    for (Coloring.Group group : legend) {
      graphics.setColor(
          new Color(
              (float) group.light().getRed(),
              (float) group.light().getGreen(),
              (float) group.light().getBlue()));
      graphics.fill(new Rectangle2D.Double(left, y - 10, 11, 11));
      graphics.setColor(INK);
      graphics.drawString(group.name() + "  " + Words.count(group.count()), left + 20, y);
      y += LINE;
    }
  }
}
