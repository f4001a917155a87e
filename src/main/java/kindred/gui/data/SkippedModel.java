package kindred.gui.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kindred.data.SourceList.Skipped;

/** The files that an import left out, to be searched and copied. For the application thread. */
final class SkippedModel {
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Skipped> shown = FXCollections.observableArrayList();
  private List<Skipped> all = List.of();

  SkippedModel() {
    query.addListener((property, before, now) -> filter());
  }

  /** Turns to a data set; null for none. */
  void show(Opened data) {
    all = data == null ? List.of() : data.sources().skipped();
    query.set("");
    filter();
  }

  private void filter() {
    String wanted = query.get().strip().toLowerCase(Locale.ROOT);
    shown.setAll(
        all.stream()
            .filter(
                file ->
                    file.source().toLowerCase(Locale.ROOT).contains(wanted)
                        || file.reason().toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
  }

  /** How many there are, whatever is searched for. */
  int count() {
    return all.size();
  }

  /** Part of a file's name or of a reason. */
  StringProperty queryProperty() {
    return query;
  }

  /** Those that fit the query. */
  ObservableList<Skipped> shown() {
    return shown;
  }

  /** Those that fit, a line each: the file, a tab, the reason. */
  String text() {
    return shown.stream()
        .map(file -> file.source() + "\t" + file.reason() + "\n")
        .collect(Collectors.joining());
  }
}
