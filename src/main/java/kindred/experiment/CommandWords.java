package kindred.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A stage as a user would type it: what the terminal makes the same stage of. */
public final class CommandWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandWords() {}

  /**
   * The words after {@code kindred}: the kind of stage, its arguments, and the options that differ
   * from the defaults.
   */
  public static List<String> of(Stage stage) {
    StageDraft draft = StageDraft.of(stage);
    JsonNode tree = Json.tree(stage);
    List<String> arguments = new ArrayList<>();
    List<String> options = new ArrayList<>();
    for (StageSetting setting : StageSetting.of(draft.kind())) {
      if (!setting.isOption()) {
        arguments.add(StageDraft.text(StageDraft.at(tree, setting.path())));
      } else if (draft.values().containsKey(setting.path())) {
        option(setting.says().option(), draft.values().get(setting.path()), options);
      }
    }
    List<String> words = new ArrayList<>();
    words.add(draft.kind());
    if (arguments.stream().anyMatch(word -> word.startsWith("-"))) {
      words.addAll(options);
      words.add("--");
      words.addAll(arguments);
    } else {
      words.addAll(arguments);
      words.addAll(options);
    }
    return words;
  }

  private static void option(String name, JsonNode value, List<String> options) {
    String text = StageDraft.text(value);
    if (value.isBoolean()) {
      options.add(value.asBoolean() ? name : name + "=false");
    } else if (text.startsWith("-")) {
      options.add(name + "=" + text);
    } else {
      options.add(name);
      options.add(text);
    }
  }

  /** Words as one line for a shell, those with spaces or signs of its own in quotes. */
  public static String line(List<String> words) {
    return words.stream().map(CommandWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
