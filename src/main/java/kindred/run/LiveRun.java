package kindred.run;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import kindred.data.DatasetInfo;
import kindred.data.LoneImage;
import kindred.experiment.BadInput;
import kindred.experiment.Prepare;
import kindred.neighbors.VectorIndex;
import kindred.torch.Decoder;
import kindred.torch.Embedder;
import kindred.torch.PrincipalDirections;
import kindred.torch.Torch;
import kindred.train.SavedDecoder;
import kindred.train.SavedEmbedder;

/**
 * A finished run with its networks in the engine, ready to be asked. What a question needs is
 * loaded with the first one that needs it. For one thread.
 */
final class LiveRun implements AutoCloseable {
  private static final String DEVICE = "cpu";

  private final RunFolder run;
  private final Torch torch;
  private final Embeddings embeddings;
  private final int[] rows; // of each image of the data set, or -1
  private SavedEmbedder saved;
  private Embedder embedder;
  private SavedDecoder savedDecoder;
  private Decoder decoder;
  private final Map<Prepare, VectorIndex> indices = new EnumMap<>(Prepare.class);

  /**
   * Loads a run.
   *
   * @throws BadInput if it has no vectors, or its data set is gone
   */
  LiveRun(Workspace workspace, RunFolder run) {
    this.run = run;
    this.embeddings = Embeddings.read(workspace, run);
    this.rows = new int[embeddings.images().count()];
    Arrays.fill(rows, -1);
    for (int row = 0; row < embeddings.numbers().length; row++) {
      rows[embeddings.numbers()[row]] = row;
    }
    this.torch = Torch.open(DEVICE, Runtime.getRuntime().availableProcessors());
  }

  /** Answers a question. */
  LiveAnswer answer(LiveRequest<?> request) {
    if (request instanceof LiveRequest.Embed embed) {
      byte[] pixels = pixels(embed.image());
      return new LiveAnswer.Embedded(vector(embed.image(), pixels), pixels);
    } else if (request instanceof LiveRequest.Nearest nearest) {
      return nearest(nearest);
    } else if (request instanceof LiveRequest.Principal principal) {
      return principal(principal.most());
    } else if (request instanceof LiveRequest.Decode decode) {
      return decode(decode.vectors());
    }
    throw new IllegalArgumentException("no answer to " + request);
  }

  LiveAnswer.Ready ready() {
    return new LiveAnswer.Ready(embeddings.dimension());
  }

  private byte[] pixels(LiveImage image) {
    if (image.number() == null) {
      return LoneImage.read(Path.of(image.file()), info());
    }
    if (image.number() < 0 || image.number() >= rows.length) {
      throw new BadInput(
          "there is no image " + image.number() + "; choose 0 to " + (rows.length - 1));
    }
    byte[] pixels = new byte[info().imageBytes()];
    embeddings.images().pixels(image.number(), pixels, 0);
    return pixels;
  }

  private DatasetInfo info() {
    return embeddings.images().info();
  }

  /** Vectors that the run has already are not computed again. */
  private float[] vector(LiveImage image, byte[] pixels) {
    int row = image.number() == null ? -1 : rows[image.number()];
    if (row >= 0) {
      int dimension = embeddings.dimension();
      return Arrays.copyOfRange(embeddings.vectors(), row * dimension, (row + 1) * dimension);
    }
    if (embedder == null) {
      saved = Embedders.of(run, DEVICE);
      embedder = saved.load(torch);
    }
    byte[] placed = LoneImage.placed(pixels, info(), saved.format().size());
    return embedder.embed(ByteBuffer.allocateDirect(placed.length).put(placed).flip(), 1);
  }

  private LiveAnswer nearest(LiveRequest.Nearest asked) {
    byte[] pixels = pixels(asked.image());
    float[] vector = vector(asked.image(), pixels);
    VectorIndex.Nearest found =
        indices
            .computeIfAbsent(
                asked.prepare(),
                how -> new VectorIndex(embeddings.vectors(), embeddings.dimension(), how))
            .nearest(vector, asked.metric(), asked.k());
    int[] images = Arrays.stream(found.rows()).map(row -> embeddings.numbers()[row]).toArray();
    return new LiveAnswer.Found(images, found.distances(), pixels);
  }

  private LiveAnswer principal(int most) {
    PrincipalDirections found =
        PrincipalDirections.of(torch, embeddings.vectors(), embeddings.dimension(), most);
    return new LiveAnswer.Directions(
        found.mean(), found.directions(), found.deviations(), found.shares());
  }

  private LiveAnswer decode(float[] vectors) {
    if (decoder == null) {
      Path file = Artifacts.of(run, Artifacts.DECODER);
      if (!Files.exists(file)) {
        throw new BadInput("run " + run.id() + " has no decoder; choose a finished latent run");
      }
      savedDecoder = SavedDecoder.read(file);
      decoder = savedDecoder.load(torch);
    }
    int latent = savedDecoder.spec().latent();
    if (vectors.length == 0 || vectors.length % latent != 0) {
      throw new BadInput(
          vectors.length + " numbers are no vectors of " + latent + "; the decoder takes these");
    }
    return new LiveAnswer.Decoded(
        savedDecoder.format().channels(),
        savedDecoder.format().size(),
        decoder.decode(vectors, vectors.length / latent));
  }

  @Override
  public void close() {
    if (embedder != null) {
      embedder.close();
    }
    if (decoder != null) {
      decoder.close();
    }
    torch.close();
  }
}
