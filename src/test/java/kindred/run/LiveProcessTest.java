package kindred.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import kindred.array.Npz;
import kindred.array.Vectors;
import kindred.data.ImageSet;
import kindred.data.Split;
import kindred.experiment.BadInput;
import kindred.experiment.Metric;
import kindred.experiment.Prepare;
import kindred.train.LatentSheets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that answer about real, tiny runs. */
class LiveProcessTest {
  private static final int LATENT = 4;
  private static final int SIDE = 8;

  @TempDir static Path folder;
  private static Workspace workspace;
  private static RunFolder run;
  private static LiveProcesses all;
  private static final List<String> ACCIDENTS = Collections.synchronizedList(new ArrayList<>());

  private final LiveProcess live = all.of(run);

  @BeforeAll
  static void learn() {
    workspace = TinyWorkspace.open(folder.resolve("workspace"));
    run = done();
    all = new LiveProcesses(workspace, ACCIDENTS::add);
  }

  @BeforeEach
  void forget() {
    ACCIDENTS.clear();
  }

  @AfterAll
  static void end() {
    all.close();
  }

  private static RunFolder done() {
    RunFolder fresh = workspace.create(TinyWorkspace.autoEncoder(2));
    RunState end = Worker.work(workspace, fresh, event -> {}, () -> false);
    assertThat(end.status()).as(end.message()).isEqualTo(RunState.Status.DONE);
    return fresh;
  }

