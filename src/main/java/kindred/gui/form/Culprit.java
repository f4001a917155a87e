package kindred.gui.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kindred.experiment.BadInput;
import kindred.experiment.StageDraft;

/**
 * Finds the row of a form that a record's message is about: the one that the message begins with
 * ("k is 0"), an empty one that it speaks of, or one without which the message would be another.
 *
 * @param edited the one changed last, or null
 */
record Culprit(String kind, List<Field> fields, Field edited) {

  /** The row, or null if the message is about none of them. */
  Field of(BadInput refused, Map<String, JsonNode> values) {
    String message = refused.getMessage();
    return first(
            field -> field.names().stream().anyMatch(name -> message.startsWith(name + " is ")))
        .or(() -> emptyOneSpokenOf(message))
        .or(() -> first(field -> otherwiseWithout(field, message, values)))
        .orElse(null);
  }

  private Stream<Field> candidates() {
    Stream<Field> all = Stream.concat(Stream.ofNullable(edited), fields.stream());
    return all.filter(field -> field.appliesProperty().get());
  }

  private Optional<Field> first(Predicate<Field> wanted) {
    return candidates().filter(wanted).findFirst();
  }

  /** The one with the longest name, as "epochs" may be spoken of beside "step-every". */
  private Optional<Field> emptyOneSpokenOf(String message) {
    return candidates()
        .filter(field -> field.isUsual() && spoken(message, field) > 0)
        .max(Comparator.comparingInt(field -> spoken(message, field)));
  }

  /** Length of the longest name of a setting in a message; 0 if there is none. */
  private static int spoken(String message, Field field) {
    return field.names().stream()
        .filter(
            name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(message).find())
        .mapToInt(String::length)
        .max()
        .orElse(0);
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
