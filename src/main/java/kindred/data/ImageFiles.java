package kindred.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kindred.experiment.BadInput;

/** The files that a user means by some paths. */
public final class ImageFiles {
  private ImageFiles() {}

  /**
   * Files as they are named; of folders all files in them, in the order of their names. Whether
   * they are images nobody has looked at yet.
   *
   * @throws BadInput if one of them is not there, or there is no file at all
   */
  public static List<Path> of(List<Path> places) {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new BadInput("there is no file or folder " + place);
      }
      if (Files.isDirectory(place)) {
        try {
          FolderFiles.list(place).stream().sorted().map(place::resolve).forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else {
        files.add(place);
      }
    }
    if (files.isEmpty()) {
      throw new BadInput("there is no file in " + places.get(0) + "; name images or their folder");
    }
    return files;
  }
}
