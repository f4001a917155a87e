package kindred.export.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes are compared with those of Python's protobuf and of a plain table-driven CRC-32C. */
class EventFilesTest {
  private static final String VERSION =
      "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c";
  private static final String SCALARS =
      "300000000000000095f5d05f09000000000000f83f10072a230a100a09737465702f6c6f7373150000803e"
          + "0a0f0a08737465702f6d736515000000c0463aeccb";

  @TempDir Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private List<String> values() throws IOException {
    List<String> values = new ArrayList<>();
    for (Path file : files()) {
      RecordFile.read(
          file, record -> Events.tags(record, (tag, step) -> values.add(tag + " " + step)));
    }
    return values;
  }

  private void write(long from, long to) {
    try (EventFiles events = new EventFiles(folder)) {
      for (long step = from; step <= to; step++) {
        events.scalars(1.5 * step, step, Map.of("step/loss", 1f / step));
      }
    }
  }

  @Test
  void bytesAreThoseOfAnIndependentWriter() throws Exception {
    try (EventFiles events = new EventFiles(folder)) {
      Map<String, Float> values = new LinkedHashMap<>();
      values.put("step/loss", 0.25f);
      values.put("step/mse", -2f);
      events.scalars(1.5, 7, values);
    }
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(files().get(0))))
        .isEqualTo(VERSION + SCALARS);
  }

  @Test
  void checksumIsTheStandardOneMasked() {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    int crc = 0xE3069283; // of CRC-32C's catalog entry
    int expected = ((crc >>> 15) | (crc << 17)) + 0xA282EAD8;
    assertThat(RecordFile.masked(check, 0, check.length)).isEqualTo(expected);
  }

  @Test
  void stepsDoneAgainAfterAKillStandOnce() throws Exception {
    write(1, 6);
    Path first = files().get(0);
    try (var torn = Files.newByteChannel(first, StandardOpenOption.WRITE)) {
      torn.truncate(Files.size(first) - 3); // within step 6
    }
    write(4, 9);
    assertThat(files()).hasSize(2).startsWith(first);
    assertThat(values())
        .containsExactlyElementsOf(
            Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9).map(step -> "step/loss " + step).toList());
  }

  @Test
  void nothingIsMadeBeforeThereIsSomethingToSay() throws Exception {
    new EventFiles(folder).close();
    assertThat(files()).isEmpty();
  }
}
