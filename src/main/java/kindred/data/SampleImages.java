package kindred.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The images that come with the program: 10,000 of Fashion-MNIST (Xiao, Rasul, Vollgraf 2017), 960
 * to 1,047 of each class, 28×28 gray pixels padded with zeros to 32×32.
 */
public final class SampleImages {
  /** The name of their data set. */
  public static final String NAME = "fashion-sample";

  private static final String ASSETS = "/assets/fashion-mnist/";
  private static final String IMAGES = "sample-images-idx3-ubyte.gz";
  private static final String LABELS = "sample-labels-idx1-ubyte.gz";

  /** The classes of Fashion-MNIST, of which they are, by their numbers. */
  public static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private SampleImages() {}

  /**
   * The folder of the sample data set in a workspace, which is packed if it is not there yet.
   *
   * @throws kindred.experiment.BadInput if the folder cannot be written to
   */
  public static Path ensure(Path datasets) {
    Path folder = datasets.resolve(NAME);
    if (!Files.exists(folder)) {
      pack(datasets);
    }
    return folder;
  }

  private static void pack(Path datasets) {
    ImportRequest request =
        new ImportRequest(Path.of(IMAGES), NAME, ImportRequest.DEFAULT_SIZE, Optional.empty());
    String origin = "sample of Fashion-MNIST that comes with the program";
    try (ImageSource images =
        IdxSource.of(IMAGES, () -> asset(IMAGES)).labeled(LABELS, () -> asset(LABELS), CLASSES)) {
      Importer.run(images, origin, request, datasets, progress -> {}, () -> false);
    } catch (IOException e) {
      throw new IllegalStateException("the program's own sample images cannot be read", e);
    }
  }

  private static InputStream asset(String name) throws IOException {
    InputStream in = SampleImages.class.getResourceAsStream(ASSETS + name);
    if (in == null) {
      throw new IOException(ASSETS + name + " is not on the class path");
    }
    return in;
  }
}
