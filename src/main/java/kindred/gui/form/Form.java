package kindred.gui.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kindred.experiment.BadInput;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.StageDraft;
import kindred.experiment.StageSetting;

/**
 * A form for one kind of stage: its settings as texts, and at every moment either the stage that
 * they make or why they make none, in the words of the stage's own record. For the application
 * thread.
 */
public final class Form {
  /** Stands for a name that is yet to be chosen, to learn what else would be usual. */
  private static final JsonNode ANY = TextNode.valueOf("any.file");

  private static final Set<String> REQUIRED = Set.of("data", "source");
  private static final String NEIGHBORS = "neighbors";

  private final String kind;
  private final List<Field> fields;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Values that mean nothing here but came with the settings that were filled in. */
  private final Map<String, JsonNode> carried = new HashMap<>();

  private Supplier<Optional<Objection>> objections = Optional::empty;
  private Field edited;
  private boolean filling;

  /** Why the values of a form will not do, and which of them. */
  record Objection(Field field, String message) {}

  /**
   * @param kind as in an experiment file
   */
  public Form(String kind) {
    this.kind = kind;
    this.fields = StageSetting.of(kind).stream().map(Field::new).toList();
    learnUsual(Map.of());
    for (Field field : fields) {
      field
          .textProperty()
          .addListener(
              (property, before, now) -> {
                edited = field;
                update();
              });
    }
    update();
  }

  /**
   * Does what Java does only once, for the first form and the first time that one is looked through
   * again: reading classes, mostly. May take a tenth of a second; for a background thread, so that
   * no panel has to wait for it. The forms made here are nobody's.
   */
  public static void prepare() {
    for (String kind : StageSetting.kinds()) {
      new Form(kind).update();
    }
  }

  public String kind() {
    return kind;
  }

  /** All, in the order of the record. */
  public List<Field> fields() {
    return fields;
  }

  /** The setting at a path. */
  public Field field(String path) {
    return find(path).orElseThrow(() -> new NoSuchElementException(kind + " has no " + path));
  }

  Optional<Field> find(String path) {
    return fields.stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /** What was asked for, or null while that is impossible. */
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Why there is no stage; empty if there is one. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Sets who else may object to values that the record itself accepts. */
  void objecting(Supplier<Optional<Objection>> by) {
    objections = by;
    update();
  }

  /** Shows exactly the settings of a stage of this kind. */
  public void fill(Stage settings) {
    StageDraft draft = StageDraft.of(settings);
    if (!draft.kind().equals(kind)) {
      throw new IllegalArgumentException(draft.kind() + " does not fit a form for " + kind);
    }
    Map<String, String> texts = new HashMap<>();
    draft.values().forEach((path, value) -> texts.put(path, StageDraft.text(value)));
    setTexts(texts);
    for (Field field : fields) {
      if (!field.appliesProperty().get() && draft.values().containsKey(field.path())) {
        carried.put(field.path(), draft.values().get(field.path()));
      }
    }
    edited = null;
    update();
  }

  /** Shows these texts, and what is usual for the rest. */
  void show(Map<String, String> texts) {
    setTexts(texts);
    edited = null;
    update();
  }

  private void setTexts(Map<String, String> texts) {
    filling = true;
    fields.forEach(field -> field.textProperty().set(texts.getOrDefault(field.path(), "")));
    filling = false;
    carried.clear();
    showWhatApplies();
  }

  /** Looks again, as when what can be chosen has changed. */
  void update() {
    if (filling) {
      return;
    }
    if (showWhatApplies()) {
      carried.clear();
    }
    Outcome outcome = outcome();
    for (Field field : fields) {
      field.setProblem(outcome.field() == field ? outcome.message() : "");
    }
    problem.set(outcome.message());
    stage.set(outcome.stage());
  }

  /** A stage, or what is wrong and where, if that is known. */
  private record Outcome(Stage stage, Field field, String message) {
    static Outcome wrong(Field field, String message) {
      return new Outcome(null, field, message);
    }
  }

  /** Returns whether another setting applies than before. */
  private boolean showWhatApplies() {
    boolean changed = false;
    for (Field field : fields) {
      boolean now =
          field.setting().applies(path -> find(path).map(Field::effective).orElse(kindOf(path)));
      changed |= now != field.appliesProperty().get();
      field.setApplies(now);
    }
    return changed && edited != null;
  }

  /** A condition may also ask for the kind of stage. */
  private String kindOf(String path) {
    return path.equals("stage") ? kind : "";
  }

  private Outcome outcome() {
    Map<String, JsonNode> values = new LinkedHashMap<>(carried);
    for (Field field : fields) {
      if (field.appliesProperty().get()) {
        try {
          field.value().ifPresent(value -> values.put(field.path(), value));
        } catch (BadInput unreadable) {
          return Outcome.wrong(field, unreadable.getMessage());
        }
      }
    }
    learnUsual(values);
    try {
      Stage made = new StageDraft(kind, values).stage();
      return objections
          .get()
          .map(objection -> Outcome.wrong(objection.field(), objection.message()))
          .orElse(new Outcome(made, null, ""));
    } catch (BadInput refused) {
      Field culprit = new Culprit(kind, fields, edited).of(refused, values);
      boolean unchosen =
          culprit != null
              && REQUIRED.contains(culprit.path())
              && !values.containsKey(culprit.path());
      return Outcome.wrong(
          culprit, unchosen ? culprit.label() + " is missing: choose one" : refused.getMessage());
    }
  }

  /** Finds what the settings without a text would be. */
  private void learnUsual(Map<String, JsonNode> values) {
    Map<String, JsonNode> complete = new LinkedHashMap<>(values);
    for (String path : REQUIRED) {
      if (find(path).isPresent()) {
        complete.putIfAbsent(path, ANY);
      }
    }
    if (!learnUsualOf(complete)) {
      // Something is missing or wrong: what is chosen from lists still tells what is usual.
      complete
          .keySet()
          .retainAll(fields.stream().filter(f -> !f.choices().isEmpty()).map(Field::path).toList());
      for (String path : REQUIRED) {
        if (find(path).isPresent()) {
          complete.put(path, ANY);
        }
      }
      if (!learnUsualOf(complete) && find(NEIGHBORS).isPresent()) {
        complete.put(NEIGHBORS, ANY);
        learnUsualOf(complete);
      }
    }
  }

  private boolean learnUsualOf(Map<String, JsonNode> values) {
    JsonNode tree;
    try {
      tree = Json.tree(new StageDraft(kind, values).stage());
    } catch (BadInput impossible) {
      return false;
    }
    for (Field field : fields) {
      if (!values.containsKey(field.path())) {
        JsonNode value = StageDraft.at(tree, field.path());
        field.setUsual(value.isMissingNode() ? "" : StageDraft.text(value));
      }
    }
    return true;
  }
}
