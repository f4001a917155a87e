package kindred.gui.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import kindred.experiment.EvaluateStage;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.run.Measured;
import kindred.run.Standing;

/** The trainings that are done, newest first, one of which is chosen, and what there is of it. */
final class ModelsModel {
  private final Session session;
  private final ObservableList<RunRow> models = FXCollections.observableArrayList();
  private final ObjectProperty<RunRow> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<ModelFacts> facts = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty pixels = new SimpleBooleanProperty();
  private final StringProperty license = new SimpleStringProperty("");
  private final ObservableList<ExportOption> options = FXCollections.observableArrayList();

  ModelsModel(Session session) {
    this.session = session;
    session.board().runs().addListener((ListChangeListener<RunRow>) change -> look());
    chosen.addListener((property, before, now) -> read());
    look();
  }

  private void look() {
    List<RunRow> now = new ArrayList<>();
    for (RunRow run : session.board().runs()) {
      if (run.isModel()) {
        now.add(0, run);
      }
    }
    models.removeIf(run -> !now.contains(run));
    for (int i = 0; i < now.size(); i++) {
      if (!models.contains(now.get(i))) {
        models.add(i, now.get(i)); // one by one, so that a list keeps its selection
      }
    }
    if (!now.contains(chosen.get())) {
      chosen.set(now.isEmpty() ? null : now.get(0));
    }
  }

  private void read() {
    RunRow asked = chosen.get();
    if (asked == null) {
      facts.set(null);
      options.clear();
      return;
    }
    session
        .background()
        .run(
            () -> ModelFacts.read(asked.folder()),
            found -> {
              if (asked == chosen.get()) {
                options.setAll(ExportOption.of(found.pieces()));
                facts.set(found);
              }
            });
  }

  /** How the chosen one was measured, newest last; empty if it was not. */
  List<String> measures() {
    List<String> measures = new ArrayList<>();
    for (RunRow run : session.board().runs()) {
      if (run.standing() == Standing.DONE
          && run.stage().orElse(null) instanceof EvaluateStage evaluate
          && chosen.get() != null
          && evaluate.source().equals(chosen.get().id())) {
        Measured found = Measured.of(run.id(), evaluate, run.now().state().result());
        measures.add(
            String.format(
                Locale.ROOT,
                "k-NN %s, linear probe %s on %s",
                Words.percent(found.knn()),
                Words.percent(found.probe()),
                found.images()));
      }
    }
    return measures;
  }

  ObservableList<RunRow> models() {
    return models;
  }

  ObjectProperty<RunRow> chosenProperty() {
    return chosen;
  }

  /** What was read of the chosen one; null before that. */
  ReadOnlyObjectProperty<ModelFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Of ONNX, whether the model takes or gives pixels and normalizes them itself. */
  BooleanProperty pixelsProperty() {
    return pixels;
  }

  /** For the model card; empty if it is not stated. */
  StringProperty licenseProperty() {
    return license;
  }

  /** What the chosen one can be exported as. */
  ObservableList<ExportOption> options() {
    return options;
  }
}
