package kindred.gui.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import kindred.data.DatasetInfo;
import kindred.data.ImageSet;
import kindred.gui.core.Words;

/** What {@code dataset.json} says, to be read and copied. */
final class DetailsView implements DataView {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ROOT);

  private final GridPane grid = new GridPane();
  private final ScrollPane view = new ScrollPane(grid);

  DetailsView() {
    view.getStyleClass().addAll("data-tab", "edge-to-edge");
    view.setFitToWidth(true);
    grid.setHgap(16);
    grid.setVgap(4);
    ColumnConstraints words = new ColumnConstraints(152);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(words, values);
  }

  /** All there is to say, by what it is. */
  static Map<String, String> facts(ImageSet set) {
    DatasetInfo info = set.info();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Images", Words.count(info.count()));
    facts.put(
        "Shape",
        "%d×%d px, %s"
            .formatted(info.width(), info.height(), info.channels() == 1 ? "gray" : "color"));
    facts.put("Pixels", Words.bytes((double) info.count() * info.imageBytes()));
    facts.put("Mean per channel", numbers(info.mean()));
    facts.put("Deviation per channel", numbers(info.std()));
    facts.put("Classes", info.classes().isEmpty() ? "none" : String.join(", ", info.classes()));
    facts.put("Came from", info.source());
    facts.put("Imported", date(info.created()));
    facts.put("Fingerprint (SHA-256)", info.fingerprint());
    facts.put("Folder", set.folder().toString());
    facts.put("Format", "version " + info.format());
    return facts;
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(Words::number).collect(Collectors.joining(" · "))
        + " (pixels from 0 to 1)";
  }

  private static String date(String instant) {
    try {
      return DATE.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
    } catch (DateTimeParseException unusual) {
      return instant;
    }
  }

  @Override
  public String title() {
    return "Details";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Opened opened) {
    grid.getChildren().clear();
    if (opened == null) {
      return;
    }
    facts(opened.set())
        .forEach(
            (what, value) -> {
              TextField text = new TextField(value);
              text.setEditable(false);
              text.getStyleClass().addAll("facts-field", "figures");
              text.setAccessibleText(what);
              Label label = new Label(what);
              label.getStyleClass().add("quiet");
              label.setLabelFor(text);
              grid.addRow(grid.getRowCount(), label, text);
            });
  }
}
