package kindred.gui.neighbors;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.Words;
import kindred.neighbors.verdict.Verdict;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with selected pairs: judge them, veto many at once, take that back. */
final class PairActions {
  private final PairsModel model;
  private final Label selected = new Label();
  private final MenuButton veto = new MenuButton("Veto", new FontIcon("fth-slash"));
  private final MenuItem ofSelection = new MenuItem();
  private final MenuItem ofNeighbor = new MenuItem();
  private final MenuItem ofImage = new MenuItem();
  private final MenuItem beyond = new MenuItem();
  private final MenuItem inSight = new MenuItem();
  private final FlowPane buttons = new FlowPane(8, 8);
  private final StackPane line = new StackPane(selected); // or what the rows' signs mean
  private final VBox view = new VBox(4, line, buttons);

  /**
   * @param more further controls at the right end
   */
  PairActions(PairsModel model, Node... more) {
    this.model = model;
    selected.setId("pairs-selected");
    selected.getStyleClass().add("quiet");
    selected.setMinWidth(0);
    selected.setMinHeight(16);
    PairLegend legend = new PairLegend(model);
    legend
        .visibleProperty()
        .bind(selected.textProperty().isEmpty().and(model.browsedProperty().isNotNull()));
    line.getChildren().add(legend);
    line.setAlignment(Pos.CENTER_LEFT);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    view.setPadding(new Insets(4, 0, 0, 0));
    for (Verdict kind : new Verdict[] {Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE}) {
      buttons.getChildren().add(verdict(kind));
    }
    veto.setId("pairs-veto");
    veto.setMinWidth(Region.USE_PREF_SIZE);
    veto.getItems().addAll(ofSelection, ofNeighbor, ofImage, beyond, inSight);
    veto.setOnShowing(event -> offer());
    Button undo = KeyHint.button("Undo", "Z", model.judgments()::undo);
    undo.setId("pairs-undo");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.disableProperty().bind(model.judgments().undoableProperty().not());
    buttons.getChildren().addAll(veto, undo);
    buttons.getChildren().addAll(more);
    model.selection().changesProperty().addListener((property, before, now) -> say());
    model.judgments().changesProperty().addListener((property, before, now) -> report());
    say();
  }

  private Button verdict(Verdict kind) {
    Button button =
        KeyHint.button(
            VerdictWords.verb(kind), VerdictWords.key(kind).getName(), () -> judge(kind));
    button.setId("pairs-" + VerdictWords.style(kind));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(model.selection().emptyProperty());
    return button;
  }

  /** Judges what is selected; one pair alone makes way for the next. */
  private void judge(Verdict kind) {
    int[] pairs = model.selection().pairs();
    if (pairs.length > 0) {
      Browsed of = model.browsedProperty().get();
      if (pairs.length == 1) {
        model.judgments().judge(of.run(), of.image(pairs[0]), of.neighbor(pairs[0]), kind, null);
        model.selection().moveInRow(1);
      } else {
        model.judgments().judgeAll(of, pairs, kind, "selected");
      }
    }
  }

  /** Handles a key that was pressed at the rows; whether it meant something. */
  boolean pressed(KeyEvent event) {
    Verdict kind = event.isShortcutDown() ? null : VerdictWords.of(event.getCode());
    if (event.getCode() == KeyCode.Z) {
      model.judgments().undo();
      return true;
    }
    if (kind != null && kind != Verdict.SKIP) {
      judge(kind);
      return true;
    }
    return false;
  }

  private void offer() {
    Browsed browsed = model.browsedProperty().get();
    int lead = model.selection().lead();
    boolean there = browsed != null && lead != PairSelection.NONE;
    int size = model.selection().size();
    item(ofSelection, "the selection", size == 0 ? new int[0] : model.selection().pairs());
    ofNeighbor.setVisible(there);
    ofImage.setVisible(there);
    beyond.setVisible(there && browsed.hasDistances());
    if (there) {
      int neighbor = browsed.neighbor(lead);
      int image = browsed.image(lead);
      float distance = browsed.distance(lead);
      item(ofNeighbor, "image " + Words.count(neighbor), browsed.pairsWith(neighbor));
      item(ofImage, "image " + Words.count(image), browsed.pairsWith(image));
      item(beyond, "a distance over " + Words.number(distance), browsed.pairsBeyond(distance));
    }
    Found found = model.foundProperty().get();
    item(inSight, "the filter's result", found == null ? new int[0] : found.order());
  }

  private void item(MenuItem item, String whose, int[] pairs) {
    item.setText("Veto " + Words.count(pairs.length, "pair", "pairs") + " of " + whose);
    item.setDisable(pairs.length == 0);
    item.setOnAction(
        event ->
            model
                .judgments()
                .judgeAll(model.browsedProperty().get(), pairs, Verdict.DIFFERENT, whose));
  }

  private void say() {
    Browsed browsed = model.browsedProperty().get();
    selected.setText(browsed == null ? "" : words(browsed));
  }

  /** What is selected; empty while nothing is. */
  private String words(Browsed browsed) {
    int size = model.selection().size();
    int lead = model.selection().lead();
    if (size == 0) {
      return "";
    }
    return size == 1 && lead != PairSelection.NONE
        ? browsed.words(lead, true)
        : Words.count(size, "pair", "pairs") + " selected";
  }

  /** What was just done to many pairs stays in sight until something else is selected. */
  private void report() {
    String said = model.judgments().said();
    if (said.isEmpty()) {
      say();
    } else {
      selected.setText(said);
    }
  }

  VBox view() {
    return view;
  }
}
