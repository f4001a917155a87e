package kindred.gui.neighbors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import kindred.gui.core.Session;
import kindred.gui.picture.PictureExport;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that writes pairs, verdicts and pictures to files. */
final class PairExports {
  private final PairsModel model;
  private final PictureExport pictures;

  PairExports(Session session, PairsModel model) {
    this.model = model;
    this.pictures = new PictureExport(session);
  }

  MenuButton menu() {
    MenuButton menu = new MenuButton("Export", new FontIcon("fth-download"));
    menu.setId("pairs-export");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    MenuItem sheet = new MenuItem("Selection as image sheet (PNG)…");
    MenuItem folder = new MenuItem("Selection as folder of images…");
    sheet.setOnAction(event -> sheet());
    folder.setOnAction(event -> folder());
    menu.getItems().addAll(sheet, folder);
    menu.setOnShowing(
        event -> {
          sheet.setDisable(model.selection().size() == 0);
          folder.setDisable(model.selection().size() == 0);
        });
    return menu;
  }

  /** A row for each image: itself, then its selected neighbors. */
  private List<int[]> rows() {
    Browsed browsed = model.browsedProperty().get();
    List<int[]> rows = new ArrayList<>();
    List<Integer> row = new ArrayList<>();
    for (int pair : model.selection().pairs()) {
      int image = browsed.image(pair);
      if (row.isEmpty() || row.get(0) != image) {
        add(rows, row);
        row = new ArrayList<>(List.of(image));
      }
      row.add(browsed.neighbor(pair));
    }
    add(rows, row);
    return rows;
  }

  private static void add(List<int[]> rows, List<Integer> row) {
    if (!row.isEmpty()) {
      rows.add(row.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private void sheet() {
    Browsed browsed = model.browsedProperty().get();
    pictures.sheet(browsed.images(), rows(), browsed.run() + "-pairs");
  }

  private void folder() {
    Browsed browsed = model.browsedProperty().get();
    int[] images = rows().stream().flatMapToInt(IntStream::of).toArray();
    pictures.folder(browsed.images(), images, browsed.run() + "-images");
  }
}
