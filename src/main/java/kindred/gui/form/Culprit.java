package kindred.gui.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kindred.experiment.BadInput;
import kindred.experiment.StageDraft;

/**
 * Finds the row of a form that a record's message is about: the one that the message begins with ("k is 0"),
 * an empty one that it speaks of, or one without which the message would be another.
 *
 * @param edited the one changed last, or null
 */
record Culprit(String kind, List<Field> fields, Field edited) {

  /** The row, or null if the message is about none of them. */
  Field of(BadInput refused, Map<String, JsonNode> values) {
    String message = refused.getMessage();
    return first(field -> field.names().stream().anyMatch(name -> message.startsWith(name + " is ")))
        .or(() -> first(field -> field.isUsual() && speaksOf(message, field)))
        .or(() -> first(field -> otherwiseWithout(field, message, values)))
        .orElse(null);
  }

  private Optional<Field> first(Predicate<Field> wanted) {
    List<Field> order = new ArrayList<>(fields);
    if (edited != null) {
      order.add(0, edited);
    }
    return order.stream().filter(field -> field.appliesProperty().get()).filter(wanted).findFirst();
  }

  private static boolean speaksOf(String message, Field field) {
    return field.names().stream()
        .anyMatch(
            name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(message).find());
  }

  private boolean otherwiseWithout(Field field, String message, Map<String, JsonNode> values) {
    if (!values.containsKey(field.path())) {
      return false;
    }
    Map<String, JsonNode> others = new LinkedHashMap<>(values);
    others.remove(field.path());
    try {
      new StageDraft(kind, others).stage();
      return true;
    } catch (BadInput still) {
      return !message.equals(still.getMessage());
    }
  }
}
