package kindred.gui.guide;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which section of the guide is read, and which ones have the words that are sought. */
final class GuideModel {
  private final List<Section> all;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Section> found = FXCollections.observableArrayList();
  private final ObjectProperty<Section> read = new SimpleObjectProperty<>();

  /**
   * @param sections at least one
   */
  GuideModel(List<Section> sections) {
    this.all = List.copyOf(sections);
    found.setAll(all);
    read.set(all.get(0));
    query.addListener((property, before, now) -> find());
  }

  private void find() {
    List<String> sought = sought();
    List<Section> now = all.stream().filter(section -> section.has(sought)).toList();
    found.setAll(now);
    if (!now.isEmpty() && !now.contains(read.get())) {
      read.set(now.get(0));
    }
  }

  /** The words of the query in small letters. */
  List<String> sought() {
    String words = query.get().toLowerCase(Locale.ROOT).strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
  }

  /** Turns to the section of this title, if there is one, and forgets what was sought. */
  void turnTo(String title) {
    query.set("");
    all.stream().filter(section -> section.title().equals(title)).findFirst().ifPresent(read::set);
  }

  /** What is sought: sections with all of its words are found. */
  StringProperty queryProperty() {
    return query;
  }

  /** The sections with all words of the query, in the order of the guide. */
  ObservableList<Section> found() {
    return found;
  }

  /** The section that is read; it stays if nothing is found. */
  ObjectProperty<Section> readProperty() {
    return read;
  }
}
