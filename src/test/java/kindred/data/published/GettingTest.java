package kindred.data.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import kindred.data.ImageSet;
import kindred.data.ImportResult;
import kindred.data.published.GetProgress.Step;
import kindred.data.published.PublishedSet.Parts;
import kindred.experiment.BadInput;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GettingTest {
  private static final long UNPACKED = 20_000;

  @TempDir Path temp;
  private FileServer server;
  private byte[] archive;
  private Path kept; // the folder of the set's downloads
  private final List<GetProgress> progress = new ArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    archive = SmallSet.archive();
    server = new FileServer().serve(SmallSet.FILE, archive);
    kept = temp.resolve("downloads/small");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ImportResult get() {
    return get(SmallSet.of(archive, UNPACKED), () -> false);
  }

  private ImportResult get(PublishedSet set, BooleanSupplier cancelled) {
    return new Getting(set, server.address(), temp.resolve("downloads"), progress::add, cancelled)
        .run("got", 32, temp.resolve("datasets"));
  }

  private AbstractThrowableAssert<?, ?> assertRefused() {
    return assertThatThrownBy(this::get).isInstanceOf(BadInput.class);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private byte[] part() throws IOException {
    return Files.readAllBytes(kept.resolve(SmallSet.FILE + ".part"));
  }

  @Test
  void wholeFileBecomesADataSetThatKeepsItsTestImages() throws Exception {
    get();
    ImageSet set = ImageSet.open(temp.resolve("datasets/got"));
    assertThat(set.count()).isEqualTo(6);
    assertThat(set.info().test()).isEqualTo(2);
    assertThat(set.labels(new int[] {3, 4})).containsExactly(9, 9);
    assertThat(set.test(4)).isTrue();
    assertThat(set.info().source()).isEqualTo("Small, " + server.address());
    assertThat(left()).containsExactly(SmallSet.FILE); // nothing unpacked is left
    assertThat(progress)
        .extracting(GetProgress::step)
        .containsSubsequence(Step.DOWNLOADING, Step.CHECKING, Step.UNPACKING, Step.IMPORTING);
  }

  @Test
  void brokenOffDownloadGoesOnWhereItWas() throws Exception {
    server.cutAfter(7000);
    assertRefused().hasMessageContaining("get it again to go on from there");
    int there = part().length;
    assertThat(there).isBetween(1, 7000);
    assertThat(part()).isEqualTo(Arrays.copyOf(archive, there));

    server.cutAfter(Integer.MAX_VALUE);
    get();
    assertThat(server.asked())
        .containsExactly(SmallSet.FILE, SmallSet.FILE + " bytes=" + there + "-");
    assertThat(left()).containsExactly(SmallSet.FILE);
  }

  @Test
  void serverThatKnowsNoRangesIsReadFromTheBeginning() throws Exception {
    server.ignoreRanges();
    server.cutAfter(7000);
    assertRefused();
    server.cutAfter(Integer.MAX_VALUE);
    get();
    assertThat(Files.readAllBytes(kept.resolve(SmallSet.FILE))).isEqualTo(archive);
  }

  @Test
  void cancelledDownloadKeepsWhatCameAndLeavesNoDataSet() throws Exception {
    server.slowDown(20);
    PublishedSet set = SmallSet.of(archive, UNPACKED);
    assertThatThrownBy(() -> get(set, () -> progress.stream().anyMatch(now -> now.done() >= 2000)))
        .isInstanceOf(CancellationException.class);
    assertThat(part().length).isBetween(2000, archive.length - 1);
    assertThat(temp.resolve("datasets")).doesNotExist();
  }

  @Test
  void anotherFileIsRemovedAndNamed() throws Exception {
    byte[] other = archive.clone();
    other[500] ^= 1;
    server.serve(SmallSet.FILE, other);
    assertRefused()
        .hasMessageContainingAll(SmallSet.FILE, "MD5 checksum differs", "another address");
    assertThat(left()).isEmpty();
    server.serve(SmallSet.FILE, new byte[archive.length + 5]);
    assertRefused().hasMessageContaining("is longer than the");
  }

  @Test
  void missingFileAndUnreachableServerAreTold() throws Exception {
    FileServer empty = new FileServer();
    try (empty) {
      assertThatThrownBy(() -> getFrom(empty.address()))
          .isInstanceOf(BadInput.class)
          .hasMessageContainingAll("answered 404", "another address");
    }
    assertThatThrownBy(() -> getFrom(empty.address())) // which is closed now
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("127.0.0.1 cannot be reached");
    assertThatThrownBy(() -> Getting.address("ftp://host/x"))
        .hasMessageContaining("https://host/folder/");
  }

  private void getFrom(URI address, String name, int size) {
    new Getting(
            SmallSet.of(archive, UNPACKED),
            address,
            temp.resolve("downloads"),
            progress::add,
            () -> false)
        .run(name, size, temp.resolve("datasets"));
  }

  private void getFrom(URI address) {
    getFrom(address, "got", 32);
  }

  @Test
  void fetchedFileServesAgainInAnotherSizeAndASpoiledOneIsFetchedAnew() throws Exception {
    get();
    server.asked();
    getFrom(server.address(), "small-16", 16);
    assertThat(server.asked()).hasSize(1);
    assertThatThrownBy(this::get).hasMessageContaining("already a data set 'got'");

    byte[] spoiled = archive.clone();
    spoiled[100] ^= 1;
    Files.write(kept.resolve(SmallSet.FILE), spoiled);
    getFrom(server.address(), "small-8", 8);
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void tooLittleSpaceIsSaidBeforeAnythingIsFetched() {
    assertThatThrownBy(() -> get(SmallSet.of(archive, 1L << 60), () -> false))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll("GB of free space", "make room");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void archivesThatLeadOutOrUnpackWithoutEndAreRefused() throws Exception {
    archive = SmallSet.tarGz(Map.of("../escaped.bin", new byte[10]));
    server.serve(SmallSet.FILE, archive);
    assertRefused().hasMessageContaining("'../escaped.bin' leads out of the archive");
    archive = SmallSet.tarGz(Map.of("small/big.bin", new byte[100_000]));
    server.serve(SmallSet.FILE, archive);
    assertRefused().hasMessageContaining("unpacks to more than");
    archive = link();
    server.serve(SmallSet.FILE, archive);
    assertRefused().hasMessageContaining("'small' is no plain file");
    try (Stream<Path> all = Files.walk(temp)) {
      assertThat(all.map(Path::getFileName).map(Path::toString)).doesNotContain("escaped.bin");
    }
  }

  private static byte[] link() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry("small", TarConstants.LF_SYMLINK);
      entry.setLinkName("/tmp");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void namesOfClassesThatTheFilesLackAreGiven() throws Exception {
    byte[] images = idx(new int[] {2, 8, 8}, new byte[128]);
    byte[] labels = idx(new int[] {2}, new byte[] {1, 0});
    server.serve("x-images-idx3-ubyte", images).serve("x-labels-idx1-ubyte", labels);
    PublishedSet set =
        new PublishedSet(
            "plain",
            "Plain",
            "",
            "",
            server.address(),
            server.address(),
            List.of(file("x-images-idx3-ubyte", images), file("x-labels-idx1-ubyte", labels)),
            2,
            1,
            32,
            0,
            new Parts("x-images-idx3-ubyte", Optional.empty(), List.of("coat", "bag")));
    ImportResult result = get(set, () -> false);
    assertThat(result.info().classes()).containsExactly("coat", "bag");
  }

  private static PublishedFile file(String name, byte[] content) {
    return new PublishedFile(name, content.length, Checksum.md5(SmallSet.md5(content)));
  }

  private static byte[] idx(int[] dimensions, byte[] values) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
    out.putInt(0x800 | dimensions.length);
    Arrays.stream(dimensions).forEach(out::putInt);
    return out.put(values).array();
  }

  @Test
  void everyPublishedSetSaysWhatItIs() {
    assertThat(Published.sets())
        .hasSize(5)
        .allSatisfy(
            set -> {
              assertThat(set.terms()).isNotEmpty();
              assertThat(set.from().toString()).startsWith("http").endsWith("/");
              assertThat(set.files())
                  .allMatch(file -> file.checksum().hex().matches("[0-9a-f]{32}"));
              assertThat(Published.named(set.title())).isSameAs(set);
            });
    assertThatThrownBy(() -> Published.named("imagenet"))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll("cifar-10", "fashion-mnist");
  }
}
