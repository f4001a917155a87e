package kindred.gui.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.paint.Color;
import kindred.gui.map.Shades.Tint;

/**
 * What a map shows and what is pointed at, selected and switched off on it. Images are named by
 * their numbers. For the application thread.
 */
final class MapModel {
  /** Stands for no image and for no group. */
  static final int NONE = -1;

  private static final float PALE = 0.1f;
  private static final int PALE_RGB = 0x8A8F98;

  private final ReadOnlyObjectWrapper<PointGrid> grid =
      new ReadOnlyObjectWrapper<>(PointGrid.of(new float[0], new int[0]));
  private final ObjectProperty<Coloring> coloring = new SimpleObjectProperty<>();
  private final ObservableSet<Integer> hidden = FXCollections.observableSet();
  private final IntegerProperty highlighted = new SimpleIntegerProperty(NONE);
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Shades> shades = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<int[]> selection = new ReadOnlyObjectWrapper<>(new int[0]);
  private final IntegerProperty hovered = new SimpleIntegerProperty(NONE);
  private final IntegerProperty marked = new SimpleIntegerProperty(NONE);
  private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyObjectWrapper<List<Near>> near = new ReadOnlyObjectWrapper<>(List.of());
  private short[] groups = new short[0];
  private List<String> named = List.of(); // the groups that are switched off by their places

  MapModel() {
    coloring.addListener((property, before, now) -> recolored());
    highlighted.addListener((property, before, now) -> shade());
    dark.addListener((property, before, now) -> shade());
    hidden.addListener((SetChangeListener<Integer>) change -> shade());
    shade();
  }

  /**
   * Shows points; what is selected and pointed at stays as far as it is there.
   *
   * @param colors of the same images; null without any
   */
  void show(PointGrid points, Coloring colors) {
    coloring.set(null); // so that equal colors of other points are taken in
    grid.set(points);
    hovered.set(NONE);
    select(Arrays.stream(selection.get()).filter(this::isThere).toArray());
    if (!isThere(opened.get())) {
      close();
    }
    if (!isThere(marked.get())) {
      marked.set(NONE);
    }
    coloring.set(colors);
  }

  private boolean isThere(int image) {
    return grid.get().pointOf(image) != PointGrid.NONE;
  }

  private void recolored() {
    Coloring colors = coloring.get();
    if (colors == null) {
      shade();
      return;
    }
    PointGrid points = grid.get();
    groups = new short[points.count()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = colors.ofImage()[points.image(i)];
    }
    List<String> now = names(colors);
    if (!now.equals(named)) {
      named = now;
      highlighted.set(NONE);
      hidden.clear();
    }
    shade();
  }

  private static List<String> names(Coloring colors) {
    return colors.groups().stream().map(Coloring.Group::name).toList();
  }

  private void shade() {
    shades.set(shadesOn(dark.get()));
  }

  /** How the points are drawn on a dark background or a light one. */
  Shades shadesOn(boolean darkBackground) {
    Coloring now = coloring.get();
    if (now == null) {
      return new Shades(new short[0], null, new Tint[0]);
    }
    int count = now.groups().size();
    Tint[] tints = new Tint[2 * count];
    for (int i = 0; i < count; i++) {
      boolean seen = !hidden.contains(i);
      boolean stands = highlighted.get() == NONE || highlighted.get() == i;
      Tint pale = new Tint(PALE_RGB, seen ? PALE : 0);
      tints[i] =
          stands ? new Tint(rgb(now.groups().get(i).on(darkBackground)), seen ? 1 : 0) : pale;
      tints[count + i] = pale;
    }
    return new Shades(groups, selectedPoints(), tints);
  }

  private static int rgb(Color color) {
    return (int) Math.round(255 * color.getRed()) << 16
        | (int) Math.round(255 * color.getGreen()) << 8
        | (int) Math.round(255 * color.getBlue());
  }

  private BitSet selectedPoints() {
    if (selection.get().length == 0) {
      return null;
    }
    BitSet points = new BitSet(grid.get().count());
    for (int image : selection.get()) {
      points.set(grid.get().pointOf(image));
    }
    return points;
  }

  ReadOnlyObjectProperty<PointGrid> gridProperty() {
    return grid.getReadOnlyProperty();
  }

  ObjectProperty<Coloring> coloringProperty() {
    return coloring;
  }

  /** The groups that are switched off. */
  ObservableSet<Integer> hidden() {
    return hidden;
  }

  /** Switches a group off, or on again. */
  void toggle(int group) {
    if (!hidden.remove(group)) {
      hidden.add(group);
    }
  }

  /** Switches off all groups but one; if that is so already, switches all on. */
  void only(int group) {
    List<Integer> others =
        coloring.get().present().stream().filter(other -> other != group).toList();
    if (hidden.size() == others.size() && hidden.containsAll(others)) {
      hidden.clear();
    } else {
      hidden.retainAll(others);
      hidden.addAll(others);
    }
  }

  /** The group that alone keeps its color for a moment, or {@link #NONE}. */
  IntegerProperty highlightedProperty() {
    return highlighted;
  }

  /** Whether the background is dark. */
  BooleanProperty darkProperty() {
    return dark;
  }

  /** How the points are to be drawn. */
  ReadOnlyObjectProperty<Shades> shadesProperty() {
    return shades.getReadOnlyProperty();
  }

  /** Whether a point is drawn, as its group is not switched off. */
  boolean seen(int point) {
    return shades.get().seen(point);
  }

  /** The images that are selected, ascending. */
  ReadOnlyObjectProperty<int[]> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** Selects images of the map. */
  void select(int[] images) {
    if (images.length == 0 && selection.get().length == 0) {
      return;
    }
    int[] sorted = Arrays.stream(images).sorted().distinct().toArray();
    selection.set(sorted);
    shade();
  }

  /**
   * Selects points, by their places in the grid, besides those that are selected or alone. What is
   * beside the map shows them, and no neighbors any more.
   */
  void selectPoints(int[] points, boolean besides) {
    close();
    int[] images = Arrays.stream(points).map(point -> grid.get().image(point)).toArray();
    select(
        besides
            ? java.util.stream.IntStream.concat(
                    Arrays.stream(selection.get()), Arrays.stream(images))
                .toArray()
            : images);
  }

  /** The image under the mouse, or {@link #NONE}. */
  IntegerProperty hoveredProperty() {
    return hovered;
  }

  /** The image that is pointed at elsewhere, such as in the grid, or {@link #NONE}. */
  IntegerProperty markedProperty() {
    return marked;
  }

  /** The image whose neighbors are shown, or {@link #NONE}. */
  ReadOnlyIntegerProperty openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** Its neighbors, nearest first. */
  ReadOnlyObjectProperty<List<Near>> nearProperty() {
    return near.getReadOnlyProperty();
  }

  /** Shows an image's neighbors. */
  void open(int image, List<Near> neighbors) {
    near.set(List.copyOf(neighbors));
    opened.set(image);
  }

  /** Shows no neighbors any more. */
  void close() {
    near.set(List.of()); // first, for whoever looks at both when the image changes
    opened.set(NONE);
  }

  /** Takes back one thing: the neighbors, else the selection, else what is switched off. */
  void escape() {
    if (opened.get() != NONE || marked.get() != NONE) {
      close();
      marked.set(NONE);
    } else if (selection.get().length > 0) {
      select(new int[0]);
    } else {
      hidden.clear();
    }
  }
}
