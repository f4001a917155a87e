package kindred.data;

import java.io.IOException;
import java.util.Optional;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.common.ImageMetadata;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffImageMetadata;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfo;

/**
 * What an image file tells besides its pixels.
 *
 * @param format such as JPEG
 * @param width pixels as stored
 * @param height pixels as stored
 * @param bytes of the file
 * @param camera its make and model
 * @param taken as the camera wrote it: year:month:day hour:minute:second, in no told time zone
 */
public record PhotoFacts(
    String format,
    int width,
    int height,
    long bytes,
    Optional<String> camera,
    Optional<String> taken) {
  /**
   * Reads them without decoding pixels.
   *
   * @throws UnusableImage if it is no image that can be read
   */
  public static PhotoFacts of(byte[] encoded) throws UnusableImage {
    ImageFormat format = ImageFormat.of("image", encoded);
    int[] size;
    try (ImageDecoder decoder = new ImageDecoder()) {
      size = decoder.size(format, encoded);
    }
    Optional<TiffImageMetadata> exif = exif(format, encoded);
    String make = text(exif, TiffTagConstants.TIFF_TAG_MAKE).orElse("");
    String model = text(exif, TiffTagConstants.TIFF_TAG_MODEL).orElse("");
    String camera = model.startsWith(make) ? model : (make + " " + model).strip();
    return new PhotoFacts(
        format.name(),
        size[0],
        size[1],
        encoded.length,
        camera.isEmpty() ? Optional.empty() : Optional.of(camera),
        text(exif, ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL)
            .or(() -> text(exif, TiffTagConstants.TIFF_TAG_DATE_TIME)));
  }

  private static Optional<TiffImageMetadata> exif(ImageFormat format, byte[] encoded) {
    if (format != ImageFormat.JPEG && format != ImageFormat.TIFF) {
      return Optional.empty();
    }
    try {
      ImageMetadata metadata = Imaging.getMetadata(encoded);
      return metadata instanceof JpegImageMetadata jpeg
          ? Optional.ofNullable(jpeg.getExif())
          : Optional.ofNullable((TiffImageMetadata) metadata);
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // damaged words about pixels that may be whole
    }
  }

  private static Optional<String> text(Optional<TiffImageMetadata> exif, TagInfo tag) {
    try {
      TiffField field = exif.isPresent() ? exif.get().findField(tag) : null;
      return field != null && field.getValue() instanceof String text && !text.isBlank()
          ? Optional.of(text.strip())
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
