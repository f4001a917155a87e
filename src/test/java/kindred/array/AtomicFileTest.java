package kindred.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeAnOldFile() throws IOException {
    file = folder.resolve("state.json");
    Files.writeString(file, "the old content");
  }

  private List<Path> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static ByteBuffer half() {
    return ByteBuffer.wrap(new byte[] {1, 2, 3});
  }

  @Test
  void shorterContentReplacesTheOldOneWhole() throws IOException {
    AtomicFile.writeString(file, "größer");
    assertThat(file).hasContent("größer");
    assertThat(Files.size(file)).isEqualTo(8);
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void nothingIsThereUntilTheContentIsComplete() throws IOException {
    Path other = folder.resolve("new.bin");
    AtomicFile.write(
        other,
        channel -> {
          channel.write(half());
          assertThat(other).doesNotExist();
        });
    assertThat(other).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void threadsThatReplaceTheSameFileDoNotDisturbEachOther() throws IOException {
    List<String> texts = IntStream.range(0, 200).mapToObj("content number %d"::formatted).toList();
    texts.parallelStream().forEach(text -> AtomicFile.writeString(file, text));
    assertThat(texts).contains(Files.readString(file));
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void failingWriteLeavesTheOldFileAndNothingElse() throws IOException {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      channel.write(half());
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage(file + " cannot be written: No space left on device");
    assertThat(file).hasContent("the old content");
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void contentThatBreaksLeavesTheOldFileAndNothingElse() throws IOException {
    IllegalStateException defect = new IllegalStateException("a defect");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      channel.write(half());
                      throw defect;
                    }))
        .isSameAs(defect);
    assertThat(file).hasContent("the old content");
    assertThat(filesInFolder()).containsExactly(file);
  }

  @Test
  void folderInPlaceOfTheFileIsRefusedAndLeftAlone() throws IOException {
    Path inside = folder.resolve("taken").resolve("inside");
    Files.createDirectories(inside);
    assertThatThrownBy(() -> AtomicFile.writeString(inside.getParent(), "text"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(inside.getParent() + " cannot be written");
    assertThat(inside).exists();
    assertThat(filesInFolder()).containsExactlyInAnyOrder(file, inside.getParent());
  }

  @Test
  void missingFolderIsAnErrorThatNamesTheFile() {
    Path lost = folder.resolve("missing").resolve("state.json");
    assertThatThrownBy(() -> AtomicFile.writeString(lost, "text"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(lost + " cannot be written");
  }
}
