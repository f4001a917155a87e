package kindred.export.tensorboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * TensorBoard's event files in a folder, {@code events.out.tfevents.*}: only ever appended to, by
 * one writer at a time, each of which begins a file of its own. No tag gets a step twice, also not
 * one that an earlier writer left, so that steps that are done again after a kill stand there once.
 */
public final class EventFiles implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("events\\.out\\.tfevents\\.(\\d{10})\\..*");

  private final Path folder;
  private final Map<String, Long> last = new HashMap<>();
  private long begun;
  private FileChannel channel;

  /**
   * Reads which steps are there already; makes nothing before there is something to write.
   *
   * @param folder that exists
   */
  public EventFiles(Path folder) {
    this.folder = folder;
    try {
      for (Path file : files(folder)) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        begun = Math.max(begun, name.matches() ? Long.parseLong(name.group(1)) : 0);
        RecordFile.read(file, record -> Events.tags(record, this::seen));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).toList();
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException(
        new IOException("event files in " + folder + ": " + e.getMessage(), e));
  }

  private void seen(String tag, long step) {
    last.merge(tag, step, Math::max);
  }

  private boolean isNew(String tag, long step) {
    return last.getOrDefault(tag, Long.MIN_VALUE) < step;
  }

  /**
   * Writes numbers of a step, those that are not there yet.
   *
   * @param wallTime seconds since 1970
   */
  public void scalars(double wallTime, long step, Map<String, Float> values) {
    Map<String, Float> fresh = new LinkedHashMap<>(values);
    fresh.keySet().removeIf(tag -> !isNew(tag, step));
    if (!fresh.isEmpty()) {
      append(wallTime, Events.scalars(wallTime, step, fresh));
      fresh.keySet().forEach(tag -> seen(tag, step));
    }
  }

  /** Whether a picture of this step is still to be written. */
  public boolean lacks(String tag, long step) {
    return isNew(tag, step);
  }

  /** Writes a picture of a step, unless it is there. */
  public void image(double wallTime, long step, String tag, Png png) {
    if (isNew(tag, step)) {
      append(wallTime, Events.image(wallTime, step, tag, png));
      seen(tag, step);
    }
  }

  private void append(double wallTime, byte[] event) {
    try {
      if (channel == null) {
        channel = FileChannel.open(next(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(Events.version(wallTime));
      }
      write(event);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** TensorBoard goes through files by name and never back, so each must follow all before it. */
  private Path next() {
    begun = Math.max(begun + 1, System.currentTimeMillis() / 1000);
    long process = ProcessHandle.current().pid();
    return folder.resolve("events.out.tfevents.%010d.kindred.%d.0".formatted(begun, process));
  }

  private void write(byte[] record) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(RecordFile.framed(record));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
