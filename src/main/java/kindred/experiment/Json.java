package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The one JSON dialect of this project: plain values, unknown and repeated keys refused, no type
 * names that could choose a class.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Json() {}

  /** An empty object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** One line, no line break. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JacksonException e) {
      throw new IllegalStateException("not representable as JSON: " + value.getClass(), e);
    }
  }

  /** A text as it stands between quotation marks; for those who write very many lines. */
  public static char[] escaped(String text) {
    return JsonStringEncoder.getInstance().quoteAsString(text);
  }

  /** Indented, ending in a line break. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException("not representable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads a value.
   *
   * @param what what the text is, for the message, such as a file's name
   * @throws BadInput if the text is not JSON or does not fit the type
   */
  public static <T> T read(String text, Class<T> type, String what) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new BadInput(what + ": holds nothing but null");
      }
      return value;
    } catch (JacksonException e) {
      throw unreadable(what, e);
    }
  }

  /**
   * Reads one line of a JSON Lines file.
   *
   * @param where the file and the line's number, for the message
   * @throws BadInput if the line is not JSON or does not fit the type
   */
  public static <T> T readLine(String line, Class<T> type, String where) {
    try {
      return MAPPER.readValue(line, type);
    } catch (JacksonException e) {
      throw new BadInput(where + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a file.
   *
   * @param kind what the file describes, such as {@code experiment}, for the message
   * @throws BadInput if it is missing or unreadable, else as {@link #read}
   */
  static <T> T file(Path file, Class<T> type, String kind) {
    try {
      return read(Files.readString(file), type, file.toString());
    } catch (IOException e) {
      throw new BadInput(
          Files.exists(file)
              ? file + " cannot be read: " + e.getMessage()
              : "there is no " + kind + " file " + file,
          e);
    }
  }

  /** The value of a tree as a record. Errors as in {@link #read}. */
  public static <T> T convert(JsonNode tree, Class<T> type, String what) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw unreadable(what, e);
    }
  }

  /** A record as a tree that can be added to. */
  public static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  private static BadInput unreadable(String what, JacksonException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadInput) {
        return new BadInput(what + ": " + cause.getMessage(), e);
      }
    }
    String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    return new BadInput(what + where + ": " + reason(e), e);
  }

  private static String reason(JacksonException e) {
    return e instanceof UnrecognizedPropertyException unknown
        ? "there is no field '"
            + unknown.getPropertyName()
            + "' here; known: "
            + unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "))
        : e.getOriginalMessage();
  }
}
