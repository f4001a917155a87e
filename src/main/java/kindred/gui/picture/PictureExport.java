package kindred.gui.picture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kindred.data.Extract;
import kindred.data.ImageSet;
import kindred.gui.core.Saving;
import kindred.gui.core.Session;
import kindred.gui.core.Words;

/**
 * Lets a user write selected images as one sheet or as a folder of files. Asks where to, writes in
 * the background, and says where they are.
 */
public final class PictureExport {
  private final Session session;

  public PictureExport(Session session) {
    this.session = session;
  }

  /**
   * One PNG; nothing happens if the user turns away.
   *
   * @param rows images row by row
   * @param name proposed for the file, without its suffix
   */
  public void sheet(ImageSet set, List<int[]> rows, String name) {
    Saving.ask(
        session,
        "Save image sheet",
        name + ".png",
        ".png",
        file ->
            session
                .background()
                .start(
                    "Image sheet " + file.getFileName(),
                    activity -> {
                      activity.update(-1, "drawing " + Words.count(rows.size(), "row", "rows"));
                      Extract.sheet(set, rows, file);
                      return file;
                    },
                    this::written,
                    session.notices()::problem));
  }

  /**
   * A folder of PNG files, in the folder that the user chooses.
   *
   * @param images each is written once
   * @param name of the new folder, with a number if there is one already
   */
  public void folder(ImageSet set, int[] images, String name) {
    int[] distinct = Arrays.stream(images).distinct().sorted().toArray();
    session
        .choosers()
        .folder("Put a folder of " + Words.count(distinct.length, "image", "images") + " into")
        .ifPresent(
            parent ->
                session
                    .background()
                    .start(
                        "Images to " + parent.getFileName(),
                        activity -> {
                          Path folder = free(parent, name);
                          Extract.folder(
                              set,
                              distinct,
                              folder,
                              share -> activity.update(share, "writing images"),
                              activity::cancelled);
                          return folder;
                        },
                        this::written,
                        session.notices()::problem));
  }

  private void written(Path where) {
    session.notices().saved(where);
  }

  private static Path free(Path parent, String name) {
    Path folder = parent.resolve(name);
    for (int number = 2; Files.exists(folder); number++) {
      folder = parent.resolve(name + "-" + number);
    }
    return folder;
  }
}
