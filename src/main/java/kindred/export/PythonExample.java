package kindred.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kindred.data.DatasetInfo;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;

/**
 * A Python script of ten lines at most that runs an exported model on a picture, or a decoder on
 * the zero vector. A picture is turned upright, scaled down, cropped and padded as an import does
 * it, so that its vector is the one that Kindred gives it, unless something in it is transparent.
 */
public final class PythonExample {
  public static final String FILE = "example.py";

  private PythonExample() {}

  /** The script, for a model beside it. */
  public static String of(ExportFormat format, Chain chain, ModelNotes notes) {
    boolean onnx = format == ExportFormat.ONNX;
    boolean images = chain.takesImages();
    String library = onnx ? "onnxruntime" : "torch";
    List<String> lines = new ArrayList<>();
    lines.add(
        "# python example.py%s   needs numpy, %s%s"
            .formatted(images ? " PICTURE" : "", images ? "pillow, " : "", library));
    lines.add("import sys");
    lines.add("import numpy as np");
    lines.add("import " + library);
    if (images) {
      lines.add("from PIL import Image, ImageOps");
      picture(lines, notes);
    } else {
      lines.add("x = np.zeros((1, %d), np.float32)".formatted(chain.takes()));
    }
    if (onnx) {
      lines.add("model = onnxruntime.InferenceSession(sys.path[0] + \"/model.onnx\")");
      lines.add("print(model.run(None, {\"%s\": x})[0])".formatted(notes.part().input()));
    } else {
      lines.add("model = torch.jit.load(sys.path[0] + \"/model.pt\")");
      lines.add("print(model(torch.from_numpy(x)).numpy())");
    }
    return String.join("\n", lines) + "\n";
  }

  private static void picture(List<String> lines, ModelNotes notes) {
    ImageFormat format = notes.images();
    DatasetInfo data = notes.dataset();
    int height = data == null ? format.size() : data.height();
    int width = data == null ? format.size() : data.width();
    lines.add(
        "picture = ImageOps.exif_transpose(Image.open(sys.argv[1])).convert(\"%s\")"
            .formatted(format.channels() == 1 ? "L" : "RGB"));
    String larger = "picture.width > %d and picture.height > %d".formatted(width, height);
    String scaled = "ImageOps.fit(picture, (%d, %d), Image.BILINEAR)".formatted(width, height);
    String placed = // beyond a picture's edge there are zeros
        "picture.crop(((picture.width - %1$d) // 2, (picture.height - %2$d) // 2, (picture.width + %1$d) // 2, (picture.height + %2$d) // 2))"
            .formatted(width, height);
    String pixels =
        "np.asarray(%s if %s else %s).reshape(1, %d, %d, %d)"
            .formatted(scaled, larger, placed, height, width, format.channels());
    lines.add("x = " + padded(pixels, format.size(), height, width));
    if (!notes.pixels()) {
      lines.add(
          "x = ((x / 255 - %s) / %s).astype(np.float32)"
              .formatted(floats(format.mean()), floats(format.std())));
    }
    lines.add("x = x.transpose(0, 3, 1, 2).copy()");
  }

  private static String padded(String pixels, int size, int height, int width) {
    if (height == size && width == size) {
      return pixels;
    }
    int top = (size - height) / 2;
    int left = (size - width) / 2;
    return String.format(
        Locale.ROOT,
        "np.pad(%s, ((0, 0), (%d, %d), (%d, %d), (0, 0)))",
        pixels,
        top,
        size - height - top,
        left,
        size - width - left);
  }

  private static List<Float> floats(List<Double> values) {
    return values.stream().map(Double::floatValue).toList();
  }
}
