package kindred.gui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import kindred.gui.picture.Pictures;
import kindred.gui.results.PictureSize;

/** Neighbors side by side, nearest first, in as many rows as it takes. */
final class HitGrid extends ScrollPane {
  private static final double ABOUT = 64;

  private final IntConsumer pressed;
  private final FlowPane flow = new FlowPane(8, 8);
  private final List<HitCard> cards = new ArrayList<>();
  private double side;

  /**
   * @param pressed told the number of an image to be searched for in turn
   */
  HitGrid(IntConsumer pressed) {
    this.pressed = pressed;
    setContent(flow);
    setFitToWidth(true);
    setId("search-hits");
    flow.getStyleClass().add("hits");
  }

  /** Shows neighbors; their cards are kept for the next ones. */
  void show(Pictures pictures, List<Hit> hits) {
    double now = pictures == null ? side : PictureSize.side(pictures.set(), ABOUT);
    if (now != side) {
      cards.clear();
      side = now;
    }
    while (cards.size() < hits.size()) {
      cards.add(new HitCard(side, pressed));
    }
    for (int i = 0; i < hits.size(); i++) {
      cards.get(i).show(pictures, hits.get(i));
    }
    List<HitCard> shown = cards.subList(0, hits.size());
    if (!flow.getChildren().equals(shown)) {
      flow.getChildren().setAll(shown);
    }
    setVvalue(0);
  }
}
