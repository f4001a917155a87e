package kindred.gui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kindred.experiment.Json;
import kindred.gui.core.Session;
import kindred.run.RunFolder;

/**
 * What is told of one chosen run beyond its row, read in the background and again as it goes on.
 */
final class DetailsModel {
  private static final int LOG_LINES = 200;

  private final Session session;
  private final ObjectProperty<RunEntry> run = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(Told.NOTHING);
  private final InvalidationListener goesOn = change -> read();
  private boolean reading;
  private boolean again;

  /**
   * What the folder tells.
   *
   * @param provenance by field, with dots for fields of fields
   * @param log its last lines
   */
  record Told(Map<String, String> provenance, List<String> log) {
    static final Told NOTHING = new Told(Map.of(), List.of());
  }

  DetailsModel(Session session) {
    this.session = session;
    run.addListener(
        (property, before, now) -> {
          if (before != null) {
            before.row().snapshotProperty().removeListener(goesOn);
          }
          told.set(Told.NOTHING);
          if (now != null) {
            now.row().snapshotProperty().addListener(goesOn);
            read();
          }
        });
  }

  private void read() {
    RunEntry asked = run.get();
    if (asked == null) {
      return;
    }
    asked.row().now();
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    session
        .background()
        .run(
            () -> tell(asked.row().folder()),
            what -> ended(asked, what),
            failure -> {
              session.notices().problem(failure);
              ended(asked, Told.NOTHING);
            });
  }

  private void ended(RunEntry asked, Told what) {
    reading = false;
    if (run.get() == asked) {
      told.set(what);
    }
    if (again || (run.get() != asked && run.get() != null)) {
      again = false;
      read();
    }
  }

  private static Told tell(RunFolder folder) {
    Map<String, String> provenance = new LinkedHashMap<>();
    folder
        .provenance()
        .map(text -> Json.read(text, ObjectNode.class, folder.id() + "/provenance.json"))
        .ifPresent(tree -> add("", tree, provenance));
    List<String> log = folder.log();
    return new Told(
        provenance, List.copyOf(log.subList(Math.max(0, log.size() - LOG_LINES), log.size())));
  }

  private static void add(String name, JsonNode tree, Map<String, String> fields) {
    if (tree.isObject()) {
      tree.properties()
          .forEach(
              field ->
                  add(
                      name.isEmpty() ? field.getKey() : name + " " + field.getKey(),
                      field.getValue(),
                      fields));
    } else if (tree.isArray()) {
      for (int i = 0; i < tree.size(); i++) {
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        add(tree.size() == 1 ? one : one + " " + (i + 1), tree.get(i), fields);
      }
    } else {
      fields.put(name, tree.asText());
    }
  }

  /** The run that is told of, or null. */
  ObjectProperty<RunEntry> runProperty() {
    return run;
  }

  ReadOnlyObjectProperty<Told> toldProperty() {
    return told.getReadOnlyProperty();
  }
}
