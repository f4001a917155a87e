package kindred.gui.decode;

import java.nio.file.Path;
import kindred.data.ImageSheet;
import kindred.gui.core.Session;
import kindred.run.LiveAnswer.Decoded;

/** A strip of decoded pictures as a PNG file. */
final class StripFile {
  private static final String SUFFIX = ".png";

  private StripFile() {}

  /** Asks where to, and writes it in the background. */
  static void save(Session session, String name, Decoded strip) {
    session
        .choosers()
        .save("Save strip", name)
        .ifPresent(
            chosen -> {
              Path file =
                  chosen.getFileName().toString().endsWith(SUFFIX)
                      ? chosen
                      : chosen.resolveSibling(chosen.getFileName() + SUFFIX);
              session
                  .background()
                  .run(
                      () -> {
                        new ImageSheet(PathModel.STEPS, strip.channels(), strip.size())
                            .write(file, strip.pixels());
                        return file;
                      },
                      written -> session.notices().done("Saved " + written + "."));
            });
  }
}
