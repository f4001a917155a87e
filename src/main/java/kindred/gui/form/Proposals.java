package kindred.gui.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kindred.experiment.Precision;
import kindred.run.ComputeSettings;

/** Puts values into a form that the user has not given; what they typed or chose stays. */
final class Proposals {
  private final Form form;
  private final Inputs inputs;

  /** Inputs that were proposed once; what the user made of it is theirs. */
  private final Set<Field> proposed = new HashSet<>();

  /** What was proposed for settings that others or the workspace have, by path. */
  private final Map<String, String> suggested = new HashMap<>();

  /** Proposes again whenever the form's own settings call for it. */
  Proposals(Form form, Inputs inputs) {
    this.form = form;
    this.inputs = inputs;
    form.fields()
        .forEach(
            field ->
                field.appliesProperty().addListener((property, before, now) -> propose(field)));
    form.find("neighbors")
        .ifPresent(
            neighbors ->
                neighbors.textProperty().addListener((property, before, now) -> proposeSplit()));
  }

  /** Proposes what the workspace has by now. */
  void propose() {
    form.fields().forEach(this::propose);
    proposeSplit();
  }

  /** Proposes no more inputs, as the form was filled. */
  void end() {
    proposed.addAll(form.fields());
  }

  /** Proposes what the workspace says of threads and precision. */
  void propose(ComputeSettings now) {
    suggest("training.threads", Integer.toString(now.threads()), "0");
    suggest("training.precision", now.precision().toString(), Precision.AUTO.toString());
  }

  /** Chooses the latest input that fits, once. */
  private void propose(Field field) {
    boolean input = Set.of("data", "source", "neighbors").contains(field.path());
    boolean rare = field.setting().advanced();
    if (!input || rare || !field.appliesProperty().get() || proposed.contains(field)) {
      return;
    }
    if (!field.isUsual()) {
      proposed.add(field);
      return;
    }
    inputs
        .proposal(field)
        .ifPresent(
            offer -> {
              proposed.add(field);
              field.textProperty().set(offer.value());
            });
  }

  /** Proposes to hold out the images that the training behind the neighbors held out. */
  private void proposeSplit() {
    form.find("neighbors")
        .filter(neighbors -> neighbors.appliesProperty().get() && !neighbors.isUsual())
        .flatMap(neighbors -> inputs.training(neighbors.effective()))
        .ifPresent(
            plan -> {
              suggest("training.holdout", Double.toString(plan.holdout()), "0.0");
              suggest("training.splitSeed", Long.toString(plan.splitSeed()), "0");
            });
  }

  /** What was proposed before gives way. */
  private void suggest(String path, String value, String usual) {
    form.find(path)
        .ifPresent(
            field -> {
              if (field.isUsual() || field.effective().equals(suggested.get(path))) {
                suggested.put(path, value);
                field.textProperty().set(value.equals(usual) ? "" : value);
              }
            });
  }
}
