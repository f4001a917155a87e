package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void open() {
    run = TinyWorkspace.open(folder).create(TinyWorkspace.autoEncoder(2));
  }

  @Test
  void runThatNobodyWroteAboutHasNone() {
    assertThat(RunNotes.of(run)).isEqualTo(RunNotes.NONE);
  }

  @Test
  void notesAreReadAsTheyWereWritten() {
    RunNotes notes = new RunNotes(true, List.of("paper", "über"), "two\nlines, \"quoted\"");
    notes.writeTo(run);
    assertThat(RunNotes.of(run)).isEqualTo(notes);
  }

  @Test
  void tagsAreWordsThatStandOnce() {
    assertThat(new RunNotes(false, List.of(" a ", "", "b", "a"), null).tags())
        .containsExactly("a", "b");
  }

  @Test
  void damagedNotesNameTheirFile() throws Exception {
    Files.writeString(run.path().resolve("notes.json"), "{\"favorite\": tr");
    assertThatThrownBy(() -> RunNotes.of(run))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("ae-1/notes.json");
  }
}
