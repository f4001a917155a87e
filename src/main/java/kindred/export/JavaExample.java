package kindred.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kindred.data.DatasetInfo;
import kindred.torch.Chain;
import kindred.torch.ImageFormat;

/**
 * A Java program, ten lines at most in its main method, that runs an exported model on a picture,
 * or a decoder on the zero vector. Of a picture the middle is taken and scaled down, much as an
 * import does it.
 */
public final class JavaExample {
  public static final String FILE = "Example.java";

  private JavaExample() {}

  /** The source, for a model in the current folder. */
  public static String of(ExportFormat format, Chain chain, ModelNotes notes) {
    boolean onnx = format == ExportFormat.ONNX;
    boolean images = chain.takesImages();
    List<String> main = new ArrayList<>();
    if (images) {
      picture(main, notes);
    } else {
      main.add("var x = FloatBuffer.wrap(new float[%d]);".formatted(chain.takes()));
    }
    if (onnx) {
      onnx(main, chain, notes);
    } else {
      torchScript(main, chain, notes);
    }
    return "// java -cp 'lib/*' Example.java%s   in this folder; lib holds %s\n"
            .formatted(
                images ? " PICTURE" : "", onnx ? "onnxruntime of com.microsoft.onnxruntime" : DJL)
        + (onnx ? "import ai.onnxruntime.*;\n" : DJL_IMPORTS)
        + (images
            ? "import java.awt.Image;\nimport java.awt.image.BufferedImage;\nimport java.io.File;\n"
            : "")
        + "import java.nio.*;\n"
        + (onnx ? "" : "import java.nio.file.Path;\n")
        + "import java.util.*;\n"
        + (images ? "import javax.imageio.ImageIO;\n" : "")
        + "\npublic class Example {\n"
        + "  public static void main(String[] args) throws Exception {\n"
        + main.stream().map(line -> "    " + line + "\n").collect(Collectors.joining())
        + "  }\n}\n";
  }

  private static final String DJL =
      "pytorch-engine of ai.djl.pytorch, all it depends on, and pytorch-native-cpu";
  private static final String DJL_IMPORTS =
      """
      import ai.djl.ndarray.NDList;
      import ai.djl.ndarray.types.*;
      import ai.djl.repository.zoo.Criteria;
      """;

  private static void picture(List<String> main, ModelNotes notes) {
    ImageFormat format = notes.images();
    DatasetInfo data = notes.dataset();
    int size = format.size();
    int height = data == null ? size : data.height();
    int width = data == null ? size : data.width();
    int pixels = size * size;
    int count = format.channels() * pixels;
    main.add(
        "var picture = new BufferedImage(%1$d, %1$d, BufferedImage.%2$s);"
            .formatted(size, format.channels() == 1 ? "TYPE_BYTE_GRAY" : "TYPE_INT_RGB"));
    main.add("var read = ImageIO.read(new File(args[0]));");
    main.add(
        "int w = Math.min(read.getWidth(), read.getHeight() * %d / %d), h = w * %2$d / %1$d;"
            .formatted(width, height));
    String middle = "read.getSubimage((read.getWidth() - w) / 2, (read.getHeight() - h) / 2, w, h)";
    main.add(
        "picture.createGraphics().drawImage(%s%s, %d, %d, %d, %d, null);"
            .formatted(
                middle,
                format.channels() == 1 // averaging would change grays
                    ? ""
                    : ".getScaledInstance(%d, %d, Image.SCALE_AREA_AVERAGING)"
                        .formatted(width, height),
                (size - width) / 2,
                (size - height) / 2,
                width,
                height));
    if (!notes.pixels()) {
      main.add(
          "float[] mean = {%s}, deviation = {%s};"
              .formatted(floats(format.mean()), floats(format.std())));
    }
    main.add(
        notes.pixels()
            ? "var x = ByteBuffer.allocateDirect(%d);".formatted(count)
            : "var x = FloatBuffer.allocate(%d);".formatted(count));
    String value =
        "picture.getRaster().getSample(i %% %1$d, i / %1$d %% %1$d, i / %2$d)"
            .formatted(size, pixels);
    main.add(
        "for (int i = 0; i < %d; i++) x.put(i, %s);"
            .formatted(
                count,
                notes.pixels()
                    ? "(byte) " + value
                    : "(%s / 255f - mean[i / %2$d]) / deviation[i / %2$d]"
                        .formatted(value, pixels)));
  }

  private static String floats(List<Double> values) {
    return values.stream().map(value -> value.floatValue() + "f").collect(Collectors.joining(", "));
  }

  private static boolean takesBytes(Chain chain, ModelNotes notes) {
    return chain.takesImages() && notes.pixels();
  }

  private static String shape(Chain chain) {
    ImageFormat format = chain.format();
    return chain.takesImages()
        ? "1, %d, %2$d, %2$d".formatted(format.channels(), format.size())
        : "1, " + chain.takes();
  }

  private static void onnx(List<String> main, Chain chain, ModelNotes notes) {
    main.add("var model = OrtEnvironment.getEnvironment().createSession(\"model.onnx\");");
    main.add(
        "var input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), x, new long[] {%s}%s);"
            .formatted(shape(chain), takesBytes(chain, notes) ? ", OnnxJavaType.UINT8" : ""));
    String run = "model.run(Map.of(\"%s\", input))".formatted(notes.part().input());
    main.add(
        "System.out.println(Arrays.deepToString((Object[]) %s.get(0).getValue()));".formatted(run));
  }

  private static void torchScript(List<String> main, Chain chain, ModelNotes notes) {
    main.add(
        "var model = Criteria.builder().setTypes(NDList.class, NDList.class)"
            + ".optModelPath(Path.of(\"model.pt\")).build().loadModel();");
    main.add(
        "var input = model.getNDManager().create(x, new Shape(%s), DataType.%s);"
            .formatted(shape(chain), takesBytes(chain, notes) ? "UINT8" : "FLOAT32"));
    main.add("var output = model.newPredictor().predict(new NDList(input)).get(0).toFloatArray();");
    main.add("System.out.println(Arrays.toString(output));");
  }
}
