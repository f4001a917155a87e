package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Tips;
import kindred.gui.core.Words;
import kindred.neighbors.pairs.PairFilter;

/** By what the rows are filtered, how many pairs that leaves, and the way back to all of them. */
final class PairFilterBar {
  /** Whether two images are of one class. */
  private enum Agreement {
    ANY("Any labels", null),
    SAME("Same label", PairFilter.Label.SAME),
    DIFFERENT("Different label", PairFilter.Label.DIFFERENT);

    private final String title;
    private final PairFilter.Label labels;

    Agreement(String title, PairFilter.Label labels) {
      this.title = title;
      this.labels = labels;
    }
  }

  /** What was said of a pair. */
  private enum Said {
    WHATEVER("Any verdict", null),
    NOTHING("Not judged", PairFilter.Judged.NONE),
    ANYTHING("Judged", PairFilter.Judged.ANY),
    SAME("Same kind", PairFilter.Judged.SAME),
    DIFFERENT("Different kind", PairFilter.Judged.DIFFERENT),
    UNSURE("Unsure", PairFilter.Judged.UNSURE),
    SKIP("Skipped", PairFilter.Judged.SKIP);

    private final String title;
    private final PairFilter.Judged judged;

    Said(String title, PairFilter.Judged judged) {
      this.title = title;
      this.judged = judged;
    }
  }

  /** Whether two images are nearly the same. */
  private enum Twins {
    ANY("All pairs", null),
    WITHOUT("No duplicates", false),
    ONLY("Duplicates", true);

    private final String title;
    private final Boolean duplicate;

    Twins(String title, Boolean duplicate) {
      this.title = title;
      this.duplicate = duplicate;
    }
  }

  private final PairsModel model;
  private final ComboBox<Integer> label = new ComboBox<>();
  private final ComboBox<Agreement> agreement;
  private final ComboBox<Said> judged;
  private final ComboBox<Twins> twins;
  private final TextField from = distance("pairs-from", "Smallest distance of a pair");
  private final Button reset = new Button("Show all");
  private final Label count = new Label();
  private final FlowPane view = new FlowPane(12, 8);
  private boolean showing;

  PairFilterBar(PairsModel model) {
    this.model = model;
    label.setId("pairs-class");
    label.setAccessibleText("Class of one of the two");
    label.setPrefWidth(134);
    label.setConverter(new OneWayConverter<>(this::className));
    label
        .valueProperty()
        .addListener(
            (property, before, now) ->
                set(filter().withClass(now == null || now < 0 ? null : now)));
    agreement =
        box(
            "pairs-agreement",
            List.of(Agreement.values()),
            one -> one.title,
            now -> set(filter().withLabel(now.labels)));
    judged =
        box(
            "pairs-judged",
            List.of(Said.values()),
            one -> one.title,
            now -> set(filter().withVerdict(now.judged)));
    twins =
        box(
            "pairs-duplicates",
            List.of(Twins.values()),
            one -> one.title,
            now -> set(filter().withDuplicate(now.duplicate)));
    reset.setId("pairs-reset");
    reset.getStyleClass().add("flat");
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.setOnAction(event -> model.reset());
    count.setId("pairs-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    view.getStyleClass().add("pair-filters");
    view.setRowValignment(javafx.geometry.VPos.CENTER);
    Label overlap = new Label();
    overlap.getStyleClass().add("small");
    overlap.textProperty().bind(model.overlapProperty());
    view.getChildren().addAll(new ChosenControls(model, "pairs").filters());
    view.getChildren()
        .addAll(ChosenControls.worded("At least", from), label, agreement, judged, twins, overlap);
    model.browsedProperty().addListener((property, before, now) -> offerClasses());
    model.queryProperty().addListener((property, before, now) -> show());
    model.foundProperty().addListener((property, before, now) -> say());
    offerClasses();
  }

  private <T> ComboBox<T> box(
      String id, List<T> options, Function<T, String> title, Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getItems().setAll(options);
    box.setValue(options.get(0));
    box.setConverter(new OneWayConverter<>(title));
    box.setAccessibleText(title.apply(options.get(0)));
    box.setPrefWidth(134);
    box.valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing && now != null) {
                chosen.accept(now);
              }
            });
    return box;
  }

  private TextField distance(String id, String help) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(5);
    field.setPromptText("distance");
    field.setAccessibleText(help);
    Tips.set(field, help);
    field.setOnAction(event -> readRange());
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                readRange();
              }
            });
    return field;
  }

  private void readRange() {
    set(filter().withDistances(number(from), filter().maxDistance()));
  }

  /** What is no number counts as nothing. */
  private static Double number(TextField field) {
    try {
      return field.getText().isBlank() ? null : Double.valueOf(field.getText().strip());
    } catch (NumberFormatException notANumber) {
      field.clear();
      return null;
    }
  }

  private PairFilter filter() {
    return model.queryProperty().get().filter();
  }

  private void set(PairFilter now) {
    if (!showing) {
      model.filter(now);
    }
  }

  private String className(int of) {
    Browsed browsed = model.browsedProperty().get();
    return of < 0 || browsed == null ? "Any class" : browsed.className(of);
  }

  private void offerClasses() {
    Browsed browsed = model.browsedProperty().get();
    showing = true;
    List<Integer> classes = new ArrayList<>(List.of(-1));
    for (int i = 0; browsed != null && i < browsed.classes(); i++) {
      classes.add(i);
    }
    label.getItems().setAll(classes);
    label.setValue(-1);
    boolean labeled = browsed != null && browsed.labeled();
    for (ComboBox<?> box : List.of(label, agreement)) {
      box.setVisible(labeled);
      box.setManaged(labeled);
    }
    showing = false;
    show();
  }

  private void show() {
    showing = true;
    PairFilter filter = filter();
    label.setValue(filter.ofClass() == null ? -1 : filter.ofClass());
    choose(agreement, one -> one.labels == filter.label());
    choose(judged, one -> one.judged == filter.verdict());
    choose(twins, one -> Objects.equals(one.duplicate, filter.duplicate()));
    if (!from.isFocused()) {
      from.setText(filter.minDistance() == null ? "" : filter.minDistance().toString());
    }
    showing = false;
    say();
  }

  private static <T> void choose(ComboBox<T> box, Predicate<T> wanted) {
    box.getItems().stream().filter(wanted).findFirst().ifPresent(box::setValue);
  }

  private void say() {
    Browsed browsed = model.browsedProperty().get();
    Found found = model.foundProperty().get();
    reset.setVisible(model.queryProperty().get().filters());
    if (browsed == null || found == null) {
      count.setText("");
      return;
    }
    int all = browsed.table().size();
    String total = Words.count(all, "pair", "pairs");
    count.setText(found.size() == all ? total : Words.count(found.size()) + " of " + total);
  }

  /** How many pairs are left, and the button that shows all. */
  HBox result() {
    HBox result = new HBox(count, reset);
    result.setAlignment(Pos.CENTER_LEFT);
    return result;
  }

  FlowPane view() {
    return view;
  }
}
