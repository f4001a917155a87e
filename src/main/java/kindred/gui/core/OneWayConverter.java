package kindred.gui.core;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Words for values that are chosen and never typed. */
public final class OneWayConverter<T> extends StringConverter<T> {
  private final String nothing;
  private final Function<T, String> words;

  /** Nothing chosen is worded as an empty text. */
  public OneWayConverter(Function<T, String> words) {
    this("", words);
  }

  /**
   * @param nothing words for nothing chosen
   */
  public OneWayConverter(String nothing, Function<T, String> words) {
    this.nothing = nothing;
    this.words = words;
  }

  @Override
  public String toString(T value) {
    return value == null ? nothing : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("this is chosen, not typed");
  }
}
