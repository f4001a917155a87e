package kindred.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a batch held when it was read. */
record SeenBatch(int epoch, int index, List<Integer> images, List<Byte> pixels) {
  /** Reads an epoch to its end. */
  static List<SeenBatch> read(Batches batches, int epoch, int from) {
    List<SeenBatch> seen = new ArrayList<>();
    try (Epoch open = batches.epoch(epoch, from)) {
      for (Batch batch = open.next(); batch != null; batch = open.next()) {
        List<Integer> images = IntStream.of(batch.images()).boxed().toList();
        seen.add(new SeenBatch(batch.epoch(), batch.index(), images, bytes(batch)));
        batch.close();
      }
    }
    return seen;
  }

  /** All of a batch's pixels. */
  static List<Byte> bytes(Batch batch) {
    ByteBuffer pixels = batch.pixels().duplicate();
    List<Byte> bytes = new ArrayList<>();
    while (pixels.hasRemaining()) {
      bytes.add(pixels.get());
    }
    return bytes;
  }
}
