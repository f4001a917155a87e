package kindred.gui.map;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import kindred.gui.core.Saving;
import kindred.gui.core.Session;
import kindred.gui.core.Tips;
import kindred.gui.picture.PictureExport;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;
import kindred.run.MapExport;
import org.kordamp.ikonli.javafx.FontIcon;

/** A map's menu of files: its coordinates, its picture, and the images that are selected. */
final class MapExports {
  private static final int MOST_COLUMNS = 40;

  private final Session session;
  private final MapModel model;
  private final MapLayouts layouts;
  private final MapPane pane;
  private MapContent content;

  MapExports(Session session, MapModel model, MapLayouts layouts, MapPane pane) {
    this.session = session;
    this.model = model;
    this.layouts = layouts;
    this.pane = pane;
  }

  /** Sets whose map it is. */
  void content(MapContent of) {
    content = of;
  }

  MenuButton menu() {
    MenuButton menu = new MenuButton(null, new FontIcon("fth-download"));
    menu.setId("map-export");
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.setAccessibleText("Save the map, its coordinates or the selected images");
    Tips.set(menu, "Save the map, its coordinates or the selected images");
    menu.disableProperty().bind(layouts.mapProperty().isNull());
    MenuItem sheet = item("Selected images as a sheet (PNG)", "sheet", this::sheet);
    MenuItem folder = item("Selected images as a folder", "folder", this::folder);
    for (MenuItem needsSelection : List.of(sheet, folder)) {
      needsSelection
          .disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> model.selectionProperty().get().length == 0, model.selectionProperty()));
    }
    menu.getItems()
        .addAll(
            item("Coordinates as CSV", "csv", () -> coordinates("csv")),
            item("Coordinates as npz", "npz", () -> coordinates("npz")),
            new SeparatorMenuItem(),
            item("Map as PNG", "png", () -> picture("png")),
            item("Map as SVG", "svg", () -> picture("svg")),
            new SeparatorMenuItem(),
            sheet,
            folder);
    return menu;
  }

  private static MenuItem item(String text, String id, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId("map-export-" + id);
    item.setOnAction(event -> action.run());
    return item;
  }

  private String name() {
    return content.run().id() + "-" + layouts.mapProperty().get().origin().plan().method();
  }

  private void coordinates(String suffix) {
    ImageMap map = layouts.mapProperty().get();
    EpochMaps epochs = layouts.ofEpochs();
    int[] clusters = clusters(map);
    save(
        "Save coordinates",
        name() + (epochs == null ? "." : "-epochs.") + suffix,
        suffix,
        file -> {
          if (epochs == null) {
            MapExport.write(session.workspace(), map, clusters, file);
          } else {
            MapExport.write(session.workspace(), epochs, file);
          }
        });
  }

  /** The cluster of each image, if that is what colors tell. */
  private int[] clusters(ImageMap map) {
    Coloring coloring = model.coloringProperty().get();
    if (!coloring.title().equals(Colorings.CLUSTER)) {
      return null;
    }
    return java.util.Arrays.stream(map.images()).map(image -> coloring.ofImage()[image]).toArray();
  }

  private void picture(String suffix) {
    MapPaper paper = paper();
    save(
        "Save the map",
        name() + "." + suffix,
        suffix,
        file -> {
          if (suffix.equals("png")) {
            paper.png(file);
          } else {
            paper.svg(file);
          }
        });
  }

  /** What is in sight now, with the colors of a light background. */
  private MapPaper paper() {
    Coloring coloring = model.coloringProperty().get();
    List<Coloring.Group> legend =
        coloring.present().stream()
            .filter(group -> !model.hidden().contains(group))
            .map(coloring.groups()::get)
            .toList();
    Shot shot =
        new Shot(
            model.gridProperty().get(),
            model.shadesOn(false),
            pane.cameraProperty().get(),
            (int) pane.getWidth(),
            (int) pane.getHeight(),
            pane.thumbnails());
    String words = content.run().id() + " · " + MapStatus.words(layouts.mapProperty().get());
    return new MapPaper(shot, legend, words + " · color: " + coloring.title());
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path file);
  }

  private void save(String title, String name, String suffix, Writing writing) {
    Saving.ask(
        session,
        title,
        name,
        "." + suffix,
        file ->
            session
                .background()
                .start(
                    "Save " + file.getFileName(),
                    activity -> {
                      activity.update(-1, "writing");
                      writing.to(file);
                      return file;
                    },
                    session.notices()::saved,
                    session.notices()::problem));
  }

  private void sheet() {
    int[] images = model.selectionProperty().get();
    int columns = (int) Math.min(MOST_COLUMNS, Math.ceil(Math.sqrt(images.length)));
    List<int[]> rows =
        java.util.stream.IntStream.range(0, (images.length + columns - 1) / columns)
            .mapToObj(
                row ->
                    java.util.Arrays.copyOfRange(
                        images, row * columns, Math.min(images.length, (row + 1) * columns)))
            .toList();
    new PictureExport(session).sheet(content.images(), rows, name() + "-selection");
  }

  private void folder() {
    new PictureExport(session)
        .folder(content.images(), model.selectionProperty().get(), name() + "-selection");
  }
}
