package kindred.train;

import kindred.torch.Embedder;
import kindred.torch.ImageFormat;
import kindred.torch.Torch;

/** What turns images into vectors after a training, apart from any engine. */
public interface SavedEmbedder {
  /** Of the images it takes. */
  ImageFormat format();

  /** Length of a vector. */
  int latent();

  /** Loads it into the engine, frozen. */
  Embedder load(Torch torch);
}
