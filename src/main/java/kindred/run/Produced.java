package kindred.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a training left in its folder. */
public final class Produced {
  private Produced() {}

  /** What a file is good for. */
  public enum Kind {
    ENCODER("Encoder", "images to vectors"),
    DECODER("Decoder", "vectors to images"),
    VECTORS("Vectors", "one for every image"),
    NEIGHBORS("Neighbors", "refreshed during the training, the last ones"),
    CHECKPOINT("Checkpoint", "everything to train on with: optimizer, projector, moving average");

    private final String title;
    private final String meaning;

    Kind(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    public String title() {
      return title;
    }

    /** A few words. */
    public String meaning() {
      return meaning;
    }
  }

  /** A file. */
  public record Piece(Kind kind, Path file, long bytes) {}

  /** Looks at a run's files; of several checkpoints the newest. */
  public static List<Piece> of(RunFolder run) {
    List<Piece> pieces = new ArrayList<>();
    try {
      add(pieces, Kind.ENCODER, Artifacts.of(run, Artifacts.ENCODER));
      add(pieces, Kind.DECODER, Artifacts.of(run, Artifacts.DECODER));
      add(pieces, Kind.VECTORS, Artifacts.of(run, Artifacts.EMBEDDINGS));
      add(pieces, Kind.NEIGHBORS, Artifacts.of(run, Artifacts.NEIGHBORS));
      if (Files.isDirectory(run.checkpoints())) {
        try (Stream<Path> files = Files.list(run.checkpoints())) {
          Path newest =
              files
                  .filter(file -> file.getFileName().toString().endsWith(".safetensors"))
                  .max(java.util.Comparator.naturalOrder())
                  .orElse(null);
          if (newest != null) {
            add(pieces, Kind.CHECKPOINT, newest);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, Kind kind, Path file) throws IOException {
    if (Files.exists(file)) {
      pieces.add(new Piece(kind, file, Files.size(file)));
    }
  }
}
