package kindred.gui.neighbors;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.EmptyState;
import kindred.gui.core.RunRow;
import kindred.gui.core.Tips;
import kindred.gui.picture.Originals;
import kindred.gui.results.Choices;
import kindred.gui.results.SightView;
import kindred.neighbors.pairs.Precision;
import kindred.neighbors.verdict.Verdict;

/** Two images at a time, large, to be judged by one key each. */
final class JudgeView extends SightView {
  static final String TITLE = "Judge";

  private static final String EMPTY =
      "Two images side by side: the same kind or not? Judge some to know how good the pairs are, even"
          + " without labels. Find neighbors first.";

  private final PairsModel pairs;
  private final JudgeModel model;
  private final Sample sample;
  private final Label explained = new Label();
  private final LargePair large = new LargePair();
  private final VerdictMark mark = new VerdictMark();
  private final Label facts = new Label();
  private final CheckBox classes = new CheckBox("Show classes");
  private final CheckBox sharper = new CheckBox("As in the files");
  private boolean looked; // whether anybody came here yet
  private final StackPane middle = new StackPane();
  private final BorderPane content = new BorderPane();

  JudgeView(PairsModel pairs, JudgeModel model, Sample sample) {
    super(TITLE, "fth-thumbs-up", EMPTY);
    this.pairs = pairs;
    this.model = model;
    this.sample = sample;
    build();
    model.pairProperty().addListener((property, before, now) -> show());
    pairs.judgments().changesProperty().addListener((property, before, now) -> showMark());
    pairs.browsedProperty().addListener((property, before, now) -> reveal());
    pairs.nothingProperty().addListener((property, before, now) -> reveal());
    classes.selectedProperty().addListener((property, before, now) -> show());
    sharper.selectedProperty().addListener((property, before, now) -> show());
    reveal();
  }

  private void build() {
    Choices<JudgeModel.Mode> modes =
        new Choices<>(
            List.of(JudgeModel.Mode.values()),
            model.modeProperty(),
            JudgeModel.Mode::title,
            JudgeModel.Mode::help);
    Label progress = new Label();
    progress.setId("judge-progress");
    progress.getStyleClass().add("strong");
    progress.textProperty().bind(model.progressProperty());
    FlowPane bar = new FlowPane(16, 8, modes, progress, classes, sharper);
    bar.getStyleClass().add("results-bar");
    sharper.setId("judge-sharper");
    sharper.setSelected(true);
    Tips.set(
        sharper,
        "Shows images as sharp as the files have them that they were imported from, where these are"
            + " still in place. Trainings see the images as they were packed.");
    explained.getStyleClass().addAll("quiet", "small");
    explained.setWrapText(true);
    explained.setMinHeight(32);
    model.progressProperty().addListener((property, before, now) -> explain());
    model.modeProperty().addListener((property, before, now) -> explain());
    explain();
    content.setTop(new VBox(bar, explained));
    facts.getStyleClass().add("quiet");
    facts.setWrapText(true);
    facts.setMinWidth(0);
    facts.setId("judge-facts");
    Region opposite = new Region(); // as wide as the mark, so that the words are in the middle
    opposite.setMinWidth(VerdictMark.SIZE);
    HBox below = new HBox(8, mark, facts, opposite);
    below.setAlignment(Pos.CENTER);
    below.setMinHeight(32);
    VBox.setVgrow(large, Priority.ALWAYS);
    middle.getChildren().add(new VBox(large, below));
    content.setCenter(middle);
    content.setBottom(buttons());
    content.setId("judge");
    content.setFocusTraversable(true);
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    content.setOnMousePressed(event -> content.requestFocus());
  }

