package kindred.experiment;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A setting of a kind of stage: one component of its record, or of a record in that.
 *
 * @param path names of components from the stage on, joined by dots
 * @param type of the component
 * @param says what people are told of it
 * @param group label of the record it belongs to, empty for the stage's own
 * @param advanced whether it, or the record it belongs to, is for few
 * @param conditions all have to hold where it means something
 */
public record StageSetting(
    String path,
    Class<?> type,
    Setting says,
    String group,
    boolean advanced,
    List<Condition> conditions) {

  /** A requirement on another setting; see {@link Setting#when}. */
  public record Condition(String path, boolean equal, List<String> values) {
    static Condition parse(String text) {
      int at = text.indexOf('=');
      boolean equal = text.charAt(at - 1) != '!';
      String path = text.substring(0, equal ? at : at - 1);
      return new Condition(path, equal, List.of(text.substring(at + 1).split("\\|")));
    }

    boolean holds(String value) {
      return values.contains(value) == equal;
    }
  }

  /** Whether it means something where the others have these values. */
  public boolean applies(Function<String, String> valueOf) {
    return conditions.stream()
        .allMatch(condition -> condition.holds(valueOf.apply(condition.path)));
  }

  /** Whether the command line takes it as an option, else as an argument. */
  boolean isOption() {
    return says.option().startsWith("--");
  }

  /** The kinds of stages, as an experiment file names them. */
  public static Set<String> kinds() {
    return StageFields.kinds().keySet();
  }

  /** All settings of all kinds of stages; those that several kinds have come once for each. */
  public static List<StageSetting> ofAll() {
    return kinds().stream().flatMap(kind -> of(kind).stream()).toList();
  }

  /** All settings of a kind of stage, in the order of its record. */
  public static List<StageSetting> of(String kind) {
    List<StageSetting> settings = new ArrayList<>();
    collect(StageFields.type(kind), "", "", false, List.of(), settings);
    return List.copyOf(settings);
  }

  private static void collect(
      Class<?> type,
      String prefix,
      String group,
      boolean advanced,
      List<Condition> conditions,
      List<StageSetting> settings) {
    for (RecordComponent component : type.getRecordComponents()) {
      Setting says = component.getAnnotation(Setting.class);
      if (says == null) {
        throw new IllegalStateException(component + " of " + type + " is no setting yet");
      }
      String path = prefix + component.getName();
      List<Condition> all = new ArrayList<>(conditions);
      if (!says.when().isEmpty()) {
        all.add(Condition.parse(says.when()));
      }
      boolean rare = advanced || says.advanced();
      if (component.getType().isRecord() && component.getType() != Range.class) {
        collect(component.getType(), path + ".", says.label(), rare, all, settings);
      } else {
        settings.add(
            new StageSetting(path, component.getType(), says, group, rare, List.copyOf(all)));
      }
    }
  }
}
