package kindred.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javax.imageio.ImageIO;
import kindred.experiment.BadInput;

/** Some images of a data set as pictures that any other program shows. For background threads. */
public final class Extract {
  /** So many images are put on a sheet at most: more would be a picture that nobody can open. */
  public static final int MOST_ON_SHEET = 5000;

  private static final byte PAPER = (byte) 0xFF;

  private Extract() {}

  /**
   * Writes images as one PNG, whole or not at all.
   *
   * @param rows images row by row; shorter rows end in white
   * @throws BadInput if there is none, or there are too many
   */
  public static void sheet(ImageSet set, List<int[]> rows, Path file) {
    int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    if (columns == 0) {
      throw new BadInput("nothing is selected; select images first");
    }
    if ((long) columns * rows.size() > MOST_ON_SHEET) {
      throw new BadInput(
          String.format(
              Locale.ROOT,
              "%,d images do not fit a sheet, which takes %,d; select fewer, or write a folder",
              (long) columns * rows.size(),
              MOST_ON_SHEET));
    }
    DatasetInfo info = set.info();
    byte[] pixels = new byte[rows.size() * columns * info.imageBytes()];
    Arrays.fill(pixels, PAPER);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).length; column++) {
        set.pixels(rows.get(row)[column], pixels, (row * columns + column) * info.imageBytes());
      }
    }
    new ImageSheet(columns, info.channels(), info.height()).write(file, pixels);
  }

  /**
   * Writes each image as a PNG of its own size into a new folder, which is there with all of them
   * or not at all. Files are called by number and class, such as {@code 00012-sneaker.png}.
   *
   * @param folder that must not exist yet
   * @param progress told the share done, on the calling thread
   * @throws BadInput if the folder exists or cannot be written
   * @throws CancellationException if cancelled
   */
  public static void folder(
      ImageSet set, int[] images, Path folder, DoubleConsumer progress, BooleanSupplier cancelled) {
    if (Files.exists(folder)) {
      throw new BadInput(folder + " is there already; choose another folder");
    }
    try {
      Path staged = Staging.create(folder.toAbsolutePath().getParent());
      try {
        for (int i = 0; i < images.length; i++) {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException("the export was stopped");
          }
          progress.accept((double) i / images.length);
          ImageIO.write(picture(set, images[i]), "png", file(staged, set, images[i]).toFile());
        }
        Staging.publish(staged, folder);
      } finally {
        Staging.remove(staged);
      }
    } catch (IOException e) {
      throw new BadInput(
          folder + " cannot be written: " + IoReason.of(e) + "; choose another place", e);
    }
  }

  private static Path file(Path folder, ImageSet set, int image) {
    int label = set.label(image);
    String name =
        label < 0 ? "" : "-" + set.info().classes().get(label).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return folder.resolve(String.format(Locale.ROOT, "%05d%s.png", image, name));
  }

  private static BufferedImage picture(ImageSet set, int image) {
    DatasetInfo info = set.info();
    byte[] pixels = new byte[info.imageBytes()];
    set.pixels(image, pixels, 0);
    int plane = info.height() * info.width();
    int green = info.channels() == 1 ? 0 : plane;
    BufferedImage picture =
        new BufferedImage(info.width(), info.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < plane; i++) {
      int color =
          (pixels[i] & 0xFF) << 16
              | (pixels[i + green] & 0xFF) << 8
              | (pixels[i + 2 * green] & 0xFF);
      picture.setRGB(i % info.width(), i / info.width(), color);
    }
    return picture;
  }
}
