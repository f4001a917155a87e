package kindred.neighbors.verdict;

import static kindred.neighbors.verdict.Verdict.DIFFERENT;
import static kindred.neighbors.verdict.Verdict.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import kindred.data.ImageSet;
import kindred.data.PackedImages;
import kindred.experiment.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFileTest {
  private static final int IMAGES = 10;

  @TempDir Path folder;
  private ImageSet images;
  private VerdictFile file;
  private Verdicts verdicts;

  @BeforeEach
  void pack() {
    images = pack("one", 0);
    file = VerdictFile.of(images);
    verdicts = file.read();
  }

  /** Images of a gray each, of which other data sets have some, elsewhere. */
  private ImageSet pack(String name, int first) {
    return PackedImages.write(
        folder.resolve(name), IMAGES, 1, 2, 2, 2, (n, c, y, x) -> 10 * (first + n));
  }

  private void say(Verdict verdict, int a, int b) {
    file.append(verdicts.say("ann", "neighbors-1", verdict, a, b, null));
  }

  private void write(String text) throws IOException {
    Files.writeString(file.path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void aDataSetWithoutAFileHasNoVerdicts() {
    assertThat(file.exists()).isFalse();
    assertThat(verdicts.isEmpty()).isTrue();
  }

  @Test
  void whatWasSaidIsReadAgainAndCanStillBeTakenBack() {
    say(SAME, 1, 2);
    say(DIFFERENT, 3, 4);

    Verdicts read = VerdictFile.of(images).read();
    assertThat(read.of(2, 1)).isEqualTo(SAME);
    file.append(read.undo("ann").orElseThrow());
    assertThat(file.read().of(3, 4)).isNull();
    assertThat(file.read().of(1, 2)).isEqualTo(SAME);
  }

  @Test
  void linesAreAddedAndNeverChanged() throws IOException {
    say(SAME, 1, 2);
    String before = Files.readString(file.path());
    file.append(verdicts.undo("ann").orElseThrow());

    assertThat(Files.readString(file.path())).startsWith(before);
    assertThat(Files.readAllLines(file.path()))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"by\":\"ann\"", "\"verdict\":\"same\"", "\"pairs\":[[1,2]]", "neighbors-1");
  }

  @Test
  void aTornLastLineIsSurvivedAndAppendedTo() throws IOException {
    say(SAME, 1, 2);
    write("{\"id\":\"x\",\"at\":\"2024-0");

    assertThat(file.read().of(1, 2)).isEqualTo(SAME);
    say(DIFFERENT, 3, 4);
    assertThat(file.read().counts()).containsEntry(SAME, 1).containsEntry(DIFFERENT, 1);
    assertThat(Files.readAllLines(file.path())).hasSize(2);
  }

  @Test
  void aWholeLastLineWithoutAnEndCounts() throws IOException {
    write(
        "{\"id\":\"x\",\"at\":\"2024-01-01T00:00:00Z\",\"by\":\"bob\",\"verdict\":\"same\","
            + "\"pairs\":[[5,6]]}");

    assertThat(file.read().of(5, 6)).isEqualTo(SAME);
    say(SAME, 1, 2);
    assertThat(file.read().counts()).containsEntry(SAME, 2);
  }

  @Test
  void aFaultyLineIsNamed() throws IOException {
    say(SAME, 1, 2);
    refused("{\"id\":\"x\"}\n", "line 2", "id, at and by");
    refused(line("\"verdict\":\"same\""), "line 2", "needs pairs");
    refused(line("\"verdict\":\"same\",\"pairs\":[[3,3]]"), "line 2", "two different images");
    refused(line("\"verdict\":\"maybe\",\"pairs\":[[3,4]]"), "line 2", "maybe");
    refused(line("\"pairs\":[[3,4]]"), "line 2", "either a verdict", "withdraws");
    refused(line("\"verdict\":\"same\",\"pairs\":[[3,40]]"), "no image 40", "0 to 9", "merge");
    refused("garbage\n", "line 2");
  }

  private static String line(String rest) {
    return "{\"id\":\"x\",\"at\":\"2024-01-01T00:00:00Z\",\"by\":\"bob\"," + rest + "}\n";
  }

  private void refused(String line, String... parts) throws IOException {
    String before = Files.readString(file.path());
    write(line);
    assertThatThrownBy(file::read)
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("verdicts.jsonl")
        .hasMessageContainingAll(parts);
    Files.writeString(file.path(), before);
  }

  @Test
  void whatSeveralWriteAtOnceIsAllThere() throws InterruptedException {
    List<Thread> people = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      String by = "person " + n;
      Verdicts own = Verdicts.none();
      people.add(
          new Thread(
              () -> {
                for (int i = 0; i < 25; i++) {
                  VerdictFile.of(images).append(own.say(by, null, SAME, i % 9, 9, null));
                }
              }));
    }
    people.forEach(Thread::start);
    for (Thread person : people) {
      person.join();
    }

    assertThat(file.read().standing()).hasSize(100);
  }

  @Test
  void puttingTwoPeoplesFilesTogetherIsAUnion() throws IOException {
    say(SAME, 1, 2);
    say(SAME, 3, 4);
    Path copy = Files.copy(file.path(), folder.resolve("bobs.jsonl"));
    Act another = Verdicts.none().say("bob", null, DIFFERENT, 5, 6, null);
    ActLines.append(copy, List.of(another, verdicts.undo("ann").orElseThrow()));

    assertThat(file.merge(copy)).isEqualTo(new VerdictFile.Merged(2, 2, 0));
    assertThat(file.merge(copy)).isEqualTo(new VerdictFile.Merged(0, 4, 0));
    assertThat(file.read().of(5, 6)).isEqualTo(DIFFERENT);
    assertThat(file.read().of(3, 4)).as("taken back in the copy").isNull();
  }

  @Test
  void imagesAreFoundAgainByTheirPixels() {
    say(SAME, 3, 4);
    file.append(
        verdicts.sayOfAll(
            "ann", null, DIFFERENT, PairKey.sorted(new int[][] {{0, 5}, {5, 6}}), "two"));
    VerdictFile other = VerdictFile.of(pack("without the first three", 3));

    assertThat(other.merge(file.path())).isEqualTo(new VerdictFile.Merged(2, 0, 1));
    assertThat(other.read().of(0, 1)).isEqualTo(SAME);
    assertThat(other.read().of(2, 3)).isEqualTo(DIFFERENT);
    assertThat(other.merge(file.path())).as("again").isEqualTo(new VerdictFile.Merged(0, 2, 0));
  }

  @Test
  void verdictsOnOtherImagesAreRefused() {
    say(SAME, 3, 4);
    VerdictFile other = VerdictFile.of(pack("others", 11));

    assertThatThrownBy(() -> other.merge(file.path()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("other images");
    assertThat(other.exists()).isFalse();
  }
}
