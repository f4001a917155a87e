package kindred.metrics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run's {@code metrics.jsonl} says so far. Reads on where it stopped, so that following a
 * growing file costs what is new. For background threads, one at a time.
 */
public final class RunMetrics {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] BEGIN = "{\"kind\"".getBytes(StandardCharsets.UTF_8);
  private static final Set<String> AXES = Set.of("step", "epoch", "time");

  private final LineTail tail;
  private MetricTable steps = new MetricTable();
  private MetricTable epochs = new MetricTable();
  private int unreadable;

  // Of the line being read.
  private final String[] fields = new String[64];
  private final double[] values = new double[64];

  public RunMetrics(Path file) {
    tail = new LineTail(file);
  }

  /**
   * Reads on.
   *
   * @param most bytes to read at once
   * @return whether there was anything new
   */
  public boolean readOn(int most) throws IOException {
    return tail.read(most, this::restart, this::line);
  }

  /** Whether the file has more than was read. */
  public boolean behind() {
    return tail.behind();
  }

  private void restart() {
    steps = new MetricTable();
    epochs = new MetricTable();
    unreadable = 0;
  }

  private void line(byte[] bytes, int from, int to) throws IOException {
    if (!read(bytes, from, to)) {
      // A line cut short by a kill runs into the first of the next worker, which is whole.
      int again = lastBegin(bytes, from, to);
      if (again <= from || !read(bytes, again, to)) {
        unreadable++;
      }
    }
  }

  private static int lastBegin(byte[] bytes, int from, int to) {
    for (int at = to - BEGIN.length; at > from; at--) {
      if (Arrays.equals(bytes, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
        return at;
      }
    }
    return -1;
  }

  private boolean read(byte[] bytes, int from, int to) throws IOException {
    String kind = null;
    int step = -1;
    int count = 0;
    try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isNumeric() && count < fields.length) {
          if (field.equals("step")) {
            step = json.getValueAsInt();
          } else {
            fields[count] = field;
            values[count++] = json.getDoubleValue();
          }
        } else if (field.equals("kind")) {
          kind = json.getText();
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        return false;
      }
    } catch (JacksonException damaged) {
      return false;
    }
    return keep(kind, step, count);
  }

  private boolean keep(String kind, int step, int count) {
    boolean ofStep = Quantity.STEP.equals(kind);
    if (step < 0 || !(ofStep || Quantity.EPOCH.equals(kind))) {
      return kind != null && !ofStep && !Quantity.EPOCH.equals(kind);
    }
    MetricTable table = ofStep ? steps : epochs;
    table.begin(step);
    for (int i = 0; i < count; i++) {
      table.put(fields[i], values[i]);
    }
    return true;
  }

  /** The lines that hold a quantity. */
  public MetricTable table(Quantity quantity) {
    return quantity.perStep() ? steps : epochs;
  }

  /** Steps in an epoch; NaN before the first epoch's end. */
  public double stepsPerEpoch() {
    MetricColumn epoch = epochs.column("epoch");
    return epochs.size() > 0 && !epoch.isEmpty()
        ? epochs.step(0) / (double) epoch.at(0)
        : Double.NaN;
  }

  /** All quantities that it has at least one value of. */
  public Set<Quantity> quantities() {
    Set<Quantity> there = new TreeSet<>(Quantity.AS_SHOWN);
    for (String field : steps.fields()) {
      there.add(new Quantity(Quantity.STEP, field));
    }
    for (String field : epochs.fields()) {
      there.add(new Quantity(Quantity.EPOCH, field));
    }
    there.removeIf(quantity -> AXES.contains(quantity.key()));
    return there;
  }

  /** Lines that are no JSON object with a kind. */
  public int unreadable() {
    return unreadable;
  }
}
