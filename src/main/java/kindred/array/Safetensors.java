package kindred.array;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import kindred.experiment.BadInput;
import kindred.experiment.Json;

/**
 * The safetensors format, with a CRC-32C of all numbers in the metadata, so that a damaged file is
 * noticed and not trained on.
 */
public final class Safetensors {
  private static final String METADATA = "__metadata__";
  private static final String CHECKSUM = "crc32c";
  private static final int HEADER_LIMIT = 100_000_000;

  private Safetensors() {}

  /** What a file holds. */
  public record Content(Map<String, NamedArray> arrays, Map<String, String> metadata) {}

  /** Replaces the file. The same content always gives the same bytes. */
  public static void write(
      Path file, Map<String, NamedArray> arrays, Map<String, String> metadata) {
    Map<String, NamedArray> sorted = new TreeMap<>(arrays);
    CRC32C checksum = new CRC32C();
    sorted.values().forEach(array -> checksum.update(array.data().duplicate()));
    ObjectNode header = Json.object();
    ObjectNode notes = header.putObject(METADATA);
    new TreeMap<>(metadata).forEach(notes::put);
    notes.put(CHECKSUM, Long.toHexString(checksum.getValue()));
    long offset = 0;
    for (Map.Entry<String, NamedArray> entry : sorted.entrySet()) {
      NamedArray array = entry.getValue();
      ObjectNode tensor = header.putObject(entry.getKey());
      tensor.put("dtype", array.type().safetensors());
      ArrayNode shape = tensor.putArray("shape");
      for (long dimension : array.shape()) {
        shape.add(dimension);
      }
      tensor.putArray("data_offsets").add(offset).add(offset + array.data().capacity());
      offset += array.data().capacity();
    }
    byte[] text = padded(Json.line(header));
    AtomicFile.write(
        file,
        channel -> {
          ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
          AtomicFile.writeFully(channel, length.putLong(0, text.length));
          AtomicFile.writeFully(channel, ByteBuffer.wrap(text));
          for (NamedArray array : sorted.values()) {
            AtomicFile.writeFully(channel, array.data().duplicate());
          }
        });
  }

  /** Numbers begin at a multiple of eight bytes. */
  private static byte[] padded(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[(text.length + 7) / 8 * 8];
    java.util.Arrays.fill(padded, (byte) ' ');
    System.arraycopy(text, 0, padded, 0, text.length);
    return padded;
  }

  /**
   * Reads a file.
   *
   * @throws BadInput if it is missing, cut off, inconsistent, or its checksum is wrong
   */
  public static Content read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("there is no file " + file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = read(channel, 0, 8, file).getLong(0);
      if (length < 2 || length > HEADER_LIMIT || length > channel.size() - 8) {
        throw corrupt(file, "its header is cut off");
      }
      byte[] text = read(channel, 8, (int) length, file).array();
      JsonNode header =
          Json.read(new String(text, StandardCharsets.UTF_8), ObjectNode.class, file.toString());
      return content(file, channel, header, 8 + length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Content content(Path file, FileChannel channel, JsonNode header, long start)
      throws IOException {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    CRC32C checksum = new CRC32C();
    long expected = 0;
    for (Map.Entry<String, JsonNode> field : inOrderOfNumbers(header)) {
      long from = offset(field, 0);
      long size = offset(field, 1) - from;
      if (from != expected || size < 0 || size > Integer.MAX_VALUE) {
        throw corrupt(file, "tensor " + field.getKey() + " has impossible offsets");
      }
      expected += size;
      if (start + expected > channel.size()) { // before memory is asked for
        throw corrupt(file, "it is cut off");
      }
      ByteBuffer data = read(channel, start + from, (int) size, file);
      checksum.update(data.duplicate());
      arrays.put(field.getKey(), array(file, field, data));
    }
    if (channel.size() != start + expected) {
      throw corrupt(file, "it has " + (channel.size() - start - expected) + " bytes too many");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    header
        .path(METADATA)
        .properties()
        .forEach(note -> metadata.put(note.getKey(), note.getValue().asText()));
    String written = metadata.remove(CHECKSUM);
    if (written != null && !written.equals(Long.toHexString(checksum.getValue()))) {
      throw corrupt(file, "its checksum does not match its numbers");
    }
    return new Content(arrays, metadata);
  }

  /** The tensors as their numbers follow each other; the header may name them in any order. */
  private static List<Map.Entry<String, JsonNode>> inOrderOfNumbers(JsonNode header) {
    return header.properties().stream()
        .filter(field -> !field.getKey().equals(METADATA))
        .sorted(
            Comparator.<Map.Entry<String, JsonNode>>comparingLong(field -> offset(field, 0))
                .thenComparingLong(field -> offset(field, 1)))
        .toList();
  }

  /** Where a tensor's numbers begin (0) or end (1); -1 if the header does not say. */
  private static long offset(Map.Entry<String, JsonNode> field, int end) {
    return field.getValue().path("data_offsets").path(end).asLong(-1);
  }

  private static NamedArray array(Path file, Map.Entry<String, JsonNode> field, ByteBuffer data) {
    JsonNode dimensions = field.getValue().path("shape");
    long[] shape = new long[dimensions.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimensions.get(i).asLong(-1);
    }
    String name = field.getValue().path("dtype").asText();
    for (NamedArray.Type type : NamedArray.Type.values()) {
      if (type.safetensors().equals(name)) {
        try {
          return new NamedArray(type, shape, data);
        } catch (BadInput e) {
          throw corrupt(file, "tensor " + field.getKey() + ": " + e.getMessage());
        }
      }
    }
    throw new BadInput(
        file + ": tensor " + field.getKey() + " is of the unknown type '" + name + "'");
  }

  private static ByteBuffer read(FileChannel channel, long from, int size, Path file)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw corrupt(file, "it is cut off");
      }
    }
    return bytes.rewind();
  }

  private static BadInput corrupt(Path file, String why) {
    return new BadInput(file.getFileName() + " is damaged: " + why);
  }
}
