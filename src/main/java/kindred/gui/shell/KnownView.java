package kindred.gui.shell;

import java.util.List;
import kindred.gui.core.Place;

/**
 * A view that the palette finds by its name, also before its panel was ever visited.
 *
 * @param place whose panel has it
 * @param title of its tab
 * @param also words that people may call it by
 */
record KnownView(Place place, String title, String also) {
  /** All views that lie behind others, in the order of the rail. */
  static final List<KnownView> ALL =
      List.of(
          new KnownView(Place.DATA, "Images", "browse pictures import folder"),
          new KnownView(Place.DATA, "Classes", "labels balance"),
          new KnownView(Place.DATA, "Duplicates", "twins copies leakage"),
          new KnownView(Place.DATA, "Augmentation", "views crops colors"),
          new KnownView(Place.DATA, "Skipped files", "broken unreadable"),
          new KnownView(Place.DATA, "Get data", "download published cifar stl mnist"),
          new KnownView(Place.DATA, "Details", "size mean deviation"),
          new KnownView(Place.LATENT, "Charts", "loss curves metrics"),
          new KnownView(Place.LATENT, "Pictures", "reconstructions samples interpolations"),
          new KnownView(Place.LATENT, "Map", "umap t-sne tsne pca scatter"),
          new KnownView(Place.LATENT, "Decode", "decoder directions path sliders"),
          new KnownView(Place.LATENT, "Search", "find similar images query"),
          new KnownView(Place.NEIGHBORS, "Pairs", "browse filter veto"),
          new KnownView(Place.NEIGHBORS, "Judge", "verdicts same different kind label"),
          new KnownView(Place.NEIGHBORS, "Numbers", "purity coverage hubness distances"),
          new KnownView(Place.NEIGHBORS, "Map", "umap t-sne tsne pca scatter"),
          new KnownView(Place.NEIGHBORS, "Search", "find similar images query"),
          new KnownView(Place.BYOL, "Charts", "loss curves metrics"),
          new KnownView(Place.BYOL, "Positives", "pairs in use"),
          new KnownView(Place.BYOL, "Map", "umap t-sne tsne pca scatter"),
          new KnownView(Place.BYOL, "Search", "find similar images query"),
          new KnownView(Place.EVALUATION, "All accuracies", "table probe k-nn"),
          new KnownView(Place.EVALUATION, "Confusion", "matrix mistakes"),
          new KnownView(Place.EVALUATION, "Classes", "accuracy of each class"),
          new KnownView(Place.LOG, "Messages", "notices errors"),
          new KnownView(Place.LOG, "Runs' logs", "output errors"));
}
