package kindred.neighbors.verdict;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * Acts as lines of a file that is only ever appended to, whole lines at a time and by one process
 * at a time. A last line without an end, which a power cut leaves, counts if it is whole and is
 * passed over if it is not.
 */
final class ActLines {
  /** Locks are the process's own, so its threads need another. */
  private static final Object ONE_AT_A_TIME = new Object();

  private ActLines() {}

  /**
   * Reads all.
   *
   * @throws BadInput naming file and line if one is no act, or if there is no file
   */
  static List<Act> read(Path file) {
    List<Act> acts = new ArrayList<>();
    String text = text(file);
    int number = 0;
    for (int from = 0; from < text.length(); ) {
      number++;
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      boolean torn = end < 0 && !isWhole(line);
      if (!line.isBlank() && !torn) {
        acts.add(act(line, file + " line " + number));
      }
      from = end < 0 ? text.length() : end + 1;
    }
    return acts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new BadInput("there is no file of verdicts " + file, e);
    } catch (CharacterCodingException e) {
      throw new BadInput(file + " is no UTF-8 text, so it holds no verdicts", e);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Act act(String line, String where) {
    Act act = Json.readLine(line, Act.class, where);
    if (act == null) {
      throw new BadInput(where + ": expected a JSON object, found null");
    }
    act.require(where);
    return act;
  }

  private static boolean isWhole(String line) {
    try {
      act(line, "the last line");
      return true;
    } catch (BadInput torn) {
      return false;
    }
  }

  /**
   * Adds lines, all of them or, if the disk is full, none.
   *
   * @throws BadInput if the file cannot be written
   */
  static void append(Path file, List<Act> acts) {
    StringBuilder lines = new StringBuilder();
    acts.forEach(act -> lines.append(Json.line(act)).append('\n'));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        write(channel, mended(channel), bytes);
      } catch (IOException e) {
        throw new BadInput(
            file + " cannot be written: " + e.getMessage() + "; see to the disk and try again", e);
      }
    }
  }

  private static void write(FileChannel channel, long end, byte[] bytes) throws IOException {
    try {
      writeAt(channel, end, bytes);
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
  }

  private static void writeAt(FileChannel channel, long position, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left, position + left.position());
    }
  }

  /** Ends a last line that has no end, or takes it away if it is torn; returns where to go on. */
  private static long mended(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0 || bytes(channel, size - 1)[0] == '\n') {
      return size;
    }
    byte[] all = bytes(channel, 0);
    int begin = all.length;
    while (begin > 0 && all[begin - 1] != '\n') {
      begin--;
    }
    if (isWhole(new String(all, begin, all.length - begin, StandardCharsets.UTF_8))) {
      writeAt(channel, size, new byte[] {'\n'});
      return size + 1;
    }
    channel.truncate(begin);
    return begin;
  }

  private static byte[] bytes(FileChannel channel, long from) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
    while (read.hasRemaining()) {
      if (channel.read(read, from + read.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
    return read.array();
  }
}