  private FlowPane buttons() {
    FlowPane buttons = new FlowPane(8, 8); // a narrow window has them in two rows
    buttons.setAlignment(Pos.CENTER);
    buttons.setMinHeight(56);
    for (Verdict kind : Verdict.values()) {
      Button button =
          KeyHint.button(
              VerdictWords.verb(kind),
              VerdictWords.key(kind).getName(),
              () -> {
                model.judge(kind);
                content.requestFocus();
              });
      button.setId("judge-" + VerdictWords.key(kind).getName().toLowerCase(java.util.Locale.ROOT));
      button.getStyleClass().add(VerdictWords.style(kind));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.disableProperty().bind(model.pairProperty().lessThan(0));
      buttons.getChildren().add(button);
    }
    Button undo = KeyHint.button("Undo", "Z", model::undo);
    undo.setId("judge-undo");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.disableProperty().bind(pairs.judgments().undoableProperty().not());
    buttons.getChildren().add(undo);
    return buttons;
  }

  private void pressed(KeyEvent event) {
    boolean typing =
        event.getTarget() instanceof TextInputControl
            || event.getTarget() instanceof ComboBoxBase<?>;
    boolean toggling =
        event.getCode() == KeyCode.SPACE
            && (event.getTarget() instanceof ToggleButton || event.getTarget() instanceof CheckBox);
    if (typing || toggling || event.isAltDown()) {
      return;
    }
    Verdict kind = event.isShortcutDown() ? null : VerdictWords.of(event.getCode());
    if (event.getCode() == KeyCode.Z) {
      model.undo();
      event.consume();
    } else if (kind != null) {
      model.judge(kind);
      event.consume();
    }
  }

  /** What this way of judging is good for; once there is an estimate, how sure it is. */
  private void explain() {
    JudgeModel.Mode mode = model.modeProperty().get();
    Precision precision = mode == JudgeModel.Mode.SAMPLE ? sample.precision() : null;
    explained.setText(
        precision == null || precision.decided() == 0 ? mode.help() : Sample.bounds(precision));
  }

  private void reveal() {
    String nothing = pairs.nothingProperty().get();
    if (pairs.browsedProperty().get() == null) {
      sight.say(nothing.isEmpty() ? EMPTY : nothing);
    } else {
      sharper.disableProperty().bind(pairs.originals().noneProperty());
      sight.reveal();
      show();
    }
  }

  private void show() {
    int pair = model.pairProperty().get();
    Browsed browsed = pairs.browsedProperty().get();
    middle.getChildren().removeIf(EmptyState.class::isInstance);
    middle.getChildren().get(0).setVisible(pair >= 0);
    if (browsed == null || pair < 0) {
      large.clear();
      if (browsed != null) {
        middle.getChildren().add(new EmptyState("fth-check", model.endWords(), null, () -> {}));
      }
      return;
    }
    Originals originals = looked && sharper.isSelected() ? pairs.originals() : null;
    preload(originals);
    large.show(
        pairs.pictures(),
        originals,
        browsed.image(pair),
        browsed.neighbor(pair),
        classes.isSelected());
    facts.setText(browsed.words(pair, classes.isSelected()));
    showMark();
  }

  /** Before those in sight are asked for, as the latest wish comes first. */
  private void preload(Originals originals) {
    for (int image : model.upcoming()) {
      pairs.pictures().load(image, there -> {});
      if (originals != null) {
        originals.load(image, there -> {});
      }
    }
  }

  private void showMark() {
    int pair = model.pairProperty().get();
    mark.show(pair < 0 ? null : pairs.verdict(pair));
  }

  /** Shows a pair and goes on from it in the list's order. */
  void open(int pair) {
    model.open(pair);
    bringToFront();
  }

  /** Comes to the front to judge a sample. */
  void sample() {
    model.modeProperty().set(JudgeModel.Mode.SAMPLE);
    bringToFront();
  }

  @Override
  protected Node content() {
    return content;
  }

  @Override
  public void show(RunRow run) {
    pairs.show(run);
  }

  @Override
  public void inFront() {
    if (!looked) {
      looked = true; // files are not opened for those who never judge
      show();
    }
    content.requestFocus();
  }
}
