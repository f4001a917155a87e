package kindred.gui;

import java.util.List;
import javafx.scene.input.KeyCode;
import kindred.gui.WindowHand.At;
import kindred.gui.core.Place;

/**
 * A state of the window that is worth a picture, and how a user gets there and back.
 *
 * @param name of its picture
 * @param place whose panel it is in
 * @param view of the panel, by the title of its tab; null for the one in front
 * @param needs a selector of what has to be seen for it, or null; without it there is no picture
 * @param enter what is done to get there
 * @param leave what is done afterwards
 * @param own whether it is a window of its own that is to be seen, not the workbench
 */
record WindowState(
    String name, Place place, String view, String needs, Steps enter, Steps leave, boolean own) {

  /** What is done, one thing after the other; each is waited for by {@link Calm}. */
  interface Steps {
    void go(WindowHand hand, Calm calm) throws Exception;
  }

  /** Waits until what was begun has ended. */
  interface Calm {
    void await() throws Exception;
  }

  private static final Steps NOTHING = (hand, calm) -> {};

  /** Where most maps have points. */
  private static final At CROWDED = new At(0.6, 0.35);

  private static final At ASIDE = new At(0.66, 0.45);
  private static final int WAITS = 120;

  private static final List<KeyCode> ANSWERS =
      List.of(
          KeyCode.S, KeyCode.S, KeyCode.D, KeyCode.S, KeyCode.S, KeyCode.U, KeyCode.S, KeyCode.D,
          KeyCode.S, KeyCode.S, KeyCode.S, KeyCode.D, KeyCode.S, KeyCode.S, KeyCode.S, KeyCode.S);

  /** The states of a workspace with finished runs, in an order in which they can be visited. */
  static final List<WindowState> ALL =
      List.of(
          of("data-image", Place.DATA, "Images", "#thumbnails")
              .by((hand, calm) -> hand.type("#thumbnails", KeyCode.ENTER))
              .thenBy((hand, calm) -> hand.type("#big-picture", KeyCode.ESCAPE)),
          of("data-twins", Place.DATA, "Duplicates", "#dataset-tabs")
              .by(
                  (hand, calm) -> {
                    if (!hand.sees("#find-duplicates")) {
                      hand.press("#dataset-tabs", "Find duplicates");
                    }
                    calm.await();
                  }),
          of("neighbors-compare", Place.NEIGHBORS, "Pairs", "#pairs-compare")
              .by((hand, calm) -> hand.choose("#pairs-compare", run -> run != null))
              .thenBy((hand, calm) -> hand.choose("#pairs-compare", run -> run == null)),
          of("neighbors-disagree", Place.NEIGHBORS, "Pairs", "#pairs-order")
              .by(
                  (hand, calm) -> {
                    hand.press("#pairs-names");
                    hand.choose("#pairs-order", order -> "DISAGREEMENT".equals(name(order)));
                  })
              .thenBy(
                  (hand, calm) -> {
                    hand.press("#pairs-names");
                    hand.choose("#pairs-order", order -> "CLOSEST".equals(name(order)));
                  }),
          of("neighbors-judged", Place.NEIGHBORS, "Judge", "#judge")
              .by(
                  (hand, calm) -> {
                    for (KeyCode key : ANSWERS) {
                      hand.type("#judge", key);
                      calm.await();
                    }
                  }),
          of("neighbors-estimate", Place.NEIGHBORS, "Numbers", "#numbers"),
          of("latent-map-near", Place.LATENT, "Map", "#map")
              .by(
                  (hand, calm) -> {
                    hand.press("#map-fit");
                    calm.await();
                    hand.wheel("#map", CROWDED, 440);
                  }),
          of("latent-map-lasso", Place.LATENT, "Map", "#map")
              .by(
                  (hand, calm) -> {
                    hand.press("#map-fit");
                    calm.await();
                    hand.press("#map-lasso");
                    hand.drag(
                        "#map",
                        List.of(
                            new At(0.3, 0.3),
                            new At(0.5, 0.25),
                            new At(0.6, 0.4),
                            new At(0.5, 0.6),
                            new At(0.35, 0.5)));
                  })
              .thenBy(
                  (hand, calm) -> {
                    hand.press("#map-lasso");
                    hand.press("#map-clear");
                  }),
          of("latent-map-hover", Place.LATENT, "Map", "#map")
              .by(
                  (hand, calm) -> {
                    hand.click("#map", CROWDED);
                    calm.await();
                    hand.hover("#map", ASIDE);
                    Thread.sleep(1000); // the card comes after a moment
                  })
              .thenBy((hand, calm) -> hand.press("#map-clear")),
          of("latent-map-umap", Place.LATENT, "Map", "#map-methods")
              .by(
                  (hand, calm) -> {
                    hand.press("#map-methods", "UMAP");
                    calm.await();
                    if (hand.sees("#map-compute")) {
                      hand.press("#map-compute");
                      for (int wait = 0; wait < WAITS && hand.sees("#map-layout"); wait++) {
                        calm.await();
                      }
                    }
                    for (int wait = 0; wait < WAITS && hand.sees("#map-cancel"); wait++) {
                      calm.await();
                    }
                  })
              .thenBy((hand, calm) -> hand.press("#map-methods", "PCA")),
          of("latent-path", Place.LATENT, "Decode", "#decode-modes")
              .by((hand, calm) -> hand.press("#decode-modes", "Path"))
              .thenBy((hand, calm) -> hand.press("#decode-modes", "Directions")),
          of("evaluation-mistakes", Place.EVALUATION, "Confusion", "#confusion-matrix")
              .by(
                  (hand, calm) -> {
                    for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.RIGHT)) {
                      hand.type("#confusion-matrix", key);
                    }
                  }),
          of("runs-details", Place.RUNS, null, "#runs-table")
              .by((hand, calm) -> hand.select("#runs-table", 3)),
          of("runs-compare", Place.RUNS, null, "#runs-table")
              .by(
                  (hand, calm) -> {
                    hand.select("#runs-table", 2, 4, 6);
                    calm.await();
                    hand.press("#runs-compare");
                  })
              .thenBy((hand, calm) -> hand.press("#compare-back")),
          of("studies-form", Place.STUDIES, null, null)
              .by(
                  (hand, calm) -> {
                    if (hand.sees("#study-new")) {
                      hand.press("#study-new");
                    } else {
                      hand.press(".studies-panel", "Build a study");
                    }
                    calm.await();
                    hand.choose("#study-base", choice -> true);
                  })
              .thenBy((hand, calm) -> hand.press(".studies-panel", "Cancel")),
          of("tour", Place.DATA, null, "#find")
              .by(
                  (hand, calm) -> {
                    hand.press("#find");
                    hand.write("#palette-query", "take the tour");
                    hand.type("#palette-query", KeyCode.ENTER);
                    calm.await();
                    hand.press("#tour-next");
                    hand.press("#tour-next");
                  })
              .thenBy((hand, calm) -> hand.press("#tour-end")),
          of("find", Place.DATA, null, "#find")
              .by(
                  (hand, calm) -> {
                    hand.press("#find");
                    hand.write("#palette-query", "map");
                  })
              .thenBy((hand, calm) -> hand.type("#palette-query", KeyCode.ESCAPE)),
          of("guide", Place.NEIGHBORS, null, null)
              .by((hand, calm) -> hand.type(".rail", KeyCode.F1))
              .thenBy((hand, calm) -> hand.type("#guide-query", KeyCode.ESCAPE))
              .alone());

  private static String name(Object constant) {
    return constant instanceof Enum<?> one ? one.name() : "";
  }

  private static WindowState of(String name, Place place, String view, String needs) {
    return new WindowState(name, place, view, needs, NOTHING, NOTHING, false);
  }

  private WindowState by(Steps steps) {
    return new WindowState(name, place, view, needs, steps, leave, own);
  }

  private WindowState thenBy(Steps steps) {
    return new WindowState(name, place, view, needs, enter, steps, own);
  }

  private WindowState alone() {
    return new WindowState(name, place, view, needs, enter, leave, true);
  }
}
