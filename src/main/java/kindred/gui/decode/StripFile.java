package kindred.gui.decode;

import kindred.data.ImageSheet;
import kindred.gui.core.Saving;
import kindred.gui.core.Session;
import kindred.run.LiveAnswer.Decoded;

/** A strip of decoded pictures as a PNG file. */
final class StripFile {
  private StripFile() {}

  /** Asks where to, and writes it in the background. */
  static void save(Session session, String name, Decoded strip) {
    Saving.ask(
        session,
        "Save strip",
        name,
        ".png",
        file ->
            session
                .background()
                .run(
                    () -> {
                      new ImageSheet(PathModel.STEPS, strip.channels(), strip.size())
                          .write(file, strip.pixels());
                      return file;
                    },
                    session.notices()::saved));
  }
}
