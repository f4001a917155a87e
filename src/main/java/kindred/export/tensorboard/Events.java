package kindred.export.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * The messages that TensorBoard reads, by the numbers of their fields in TensorFlow's event.proto
 * and summary.proto.
 */
final class Events {
  private static final String VERSION = "brain.Event:2";

  // Of an Event.
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;

  // Of a Summary, of its Value, and of an Image in that.
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int IMAGE = 4;
  private static final int HEIGHT = 1;
  private static final int WIDTH = 2;
  private static final int COLORS = 3;
  private static final int ENCODED = 4;
  private static final int RGB = 3;

  private Events() {}

  /** Writes fields. */
  @FunctionalInterface
  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      fields.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What every file begins with. */
  static byte[] version(double wallTime) {
    return message(
        out -> {
          out.writeDouble(WALL_TIME, wallTime);
          out.writeString(FILE_VERSION, VERSION);
        });
  }

  /** Numbers of a step by their tags. */
  static byte[] scalars(double wallTime, long step, Map<String, Float> values) {
    return event(
        wallTime,
        step,
        summary -> {
          for (Map.Entry<String, Float> value : values.entrySet()) {
            summary.writeByteArray(
                VALUE,
                message(
                    out -> {
                      out.writeString(TAG, value.getKey());
                      out.writeFloat(SIMPLE_VALUE, value.getValue());
                    }));
          }
        });
  }

  /** A picture of a step. */
  static byte[] image(double wallTime, long step, String tag, Png png) {
    byte[] image =
        message(
            out -> {
              out.writeInt32(HEIGHT, png.height());
              out.writeInt32(WIDTH, png.width());
              out.writeInt32(COLORS, RGB);
              out.writeBytes(ENCODED, ByteString.copyFrom(png.bytes()));
            });
    byte[] value =
        message(
            out -> {
              out.writeString(TAG, tag);
              out.writeByteArray(IMAGE, image);
            });
    return event(wallTime, step, summary -> summary.writeByteArray(VALUE, value));
  }

  private static byte[] event(double wallTime, long step, Fields summary) {
    return message(
        out -> {
          out.writeDouble(WALL_TIME, wallTime);
          out.writeInt64(STEP, step);
          out.writeByteArray(SUMMARY, message(summary));
        });
  }

  /** Tells the tag of every value in an event, with the event's step. */
  static void tags(byte[] event, ObjLongConsumer<String> told) {
    try {
      CodedInputStream in = CodedInputStream.newInstance(event);
      long step = 0;
      for (int key = in.readTag(); key != 0; key = in.readTag()) {
        if (WireFormat.getTagFieldNumber(key) == STEP) {
          step = in.readInt64();
        } else if (WireFormat.getTagFieldNumber(key) == SUMMARY) {
          summary(in.readBytes().newCodedInput(), step, told);
        } else {
          in.skipField(key);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void summary(CodedInputStream in, long step, ObjLongConsumer<String> told)
      throws IOException {
    for (int key = in.readTag(); key != 0; key = in.readTag()) {
      if (WireFormat.getTagFieldNumber(key) != VALUE) {
        in.skipField(key);
        continue;
      }
      CodedInputStream value = in.readBytes().newCodedInput();
      for (int inner = value.readTag(); inner != 0; inner = value.readTag()) {
        if (WireFormat.getTagFieldNumber(inner) == TAG) {
          told.accept(value.readString(), step);
        } else {
          value.skipField(inner);
        }
      }
    }
  }
}
