package kindred.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import kindred.array.NpyHeader;
import kindred.experiment.BadInput;

/**
 * What the dimensions of an array of images mean.
 *
 * @param channels C, 1 or 3
 * @param layout where the channels stand
 */
record ArrayShape(int count, int channels, int height, int width, ArrayLayout layout) {
  private static final String UINT8 = "|u1";

  /**
   * Tells N×H×W, N×H×W×C and N×C×H×W apart.
   *
   * @param asked what the user says of the layout, which matters where both would do
   * @throws BadInput if these are no images of unsigned bytes, or nobody can know which
   */
  static ArrayShape of(NpyHeader header, String what, Optional<ArrayLayout> asked) {
    if (!header.descr().equals(UINT8)) {
      throw new BadInput(
          "%s holds numbers of type '%s', and images are read as uint8 from 0 to 255; for numbers"
                  .formatted(what, header.descr())
              + " from 0 to 1, save (255 * images).round().astype('uint8')");
    }
    if (header.columnsFirst()) {
      throw new BadInput(
          what + " is in Fortran order; save numpy.ascontiguousarray(images) in its place");
    }
    long[] shape = header.shape();
    String text = text(shape);
    if (shape.length < 3 || shape.length > 4) {
      throw new BadInput(
          what + " has the shape " + text + "; images are N×H×W, N×H×W×C or N×C×H×W");
    }
    ArrayLayout layout = shape.length == 3 ? ArrayLayout.NCHW : layout(shape, what, asked);
    boolean last = layout == ArrayLayout.NHWC;
    long channels = shape.length == 3 ? 1 : last ? shape[3] : shape[1];
    long height = shape.length == 3 || last ? shape[1] : shape[2];
    long width = shape.length == 3 || last ? shape[2] : shape[3];
    if (shape[0] < 1 || shape[0] > Integer.MAX_VALUE || height < 1 || width < 1) {
      throw new BadInput(what + " has the shape " + text + ", which holds no image");
    }
    if (height > ImageDecoder.MAX_PIXELS / width) {
      throw new BadInput(
          what + " has the shape " + text + ": more than 100 megapixels an image; scale them down");
    }
    if (shape.length == 3 && shape[2] <= 4) {
      throw new BadInput(
          what
              + " has the shape "
              + text
              + ", which looks like a single image of H×W×C; an array of images begins with their"
              + " number: save images[None]");
    }
    return new ArrayShape((int) shape[0], (int) channels, (int) height, (int) width, layout);
  }

  private static ArrayLayout layout(long[] shape, String what, Optional<ArrayLayout> asked) {
    boolean first = possible(shape[1]);
    boolean last = possible(shape[3]);
    if (first && last && asked.isEmpty()) {
      throw new BadInput(
          "%s has the shape %s, which may be N×H×W×C or N×C×H×W; say --layout nhwc or --layout nchw"
              .formatted(what, text(shape)));
    }
    ArrayLayout layout = asked.orElse(last ? ArrayLayout.NHWC : ArrayLayout.NCHW);
    if (layout == ArrayLayout.NHWC ? !last : !first) {
      throw new BadInput(
          "%s has the shape %s; images have 1 or 3 channels, %s"
              .formatted(
                  what,
                  text(shape),
                  asked.isPresent()
                      ? "so it is not " + layout
                      : "in N×H×W×C or N×C×H×W; save images[..., :3] if there is transparency"));
    }
    return layout;
  }

  private static boolean possible(long channels) {
    return channels == 1 || channels == 3;
  }

  static String text(long[] shape) {
    return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("×"));
  }

  /** Bytes of one image. */
  int imageBytes() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }

  /** Bytes of all images. */
  long bytes() {
    return (long) count * imageBytes();
  }

  /** One image. */
  Picture picture(byte[] pixels) {
    return layout == ArrayLayout.NHWC
        ? Picture.channelsLast(channels, height, width, pixels)
        : Picture.of(channels, height, width, pixels);
  }
}
