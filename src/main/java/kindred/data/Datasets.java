package kindred.data;

import java.nio.file.Path;

public final class Datasets {
  private Datasets() {}

  public static ImageSet open(Path folder, String name) {
    return ImageSet.open(folder.resolve(name));
  }
}
