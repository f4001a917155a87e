package kindred.gui.map;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.data.ImageColumns;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.Pictures;
import kindred.gui.results.Following;
import kindred.gui.results.Sight;
import kindred.projection.EpochMaps;
import kindred.projection.ImageMap;

/**
 * All images of a run on a two-dimensional map: of a neighbors run those that were searched, of a
 * latent or BYOL run those that have a vector.
 */
public final class MapView implements ResultView {
  private static final String EMPTY =
      "All images on a map, those that are alike close together. It comes with the end of the run.";
  private static final int NEAR = 12;

  private final Session session;
  private final IntConsumer pairs;
  private final MapModel model = new MapModel();
  private final MapLayouts layouts;
  private final MapPane pane;
  private final MapCard card;
  private final MapSide side;
  private final MapExports exports;
  private final LayoutBox layoutBox;
  private final MapBar bar;
  private final Sight sight;
  private final Following<MapContent> following;
  private MapContent content;
  private Pictures pictures;
  private MapSources sources;
  private EpochMaps asEpochOf; // whose map is in sight; it stays in its place while epochs change
  private int asked;
  private ImageColumns columns; // of the data set in sight; null before a file was chosen

  /**
   * @param pairs opens an image and its neighbors as pairs, or null where nobody can
   */
  public MapView(Session session, IntConsumer pairs) {
    this.session = session;
    this.pairs = pairs;
    layouts = new MapLayouts(session);
    pane = new MapPane(model, session.background(), this::clicked, this::chosen);
    card = new MapCard(pane);
    pane.getChildren().add(card);
    side = new MapSide(model, this::open, pairs);
    exports = new MapExports(session, model, layouts, pane);
    bar = new MapBar(layouts, pane, this::askColumns, exports.menu());
    layoutBox = new LayoutBox(layouts::compute);
    model.darkProperty().bind(session.theme().darkProperty());
    sight = new Sight(content(), "fth-map", EMPTY);
    following =
        new Following<>(
            session,
            run -> MapContent.read(session.workspace(), run),
            this::found,
            why -> sight.say(why.isEmpty() ? EMPTY : why));
    layouts.mapProperty().addListener((property, before, now) -> lay(now));
    bar.colorsProperty().addListener((property, before, now) -> color(now, false));
    model.hoveredProperty().addListener((property, before, now) -> hover(now.intValue()));
    pane.cameraProperty().addListener((property, before, now) -> card.hide());
  }

