package kindred.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * A packed data set: uint8 pixels N×C×H×W, memory-mapped, with labels if there are any. Immutable
 * and safe for use by any number of threads.
 */
public final class ImageSet {
  public static final String INFO = "dataset.json";
  public static final String PIXELS = "pixels.bin";
  public static final String LABELS = "labels.bin";
  public static final String SOURCES = "sources.jsonl";
  public static final String SPLIT = "split.bin";

  /** The label of an image whose class is unknown. */
  public static final int UNLABELED = -1;

  private static final String WINDOW_THREAD = "JavaFX Application Thread";

  private static final long SEGMENT = 1L << 30;

  private final Path folder;
  private final DatasetInfo info;
  private final List<MappedByteBuffer> segments;
  private final int imagesPerSegment;
  private final int[] labels;
  private final byte[] split; // 1 for a test image; empty without a split

  private ImageSet(
      Path folder, DatasetInfo info, List<MappedByteBuffer> segments, int[] labels, byte[] split) {
    this.folder = folder;
    this.info = info;
    this.segments = segments;
    this.imagesPerSegment = imagesPerSegment(info);
    this.labels = labels;
    this.split = split;
  }

  /**
   * Opens a packed data set.
   *
   * @throws BadInput if the folder is no data set, or its files do not fit together
   */
  public static ImageSet open(Path folder) {
    Path json = folder.resolve(INFO);
    if (!Files.isRegularFile(json)) {
      throw new BadInput(folder + " is no data set: it has no " + INFO);
    }
    try {
      DatasetInfo info = Json.read(Files.readString(json), DatasetInfo.class, json.toString());
      return new ImageSet(
          folder,
          info,
          map(folder.resolve(PIXELS), info),
          labels(folder.resolve(LABELS), info),
          split(folder.resolve(SPLIT), info));
    } catch (IOException e) {
      throw new BadInput(
          "data set " + folder.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static int imagesPerSegment(DatasetInfo info) {
    return (int) Math.max(1, SEGMENT / info.imageBytes());
  }

  private static List<MappedByteBuffer> map(Path file, DatasetInfo info) throws IOException {
    long expected = (long) info.count() * info.imageBytes();
    List<MappedByteBuffer> segments = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      requireSize(file, channel.size(), expected);
      long step = (long) imagesPerSegment(info) * info.imageBytes();
      for (long at = 0; at < expected; at += step) {
        segments.add(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(step, expected - at)));
      }
    }
    return segments;
  }

  private static int[] labels(Path file, DatasetInfo info) throws IOException {
    if (info.classes().isEmpty()) {
      return new int[0];
    }
    byte[] bytes = Files.readAllBytes(file);
    requireSize(file, bytes.length, 4L * info.count());
    int[] labels = new int[info.count()];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(labels);
    return labels;
  }

  private static byte[] split(Path file, DatasetInfo info) throws IOException {
    if (!info.keepsSplit()) {
      return new byte[0];
    }
    byte[] split = Files.readAllBytes(file);
    requireSize(file, split.length, info.count());
    return split;
  }

  private static void requireSize(Path file, long size, long expected) {
    if (size != expected) {
      throw new BadInput(
          "data set "
              + file.getParent().getFileName()
              + " is damaged: "
              + file.getFileName()
              + " has "
              + size
              + " bytes instead of "
              + expected
              + "; import it again");
    }
  }

  public Path folder() {
    return folder;
  }

  public DatasetInfo info() {
    return info;
  }

  public String name() {
    return info.name();
  }

  /** N. */
  public int count() {
    return info.count();
  }

  public boolean labeled() {
    return labels.length > 0;
  }

  /** The class of an image as an index into the class names, or {@link #UNLABELED}. */
  public int label(int image) {
    return labeled() ? labels[image] : UNLABELED;
  }

  /** Whether its source keeps some of the images apart for testing. */
  public boolean keepsSplit() {
    return split.length > 0;
  }

  /** Whether an image is one of those that the source keeps apart. */
  public boolean test(int image) {
    return keepsSplit() && split[image] != 0;
  }

  /** The labels of some images, in their order. */
  public int[] labels(int[] images) {
    int[] chosen = new int[images.length];
    for (int i = 0; i < images.length; i++) {
      chosen[i] = label(images[i]);
    }
    return chosen;
  }

  /**
   * Copies an image's C×H×W pixels.
   *
   * @param target at least C·H·W long from the offset on
   */
  public void pixels(int image, byte[] target, int offset) {
    assert !Thread.currentThread().getName().equals(WINDOW_THREAD)
        : "images may have to come from the disk first, which the window must not wait for";
    if (image < 0 || image >= count()) {
      throw new IndexOutOfBoundsException("image " + image + " of " + count());
    }
    int size = info.imageBytes();
    segments
        .get(image / imagesPerSegment)
        .get(image % imagesPerSegment * size, target, offset, size);
  }
}
