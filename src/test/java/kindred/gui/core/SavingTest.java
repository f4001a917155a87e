package kindred.gui.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kindred.gui.WindowCase;
import org.junit.jupiter.api.Test;

/** The system's chooser asks about the name as typed; no file may be lost by its suffix. */
class SavingTest extends WindowCase {
  private final List<Path> told = new CopyOnWriteArrayList<>();

  private void save(String typed) throws Exception {
    choosers.choose(folder.resolve(typed));
    onWindowThread(
        () -> {
          Saving.ask(workbench.session(), "Save image sheet", "pairs.png", ".png", told::add);
          return null;
        });
  }

  @Test
  void fileThatTheSuffixLeadsToIsReplacedOnlyByWhoeverSaysSo() throws Exception {
    Path file = Files.createFile(folder.resolve("sheet.png"));
    save("sheet");
    await("the question", 10, () -> choosers.asked().contains("Replace sheet.png?"));
    assertThat(onWindowThread(() -> List.copyOf(told))).as("turned away").isEmpty();

    choosers.answer("Replace");
    save("sheet");
    await("the agreed file", 10, () -> told.equals(List.of(file)));
  }

  @Test
  void nothingIsAskedWithoutNeed() throws Exception {
    Path file = Files.createFile(folder.resolve("sheet.png"));
    save("sheet.png");
    await("the file as typed", 10, () -> told.equals(List.of(file)));
    save("other");
    await("a new file", 10, () -> told.equals(List.of(file, folder.resolve("other.png"))));
    assertThat(choosers.asked()).noneMatch(title -> title.startsWith("Replace"));
  }
}
