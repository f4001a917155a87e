package kindred.gui.neighbors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.PictureExport;
import kindred.neighbors.pairs.PairExport;
import kindred.neighbors.pairs.PairFilter;
import kindred.neighbors.pairs.PairTable;
import kindred.neighbors.pairs.Selection;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu that writes pairs with their distances and verdicts, and pictures, to files. */
final class PairExports {
  private final Session session;
  private final PairsModel model;
  private final PictureExport pictures;

  PairExports(Session session, PairsModel model) {
    this.session = session;
    this.model = model;
    this.pictures = new PictureExport(session);
  }

  MenuButton menu() {
    MenuButton menu = new MenuButton("Export", new FontIcon("fth-download"));
    menu.setId("pairs-export");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    MenuItem seen = new MenuItem("Pairs in sight, with distances and verdicts (CSV, npz)…");
    MenuItem all = new MenuItem("All pairs (CSV, npz)…");
    MenuItem judged = new MenuItem("Judged pairs (CSV, npz)…");
    MenuItem sheet = new MenuItem("Selection as image sheet (PNG)…");
    MenuItem folder = new MenuItem("Selection as folder of images…");
    seen.setOnAction(event -> table("pairs", seen()));
    all.setOnAction(event -> table("all-pairs", table -> rows(table, PairFilter.ALL)));
    judged.setOnAction(
        event ->
            table(
                "verdicts",
                table -> rows(table, PairFilter.ALL.withVerdict(PairFilter.Judged.ANY))));
    sheet.setOnAction(event -> sheet());
    folder.setOnAction(event -> folder());
    menu.getItems().addAll(seen, all, judged, new SeparatorMenuItem(), sheet, folder);
    menu.setOnShowing(
        event -> {
          seen.setDisable(model.foundProperty().get() == null);
          sheet.setDisable(model.selection().size() == 0);
          folder.setDisable(model.selection().size() == 0);
        });
    return menu;
  }

  private static int[] rows(PairTable table, PairFilter filter) {
    return Selection.of(table, filter).stream().toArray();
  }

  /** Which rows of the table are wanted, with all verdicts in it; asked in the background. */
  private interface Rows {
    int[] of(PairTable table);
  }

  /** The pairs in sight at this moment. */
  private Rows seen() {
    int[] order = model.foundProperty().get().order();
    return table -> order;
  }

  private void table(String what, Rows rows) {
    Browsed browsed = model.browsedProperty().get();
    session
        .choosers()
        .save("Export pairs", browsed.run() + "-" + what + ".csv")
        .ifPresent(
            file ->
                session
                    .background()
                    .start(
                        "Export " + file.getFileName(),
                        activity -> write(browsed, rows, file),
                        written ->
                            session
                                .notices()
                                .saved(
                                    "Exported "
                                        + Words.count(written, "pair", "pairs")
                                        + " to "
                                        + file
                                        + ".",
                                    file),
                        session.notices()::problem));
  }

  private int write(Browsed browsed, Rows rows, Path file) {
    PairTable table = model.judgments().marked(browsed.table());
    int[] wanted = rows.of(table);
    PairExport.write(table, wanted, browsed.images().info().classes(), file);
    return wanted.length;
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