  private static <A> A soon(CompletableFuture<A> answer) throws Exception {
    return answer.get(60, TimeUnit.SECONDS);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < 600 && !condition.getAsBoolean(); look++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  private static Path png(int number) throws IOException {
    ImageSet images = workspace.images("tiny");
    byte[] pixels = new byte[images.info().imageBytes()];
    images.pixels(number, pixels, 0);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, SIDE, SIDE, pixels);
    Path file = folder.resolve("image-" + number + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static float[] row(float[] vectors, int row) {
    return Arrays.copyOfRange(vectors, row * LATENT, (row + 1) * LATENT);
  }

  @Test
  void vectorsAreThoseThatTheEmbedCommandWrites() throws Exception {
    Path file = folder.resolve("embedded.npy");
    VectorExport.write(workspace, run.id(), "tiny", file, (done, total) -> {});
    float[] vectors = Vectors.read(file).values();

    for (int image : new int[] {0, 17}) {
      var ofFile = soon(live.ask(new LiveRequest.Embed(LiveImage.of(png(image)))));
      var ofNumber = soon(live.ask(new LiveRequest.Embed(LiveImage.of(image))));
      assertThat(ofNumber.vector()).isEqualTo(row(vectors, image));
      assertThat(ofFile.vector()).containsExactly(row(vectors, image), within(1e-5f));
      assertThat(ofFile.pixels()).isEqualTo(ofNumber.pixels());
    }
  }

  @Test
  void decodedPictureIsTheReconstructionThatTheTrainingDrew() throws Exception {
    float[] vectors = Npz.read(run.artifact("embeddings.npz")).get("vectors").toFloats();
    BufferedImage sheet = ImageIO.read(run.artifact("sheets/reconstructions-0002.png").toFile());
    int[] shown = LatentSheets.choose(Split.of(40, 0.2, 0, 0).train());
    float[] both = new float[2 * LATENT];
    System.arraycopy(row(vectors, shown[0]), 0, both, 0, LATENT);
    System.arraycopy(row(vectors, shown[5]), 0, both, LATENT, LATENT);

    LiveAnswer.Decoded decoded = soon(live.ask(new LiveRequest.Decode(both)));

    assertThat(decoded.channels()).isEqualTo(1);
    assertThat(decoded.size()).isEqualTo(SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      // Eight in a row, each of 64 pixels and 4 more, and each image followed by what comes back.
      int x = 4 + i % SIDE * 8;
      int y = 4 + i / SIDE * 8;
      assertThat(decoded.pixels()[i] & 0xFF).isCloseTo(sheet.getRGB(68 + x, y) & 0xFF, within(1));
      assertThat(decoded.pixels()[SIDE * SIDE + i] & 0xFF)
          .isCloseTo(sheet.getRGB(3 * 68 + x, 68 + y) & 0xFF, within(1));
    }
  }

  @Test
  void imageOfTheDataSetFindsItselfFirst() throws Exception {
    var ofFile =
        soon(
            live.ask(
                new LiveRequest.Nearest(LiveImage.of(png(12)), Metric.EUCLIDEAN, Prepare.NONE, 3)));
    assertThat(ofFile.images()[0]).isEqualTo(12);
    assertThat(ofFile.distances()[0]).isCloseTo(0, within(1e-4));
    assertThat(ofFile.distances()).isSorted().hasSize(3);

    Path text = Files.writeString(folder.resolve("notes.png"), "no image");
    assertThatThrownBy(
            () ->
                soon(
                    live.ask(
                        new LiveRequest.Nearest(
                            LiveImage.of(text), Metric.COSINE, Prepare.CENTER, 3))))
        .hasCauseInstanceOf(BadInput.class)
        .hasMessageContaining("notes.png cannot be used: not an image in a known format");
  }

  @Test
  void killedProcessIsSaidAndStartedAgain() throws Exception {
    soon(live.ask(new LiveRequest.Principal(8)));
    kill(live);
    await("an accident", () -> ACCIDENTS.size() == 1);
    assertThat(ACCIDENTS.get(0))
        .contains(run.id(), "killed (signal 9)", "starts again with the next question");

    // While it starts, three pictures of the same slider are asked for: the second is needless.
    LiveRequest.Decode decode = new LiveRequest.Decode(new float[LATENT]);
    var first = live.askLatest(decode, "slider");
    await("the start", () -> live.pid().isPresent());
    var second = live.askLatest(decode, "slider");
    var third = live.askLatest(decode, "slider");
    assertThat(second).isCancelled();
    assertThat(soon(third).pixels()).isEqualTo(soon(first).pixels());
  }

  @Test
  void whoeverAsksAProcessThatDiesIsToldWhy() throws Exception {
    RunFolder other = done();
    LiveProcess dying = all.of(other);
    var answer = dying.ask(new LiveRequest.Principal(8));
    await("the start", () -> dying.pid().isPresent());
    kill(dying);
    assertThatThrownBy(() -> soon(answer))
        .hasCauseInstanceOf(BadInput.class)
        .hasMessageContaining("killed (signal 9)");
  }

  private static void kill(LiveProcess process) {
    ProcessHandle.of(process.pid().getAsLong()).orElseThrow().destroyForcibly();
  }

  @Test
  void atMostTwoHaveAProcessAndNoneOutlivesTheWindow() throws Exception {
    try (LiveProcesses few = new LiveProcesses(workspace, ACCIDENTS::add)) {
      LiveProcess a = few.of(run);
      LiveProcess b = few.of(done());
      LiveProcess c = few.of(done());
      soon(a.ask(new LiveRequest.Principal(1)));
      soon(b.ask(new LiveRequest.Principal(1)));
      ProcessHandle first = ProcessHandle.of(a.pid().getAsLong()).orElseThrow();
      ProcessHandle second = ProcessHandle.of(b.pid().getAsLong()).orElseThrow();

      soon(c.ask(new LiveRequest.Principal(1)));
      assertThat(a.pid()).isEmpty();
      assertThat(b.pid()).isPresent();
      await("the end of the one that was idle longest", () -> !first.isAlive());

      few.close();
      await("the end of all", () -> !second.isAlive());
      assertThat(c.ask(new LiveRequest.Principal(1))).isCancelled();
    }
    assertThat(ACCIDENTS).isEmpty();
  }
}
