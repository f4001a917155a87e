package kindred.run;

import java.nio.file.Path;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.NeighborStage;

/** The vectors that a neighbor search is made among. */
final class SearchedVectors {
  private SearchedVectors() {}

  /**
   * Reads them: a file's, or a run's without those of the images that it held out.
   *
   * @throws BadInput if they are missing or do not fit the data set that is named
   */
  static Embeddings of(Workspace workspace, NeighborStage stage) {
    if (Workspace.isFileName(stage.source())) {
      ImageSet images = stage.data() == null ? null : workspace.images(stage.data());
      return VectorFile.read(Path.of(stage.source()), images);
    }
    RunFolder source = workspace.run(stage.source());
    Embeddings embeddings = Embeddings.read(workspace, source);
    if (stage.data() != null && !embeddings.images().name().equals(stage.data())) {
      throw new BadInput(
          "run "
              + source.id()
              + " embedded data set "
              + embeddings.images().name()
              + ", not "
              + stage.data()
              + "; leave out --data");
    }
    return embeddings.trainedOn();
  }
}
