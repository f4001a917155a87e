package kindred.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;

/** Folders of small PNG files, one a class, whose classes can be told apart. */
public final class ClassPictures {
  private static final String[] CLASSES = {"across", "down", "dots"};

  private ClassPictures() {}

  /**
   * Writes FOLDER/CLASS/NUMBER.png.
   *
   * @param perClass pictures in each of three classes
   * @param seed other seeds make other pictures
   */
  public static Path write(Path folder, int perClass, int size, long seed) {
    Random random = new Random(seed);
    for (int c = 0; c < CLASSES.length; c++) {
      for (int i = 0; i < perClass; i++) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        int phase = random.nextInt(4);
        for (int y = 0; y < size; y++) {
          for (int x = 0; x < size; x++) {
            int wave = c == 0 ? y : c == 1 ? x : (x + phase) % 4 == 0 ? y : 1;
            int value = (wave + phase) % 4 < 2 ? 220 : 30;
            int noise = random.nextInt(30);
            image.setRGB(x, y, (value + noise) << 16 | (value + noise) << 8 | noise);
          }
        }
        try {
          SampleFiles.write(
              folder.resolve(CLASSES[c]).resolve(i + ".png"), SampleFiles.encoded(image, "png"));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return folder;
  }
}
