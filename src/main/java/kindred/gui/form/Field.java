package kindred.gui.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kindred.experiment.BadInput;
import kindred.experiment.Setting.Takes;
import kindred.experiment.StageSetting;

/**
 * One setting in a form, as text. No text stands for the usual value. For the application thread.
 */
public final class Field {
  private final StageSetting setting;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper usual = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(true);

  Field(StageSetting setting) {
    this.setting = setting;
  }

  public StageSetting setting() {
    return setting;
  }

  public String path() {
    return setting.path();
  }

  public String label() {
    return setting.says().label();
  }

  /** What was typed or chosen; empty for the usual value. */
  public StringProperty textProperty() {
    return text;
  }

  /** What it is without a text. */
  public ReadOnlyStringProperty usualProperty() {
    return usual.getReadOnlyProperty();
  }

  void setUsual(String value) {
    usual.set(value);
  }

  /** Why the text will not do, in a sentence; empty if it will. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void setProblem(String sentence) {
    problem.set(sentence);
  }

  /** Whether it means something beside the other settings. */
  public ReadOnlyBooleanProperty appliesProperty() {
    return applies.getReadOnlyProperty();
  }

  void setApplies(boolean now) {
    applies.set(now);
  }

  /** Its text, or what stands for none. */
  public String effective() {
    return isUsual() ? usual.get() : text.get().strip();
  }

  /** Whether nothing was chosen. */
  public boolean isUsual() {
    return text.get() == null || text.get().isBlank();
  }

  /** Whether it names something of the workspace, or a file. */
  public boolean isInput() {
    return setting.says().takes() != Takes.VALUE;
  }

  /** The constants that can be chosen, as text; none if it is no choice. */
  public List<String> choices() {
    List<String> choices = new ArrayList<>();
    if (setting.type().isEnum()) {
      for (Object constant : setting.type().getEnumConstants()) {
        choices.add(constant.toString());
      }
    }
    return choices;
  }

  /** What people call a choice. */
  public String nameOf(String choice) {
    String[] names = setting.says().choices();
    int at = choices().indexOf(choice);
    String name = at >= 0 && at < names.length ? names[at] : choice;
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * What the text means.
   *
   * @throws BadInput if it is no value of this type
   */
  Optional<JsonNode> value() {
    if (isUsual()) {
      return Optional.empty();
    }
    String typed = text.get().strip();
    Class<?> type = setting.type();
    if (type == Integer.class || type == Long.class) {
      return Optional.of(LongNode.valueOf(whole(typed, type == Integer.class)));
    } else if (type == Double.class) {
      return Optional.of(DoubleNode.valueOf(number(typed)));
    } else if (type == Boolean.class) {
      return Optional.of(BooleanNode.valueOf(Boolean.parseBoolean(typed)));
    }
    return Optional.of(TextNode.valueOf(typed));
  }

  private long whole(String typed, boolean small) {
    try {
      String digits = typed.replace(",", "");
      return small ? Integer.parseInt(digits) : Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new BadInput(name() + " is '" + typed + "'; write a whole number" + such(), e);
    }
  }

  private double number(String typed) {
    try {
      return Double.parseDouble(typed);
    } catch (NumberFormatException e) {
      throw new BadInput(
          name() + " is '" + typed + "'; write a number with a point for its fraction" + such(), e);
    }
  }

  private String such() {
    boolean known = !usual.get().isEmpty() && Character.isDigit(usual.get().charAt(0));
    return known ? ", such as " + usual.get() : "";
  }

  private String name() {
    return label().toLowerCase(Locale.ROOT);
  }

  /** What records call it in their messages. */
  List<String> names() {
    String own = setting.path().substring(setting.path().lastIndexOf('.') + 1);
    String option = setting.says().option().replaceFirst("^--", "");
    return List.of(
        option,
        option.replace('-', ' '),
        own,
        own.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT),
        own.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return path() + "=" + text.get();
  }
}
