package kindred.data;

import static kindred.data.SeenBatch.bytes;
import static kindred.data.SeenBatch.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EpochTest {
  private static final List<View> TWO_VIEWS =
      List.of(View.of(Augmentation.byolFirst(16)), View.of(Augmentation.byolSecond(16)));

  @TempDir Path folder;
  private ImageSet set;

  @BeforeEach
  void pack() {
    set = PackedImages.varied(folder.resolve("varied"), 50, 3, 12, 10);
  }

  private Batches training(List<View> views, int batch, int threads) {
    return new Batches(set, IntStream.range(0, 50).toArray(), batch, 16, views, 3, threads);
  }

  private static int threadsOfViews() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("views-"))
            .count();
  }

  @Test
  void closingInTheMiddleEndsTheThreadsAndGivesTheBuffersBack() {
    // twelve batches, so that the threads stand waiting for a buffer
    Batches batches = training(TWO_VIEWS, 4, 3);
    List<SeenBatch> whole = read(batches, 0, 0);
    assertThat(threadsOfViews()).isZero();
    for (int i = 0; i < 20; i++) { // many more than the ring has buffers
      try (Epoch epoch = batches.epoch(0, 0);
          Batch batch = epoch.next()) {
        assertThat(threadsOfViews()).isEqualTo(3);
        assertThat(bytes(batch)).isEqualTo(whole.get(0).pixels());
      }
      assertThat(threadsOfViews()).isZero();
    }
    assertThat(read(batches, 0, 0)).isEqualTo(whole);
  }

  @Test
  void memoryIsTheRingAloneAndIsFreedWithTheBatches() throws InterruptedException {
    collectUntilDirectMemoryIs(Long.MAX_VALUE);
    long before = directMemory();
    long ring = BufferRing.CAPACITY * 2L * 12 * 768;
    assertThat(directMemoryAfterTenEpochs()).isLessThanOrEqualTo(before + ring);
    collectUntilDirectMemoryIs(before);
    assertThat(directMemory()).isLessThanOrEqualTo(before);
  }

  private long directMemoryAfterTenEpochs() {
    Batches batches = training(TWO_VIEWS, 12, 3);
    for (int epoch = 0; epoch < 10; epoch++) {
      assertThat(read(batches, epoch, 0)).hasSize(4);
    }
    return directMemory();
  }

  private static long directMemory() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  /** The collector frees a direct buffer some time after nothing refers to it any more. */
  private static void collectUntilDirectMemoryIs(long bytes) throws InterruptedException {
    System.gc();
    for (int i = 0; i < 100 && directMemory() > bytes; i++) {
      Thread.sleep(20);
      System.gc();
    }
  }

  @Test
  void aBatchMayOutliveItsEpoch() {
    Batches batches = training(TWO_VIEWS, 12, 2);
    Batch batch;
    try (Epoch epoch = batches.epoch(0, 0)) {
      batch = epoch.next();
    }
    List<Byte> before = bytes(batch);
    List<SeenBatch> whole = read(batches, 0, 0);
    assertThat(bytes(batch)).isEqualTo(before).isEqualTo(whole.get(0).pixels());
    batch.close();
    batch.close();
    assertThatThrownBy(batch::pixels).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void holdingEveryBatchIsAnErrorAndNotAStandstill() {
    Batches batches = training(TWO_VIEWS, 4, 2);
    try (Epoch epoch = batches.epoch(0, 0)) {
      List<Batch> held = new ArrayList<>();
      for (int i = 0; i < BufferRing.CAPACITY; i++) {
        held.add(epoch.next());
      }
      assertThatThrownBy(epoch::next).hasMessageContaining("close one first");
      held.forEach(Batch::close);
      assertThat(epoch.next().index()).isEqualTo(BufferRing.CAPACITY);
    }
  }

  @Test
  void onlyOneEpochIsOpenAtATime() {
    Batches batches = training(TWO_VIEWS, 12, 1);
    try (Epoch first = batches.epoch(0, 0)) {
      assertThat(first.next()).isNotNull();
      assertThatThrownBy(() -> batches.epoch(1, 0)).hasMessageContaining("close the epoch");
    }
    assertThat(read(batches, 1, 0)).hasSize(4);
  }

  @Test
  void whatAProducerThrowsReachesTheCaller() {
    View broken =
        new View(
            Augmentation.byolFirst(16),
            (image, draws) -> {
              throw new ArithmeticException("no such neighbor");
            });
    Batches batches = training(List.of(View.plain(), broken), 12, 3);
    try (Epoch epoch = batches.epoch(4, 0)) {
      assertThatThrownBy(epoch::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("epoch 4")
          .hasCauseInstanceOf(ArithmeticException.class);
    }
    assertThat(threadsOfViews()).isZero();
  }
}
