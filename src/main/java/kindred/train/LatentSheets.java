package kindred.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import kindred.data.Batch;
import kindred.data.Batches;
import kindred.data.Draws;
import kindred.data.Epoch;
import kindred.data.ImageSet;
import kindred.data.ImageSheet;
import kindred.model.DecoderSpec;
import kindred.torch.Decoder;
import kindred.torch.ImageFormat;
import kindred.torch.Learner;
import kindred.torch.Torch;

/**
 * Pictures of what a decoder has learned, drawn after every epoch: {@code
 * reconstructions-EPOCH.png}, each training image beside what its vector gives back; {@code
 * interpolations-EPOCH.png}, rows that lead from one image's vector to another's; {@code
 * samples-EPOCH.png}, draws from a standard normal prior, for a method that has one.
 *
 * <p>The images and draws are the same in every epoch. The sheets of the first, the last and the
 * newest epoch stay, and those of at most ten others: of the multiples of ⌈epochs/11⌉.
 */
public final class LatentSheets {
  private static final int IMAGES = 16;
  private static final int COLUMNS = ImageSheet.USUAL_COLUMNS;
  private static final int MOST = 11;
  private static final List<String> NAMES = List.of("reconstructions", "interpolations", "samples");

  private final Path folder;
  private final ImageSet images;
  private final int[] numbers;
  private final DecoderSpec decoder;
  private final ImageFormat format;
  private final Function<Learner, float[]> vectors;
  private final boolean prior;
  private final int epochs;

  /**
   * Prepares the sheets.
   *
   * @param folder made when the first sheet is drawn
   * @param numbers of the images to show, an even number of them
   * @param vectors gives a row for each of them, as the learner is now
   * @param prior whether vectors are distributed as N(0, 1)
   * @param epochs of the whole training
   */
  public LatentSheets(
      Path folder,
      ImageSet images,
      int[] numbers,
      DecoderSpec decoder,
      ImageFormat format,
      Function<Learner, float[]> vectors,
      boolean prior,
      int epochs) {
    this.folder = folder;
    this.images = images;
    this.numbers = numbers.clone();
    this.decoder = decoder;
    this.format = format;
    this.vectors = vectors;
    this.prior = prior;
    this.epochs = epochs;
  }

  /** Some images, evenly spread, so that every class of a sorted data set has its share. */
  public static int[] choose(int[] trained) {
    int[] chosen = new int[Math.min(IMAGES, trained.length / 2 * 2)];
    Arrays.setAll(chosen, i -> trained[(int) ((long) i * trained.length / chosen.length)]);
    return chosen;
  }

  /**
   * Draws the sheets of an epoch that just ended.
   *
   * @param epoch counted from 1
   */
  public void draw(Torch torch, Learner learner, int epoch) {
    float[] codes = vectors.apply(learner);
    try (Decoder frozen = SavedDecoder.of(decoder, format, learner).load(torch)) {
      Files.createDirectories(folder);
      write("reconstructions", epoch, beside(originals(), frozen.decode(codes, numbers.length)));
      float[] between = between(codes);
      write("interpolations", epoch, frozen.decode(between, between.length / decoder.latent()));
      if (prior) {
        write("samples", epoch, frozen.decode(normal(), COLUMNS * COLUMNS));
      }
      if (!stays(epoch - 1)) {
        for (String name : NAMES) {
          Files.deleteIfExists(file(name, epoch - 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean stays(int epoch) {
    int every = (epochs + MOST - 1) / MOST;
    return epoch == 1 || epoch == epochs || epoch % every == 0;
  }

  private Path file(String name, int epoch) {
    return folder.resolve("%s-%04d.png".formatted(name, epoch));
  }

  private void write(String name, int epoch, byte[] pixels) {
    new ImageSheet(COLUMNS, format.channels(), format.size()).write(file(name, epoch), pixels);
  }

  private byte[] originals() {
    Batches all = Batches.inOrder(images, numbers, numbers.length, format.size(), 1);
    byte[] pixels = new byte[numbers.length * format.bytes()];
    try (Epoch epoch = all.epoch(0, 0);
        Batch batch = epoch.next()) {
      batch.pixels().get(0, pixels);
    }
    return pixels;
  }

  /** First image, its reconstruction, second image, its reconstruction … */
  private byte[] beside(byte[] originals, byte[] reconstructions) {
    byte[] pairs = new byte[2 * originals.length];
    int length = format.bytes();
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(originals, i * length, pairs, 2 * i * length, length);
      System.arraycopy(reconstructions, i * length, pairs, (2 * i + 1) * length, length);
    }
    return pairs;
  }

  /** A row from each image of the first half to the one of the second half. */
  private float[] between(float[] codes) {
    int latent = decoder.latent();
    int pairs = numbers.length / 2;
    float[] between = new float[pairs * COLUMNS * latent];
    for (int i = 0; i < between.length; i++) {
      int pair = i / (COLUMNS * latent);
      float share = i / latent % COLUMNS / (COLUMNS - 1f);
      float from = codes[pair * latent + i % latent];
      float to = codes[(pair + pairs) * latent + i % latent];
      between[i] = from + share * (to - from);
    }
    return between;
  }

  private float[] normal() {
    Draws draws = new Draws();
    float[] vectors = new float[COLUMNS * COLUMNS * decoder.latent()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) draws.gaussian();
    }
    return vectors;
  }
}