  private Node content() {
    VBox.setVgrow(pane, Priority.ALWAYS);
    HBox.setHgrow(pane, Priority.ALWAYS);
    layoutBox
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    layouts.missingProperty().get() != null
                        && layouts.activityProperty().get() == null,
                layouts.missingProperty(),
                layouts.activityProperty()));
    layouts
        .missingProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                layoutBox.show(now);
              }
            });
    StackPane map = new StackPane(pane, layoutBox);
    map.getStyleClass().add("map-frame");
    HBox.setHgrow(map, Priority.ALWAYS);
    MapLegend legend = new MapLegend(model);
    VBox.setVgrow(side, Priority.ALWAYS);
    VBox right = new VBox(16, legend, side);
    right.getStyleClass().add("map-right");
    HBox both = new HBox(16, map, right);
    VBox.setVgrow(both, Priority.ALWAYS);
    return new VBox(bar, new MapStatus(layouts), both);
  }

  private void found(RunRow run, MapContent now) {
    boolean other = content == null || !content.run().id().equals(now.run().id());
    if (!other) {
      return;
    }
    if (content == null || !content.images().name().equals(now.images().name())) {
      columns = null;
    }
    content = now;
    pictures = new Pictures(now.images(), session.background());
    sources = new MapSources(session.background(), now.images());
    model.select(new int[0]);
    model.close();
    side.pictures(pictures);
    exports.content(now);
    pane.thumbnails(new Thumbnails(now.images()));
    layouts.show(now.run());
    bar.offer(choices());
    sight.reveal();
  }

  /** What images can be colored by: what is known of them, and what a file says. */
  private List<Colorings.Choice> choices() {
    List<Colorings.Choice> choices = new Colorings(session.workspace(), content).choices();
    if (columns != null) {
      choices.addAll(Colorings.choices(columns, choices));
    }
    return choices;
  }

  private void askColumns() {
    MapContent of = content;
    session
        .choosers()
        .file("Color by a column", "Tables", "*.csv")
        .ifPresent(
            file ->
                session
                    .background()
                    .run(
                        () -> ImageColumns.read(file, of.images()),
                        read -> {
                          if (of.equals(content)) {
                            take(read);
                          }
                        },
                        session.notices()::problem));
  }

  private void take(ImageColumns read) {
    columns = null;
    List<Colorings.Choice> others = choices();
    columns = read;
    bar.offer(others);
    bar.add(Colorings.choices(read, others));
    if (read.strangers() > 0) {
      session
          .notices()
          .info(
              "%s: %s are of images that %s does not have, and are passed over."
                  .formatted(
                      read.file(),
                      Words.count(read.strangers(), "line", "lines"),
                      content.images().name()));
    }
  }

  /** Shows a map with the colors that are chosen; null for none. */
  private void lay(ImageMap map) {
    asked++;
    if (map == null) {
      model.show(PointGrid.of(new float[0], new int[0]), null);
    } else {
      color(bar.colorsProperty().get(), true);
    }
  }

  private void color(Colorings.Choice choice, boolean anew) {
    ImageMap map = layouts.mapProperty().get();
    if (choice == null || map == null) {
      return;
    }
    int number = ++asked;
    PointGrid there = anew ? null : model.gridProperty().get();
    session
        .background()
        .run(
            () -> {
              PointGrid grid =
                  there == null ? PointGrid.of(map.coordinates(), map.images()) : there;
              Coloring coloring = choice.making().of(map.images());
              return (Runnable) () -> put(number, grid, coloring, anew);
            },
            Runnable::run);
  }

  private void put(int number, PointGrid grid, Coloring coloring, boolean anew) {
    if (number != asked) {
      return;
    }
    if (anew) {
      EpochMaps now = layouts.ofEpochs();
      boolean another = now == null || !now.equals(asEpochOf);
      asEpochOf = now;
      model.show(grid, coloring);
      if (another) {
        pane.fit();
      }
    } else {
      model.coloringProperty().set(coloring);
    }
  }

  private void hover(int image) {
    MapMarks.Spot spot = image == MapModel.NONE ? null : pane.placeOf(image);
    if (spot == null || content == null) {
      card.hide();
      return;
    }
    card.showSoon(
        content,
        pictures,
        (shown, found) -> sources.find(shown, model.hoveredProperty()::get, found),
        image,
        spot);
  }

  private void clicked(int image) {
    if (image == MapModel.NONE) {
      model.close();
    } else {
      open(image);
    }
  }

  /** Shows an image's neighbors. */
  private void open(int image) {
    MapContent of = content;
    session
        .background()
        .run(
            () -> of.near(image, NEAR),
            near -> {
              if (of.equals(content)) {
                model.open(image, near);
              }
            });
  }

  private void chosen(int image) {
    if (pairs == null) {
      open(image);
    } else {
      pairs.accept(image);
    }
  }

  /** The coordinates that are shown; null before there are any. */
  public ReadOnlyObjectProperty<ImageMap> mapProperty() {
    return layouts.mapProperty();
  }

  /** Whether there are points to be seen. */
  public boolean isDrawn() {
    return pane.isDrawn();
  }

  /** What is shown and selected. */
  MapModel model() {
    return model;
  }

  @Override
  public String title() {
    return "Map";
  }

  @Override
  public Node view() {
    return sight;
  }

  @Override
  public void show(RunRow run) {
    following.follow(run);
  }
}
