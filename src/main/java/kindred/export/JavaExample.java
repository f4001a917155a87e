package kindred.export;

import java.util.Locale;
import java.util.stream.Collectors;
import kindred.data.DatasetInfo;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;

/** A Java program that runs an exported model on a picture, or a decoder on the zero vector. */
public final class JavaExample {
  public static final String FILE = "Example.java";

  private JavaExample() {}

  /** The source, for a model in the current folder. */
  public static String of(ExportFormat format, Chain chain, ModelNotes notes) {
    boolean onnx = format == ExportFormat.ONNX;
    boolean images = chain.takesImages();
    boolean bytes = images && notes.pixels();
    return "// Runs the model: java -cp 'lib/*' Example.java%s\n"
            .formatted(images ? " PICTURE" : "")
        + "// lib holds %s.\n"
            .formatted(
                onnx
                    ? "com.microsoft.onnxruntime:onnxruntime"
                    : "ai.djl.pytorch:pytorch-engine, its dependencies and pytorch-native-cpu")
        + (onnx ? "import ai.onnxruntime.*;\n" : DJL_IMPORTS)
        + "import java.awt.image.BufferedImage;\n"
        + "import java.io.File;\nimport java.nio.*;\nimport java.nio.file.Path;\n"
        + "import java.util.*;\nimport javax.imageio.ImageIO;\n\n"
        + "public class Example {\n"
        + "  public static void main(String[] args) throws Exception {\n"
        + (images ? picture(notes) : vector(chain))
        + (onnx ? onnx(chain, notes, bytes) : torchScript(chain, bytes))
        + "  }\n}\n";
  }

  private static final String DJL_IMPORTS =
      """
      import ai.djl.ndarray.NDList;
      import ai.djl.ndarray.types.*;
      import ai.djl.repository.zoo.Criteria;
      """;

  private static String vector(Chain chain) {
    return "    FloatBuffer x = FloatBuffer.wrap(new float[%d]);\n".formatted(chain.takes());
  }

  private static String picture(ModelNotes notes) {
    ImageFormat format = notes.images();
    DatasetInfo data = notes.dataset();
    int size = format.size();
    int height = data == null ? size : data.height();
    int width = data == null ? size : data.width();
    int corner = (size - height) / 2 * size + (size - width) / 2;
    boolean bytes = notes.pixels();
    String value = "picture.getRaster().getSample(i % W, i / W, c)";
    return String.format(
            Locale.ROOT,
            """
                int C = %d, W = %d, H = %d, S = %d; // channels, width, height, the model's side
                BufferedImage picture = new BufferedImage(W, H, BufferedImage.%s);
                picture.createGraphics().drawImage(ImageIO.read(new File(args[0])), 0, 0, W, H, null);
            """,
            format.channels(),
            width,
            height,
            size,
            format.channels() == 1 ? "TYPE_BYTE_GRAY" : "TYPE_INT_RGB")
        + (bytes ? "" : floats("mean", format.mean()) + floats("deviation", format.std()))
        + (bytes
            ? "    ByteBuffer x = ByteBuffer.allocateDirect(C * S * S);\n"
            : "    FloatBuffer x = FloatBuffer.allocate(C * S * S);\n")
        + (bytes || corner == 0
            ? ""
            : "    for (int i = 0; i < C * S * S; i++) x.put(i, -mean[i / S / S] / deviation[i / S / S]);\n")
        + "    for (int c = 0; c < C; c++)\n"
        + "      for (int i = 0; i < W * H; i++)\n"
        + "        x.put(c * S * S + i / W * S + i %% W%s,\n"
            .formatted(corner == 0 ? "" : " + " + corner)
        + (bytes
            ? "            (byte) " + value + ");\n"
            : "            (" + value + " / 255f - mean[c]) / deviation[c]);\n");
  }

  private static String floats(String name, java.util.List<Double> values) {
    return "    float[] %s = {%s};\n"
        .formatted(
            name, values.stream().map(value -> value + "f").collect(Collectors.joining(", ")));
  }

  private static String shape(Chain chain) {
    return chain.takesImages() ? "1, C, S, S" : "1, " + chain.takes();
  }

  private static String onnx(Chain chain, ModelNotes notes, boolean bytes) {
    return """
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession("model.onnx");
            var input = OnnxTensor.createTensor(environment, x, new long[] {%s}%s);
            var result = session.run(Map.of("%s", input))) {
          System.out.println(Arrays.deepToString((Object[]) result.get(0).getValue()));
        }
    """
        .formatted(shape(chain), bytes ? ", OnnxJavaType.UINT8" : "", notes.part().input());
  }

  private static String torchScript(Chain chain, boolean bytes) {
    return """
        var criteria = Criteria.builder().setTypes(NDList.class, NDList.class)
            .optModelPath(Path.of("model.pt")).optEngine("PyTorch").build();
        try (var model = criteria.loadModel(); var predictor = model.newPredictor()) {
          var input = model.getNDManager().create(x, new Shape(%s), DataType.%s);
          System.out.println(Arrays.toString(predictor.predict(new NDList(input)).get(0).toFloatArray()));
        }
    """
        .formatted(shape(chain), bytes ? "UINT8" : "FLOAT32");
  }
}
