package kindred.gui.runs;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Tags and a note of one run, kept a moment after the last key and when the editor is left. */
final class NotesEditor extends VBox {
  private final RunsModel model;
  private final TextField tags = new TextField();
  private final TextArea note = new TextArea();
  private final PauseTransition soon = new PauseTransition(Duration.seconds(1));
  private RunEntry run;

  NotesEditor(RunsModel model) {
    super(4);
    this.model = model;
    tags.setId("run-tags");
    tags.setPromptText("such as: paper, try again");
    note.setId("run-note");
    note.setPromptText("What you want to remember about this run");
    note.setPrefRowCount(3);
    note.setWrapText(true);
    note.textProperty().addListener((property, before, now) -> soon.playFromStart());
    soon.setOnFinished(due -> keep());
    tags.setOnAction(event -> keep());
    tags.focusedProperty().addListener((property, before, now) -> keep());
    note.focusedProperty().addListener((property, before, now) -> keep());
    getChildren().addAll(label("Tags", tags), tags, label("Note", note), note);
  }

  private static Label label(String text, javafx.scene.Node of) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setLabelFor(of);
    return label;
  }

  /** Shows another run's, after those of the run before are kept. */
  void show(RunEntry shown) {
    keep();
    fill(shown);
  }

  /** Shows what was read or changed elsewhere, unless somebody is writing here. */
  void refresh() {
    if (run != null && !tags.isFocused() && !note.isFocused()) {
      fill(run);
    }
  }

  private void fill(RunEntry shown) {
    run = null; // what is filled in is nobody's wish
    tags.setText(shown == null ? "" : String.join(", ", shown.notes().tags()));
    note.setText(shown == null ? "" : shown.notes().note());
    soon.stop();
    run = shown;
  }

  private void keep() {
    if (run != null) {
      List<String> words = List.of(tags.getText().split(","));
      model.note(run, notes -> notes.withTags(words).withNote(note.getText()));
    }
  }
}
