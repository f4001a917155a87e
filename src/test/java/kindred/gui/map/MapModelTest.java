package kindred.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MapModelTest {
  private final MapModel model = new MapModel();

  /** Images 0 to 5 in a row, cats and dogs in turn; image 6 is not on the map. */
  @BeforeEach
  void show() {
    float[] xy = {0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0};
    model.show(PointGrid.of(xy, new int[] {0, 1, 2, 3, 4, 5}), colors());
  }

  private static Coloring colors() {
    return Coloring.byName(
        "Class",
        "",
        List.of("cat", "dog"),
        new int[] {0, 1, 0, 1, 0, 1, 0},
        new int[] {0, 1, 2, 3, 4, 5});
  }

  private float weight(int image) {
    return model.shadesProperty().get().of(model.gridProperty().get().pointOf(image)).weight();
  }

  @Test
  void aGroupSwitchedOffIsNeitherDrawnNorFound() {
    model.toggle(1);
    assertThat(weight(1)).isZero();
    assertThat(weight(2)).isEqualTo(1);
    assertThat(model.seen(model.gridProperty().get().pointOf(3))).isFalse();
    model.toggle(1);
    assertThat(weight(1)).isEqualTo(1);
  }

  @Test
  void aGroupCanBeSeenAloneAndAllAgain() {
    model.only(0);
    assertThat(model.hidden()).containsExactly(1);
    model.only(1);
    assertThat(model.hidden()).containsExactly(0);
    model.only(1);
    assertThat(model.hidden()).isEmpty();
  }

  @Test
  void aHighlightedGroupAloneKeepsItsColor() {
    int before = model.shadesProperty().get().of(1).rgb();
    model.highlightedProperty().set(0);
    assertThat(weight(0)).isEqualTo(1);
    assertThat(weight(1)).isBetween(0.05f, 0.3f);
    assertThat(model.shadesProperty().get().of(1).rgb()).isNotEqualTo(before);
    model.toggle(1);
    assertThat(weight(1)).as("switched off stays off").isZero();
  }

  @Test
  void theSelectedStandOutFromTheRest() {
    model.select(new int[] {4, 2, 4});
    assertThat(model.selectionProperty().get()).containsExactly(2, 4);
    assertThat(weight(2)).isEqualTo(1);
    assertThat(weight(3)).isLessThan(0.3f);
    PointGrid grid = model.gridProperty().get();
    model.selectPoints(new int[] {grid.pointOf(5)}, true);
    assertThat(model.selectionProperty().get()).containsExactly(2, 4, 5);
    model.selectPoints(new int[] {grid.pointOf(0)}, false);
    assertThat(model.selectionProperty().get()).containsExactly(0);
  }

  @Test
  void aSelectionOnTheMapTakesTheNeighborsPlace() {
    List<Integer> lines = new ArrayList<>();
    model
        .openedProperty()
        .addListener((property, before, now) -> lines.add(model.nearProperty().get().size()));
    model.open(1, List.of(new Near(3, 0.5f)));
    model.selectPoints(new int[] {model.gridProperty().get().pointOf(4)}, false);
    assertThat(model.openedProperty().get()).isEqualTo(MapModel.NONE);
    assertThat(model.selectionProperty().get()).containsExactly(4);
    assertThat(lines).as("no neighbor is left when the image is closed").containsExactly(1, 0);
  }

  @Test
  void escapeTakesBackOneThingAtATime() {
    model.select(new int[] {1});
    model.toggle(0);
    model.open(1, List.of(new Near(3, 0.5f)));
    model.escape();
    assertThat(model.openedProperty().get()).isEqualTo(MapModel.NONE);
    assertThat(model.nearProperty().get()).isEmpty();
    assertThat(model.selectionProperty().get()).containsExactly(1);
    model.escape();
    assertThat(model.selectionProperty().get()).isEmpty();
    assertThat(model.hidden()).containsExactly(0);
    model.escape();
    assertThat(model.hidden()).isEmpty();
  }

  @Test
  void anotherMapOfTheSameImagesKeepsTheSelection() {
    model.select(new int[] {1, 5});
    model.open(5, List.of());
    model.show(PointGrid.of(new float[] {9, 9, 8, 8}, new int[] {0, 1}), colors());
    assertThat(model.selectionProperty().get()).as("those that are there").containsExactly(1);
    assertThat(model.openedProperty().get()).isEqualTo(MapModel.NONE);
    assertThat(weight(1)).isEqualTo(1);
    assertThat(weight(0)).isLessThan(0.3f);
  }
}
