package kindred.export;

import java.util.Locale;
import kindred.data.DatasetInfo;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;

/** A Python script that runs an exported model on a picture, or a decoder on the zero vector. */
public final class PythonExample {
  public static final String FILE = "example.py";

  private PythonExample() {}

  /** The script, for a model beside it. */
  public static String of(ExportFormat format, Chain chain, ModelNotes notes) {
    boolean onnx = format == ExportFormat.ONNX;
    String input = chain.takesImages() ? picture(notes) : vector(chain);
    String run =
        onnx
            ? """
              session = onnxruntime.InferenceSession(Path(__file__).with_name("model.onnx"))
              result = session.run(None, {"%s": x})[0]
              """
                .formatted(notes.part().input())
            : """
              model = torch.jit.load(str(Path(__file__).with_name("model.pt")))
              result = model(torch.from_numpy(x)).numpy()
              """;
    boolean images = chain.takesImages();
    String library = onnx ? "onnxruntime" : "torch";
    return "# Runs the model: python example.py%s\n".formatted(images ? " PICTURE" : "")
        + "# Needs numpy, %s%s.\n".formatted(images ? "pillow, " : "", library)
        + (images ? "import sys\n" : "")
        + "from pathlib import Path\nimport numpy as np\nimport %s\n".formatted(library)
        + (images ? "from PIL import Image\n" : "")
        + "\n"
        + input
        + run
        + "print(result.shape, result, sep=\"\\n\")\n";
  }

  private static String vector(Chain chain) {
    return "x = np.zeros((1, %d), np.float32)\n".formatted(chain.takes());
  }

  private static String picture(ModelNotes notes) {
    ImageFormat format = notes.images();
    DatasetInfo data = notes.dataset();
    int height = data == null ? format.size() : data.height();
    int width = data == null ? format.size() : data.width();
    return String.format(
            Locale.ROOT,
            """
            picture = Image.open(sys.argv[1]).convert("%s").resize((%d, %d))
            x = np.asarray(picture).reshape(1, %d, %d, %d).transpose(0, 3, 1, 2).copy()
            """,
            format.channels() == 1 ? "L" : "RGB",
            width,
            height,
            height,
            width,
            format.channels())
        + padded(format.size(), height, width)
        + (notes.pixels() ? "" : normalized(format));
  }

  private static String padded(int size, int height, int width) {
    if (height == size && width == size) {
      return "";
    }
    int top = (size - height) / 2;
    int left = (size - width) / 2;
    return "x = np.pad(x, ((0, 0), (0, 0), (%d, %d), (%d, %d)))\n"
        .formatted(top, size - height - top, left, size - width - left);
  }

  private static String normalized(ImageFormat format) {
    return """
    mean, deviation = np.array(%s), np.array(%s)
    x = ((x / 255 - mean.reshape(1, -1, 1, 1)) / deviation.reshape(1, -1, 1, 1)).astype(np.float32)
    """
        .formatted(format.mean(), format.std());
  }
}
