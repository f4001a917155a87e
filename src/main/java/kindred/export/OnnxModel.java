package kindred.export;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kindred.experiment.BadInput;
import kindred.torch.Embedder;
import kindred.torch.ImageFormat;

/** An ONNX model with one input and one output, run by ONNX Runtime on the CPU. */
public final class OnnxModel implements Embedder {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String input;
  private final long[] shape;
  private final String name;

  private OnnxModel(byte[] model, String name, int threads) {
    this.name = name;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(threads);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      session = environment.createSession(model, options);
      NodeInfo only = session.getInputInfo().values().iterator().next();
      input = only.getName();
      shape = only.getInfo() instanceof TensorInfo info ? info.getShape() : new long[0];
    } catch (OrtException e) {
      throw unusable(e);
    }
  }

  /**
   * Loads a model.
   *
   * @param name for messages
   * @throws BadInput if it is no model that ONNX Runtime can run
   */
  static OnnxModel of(byte[] model, String name, int threads) {
    return new OnnxModel(model, name, threads);
  }

  /**
   * Loads a file.
   *
   * @throws BadInput if it is missing, or no model that ONNX Runtime can run
   */
  public static OnnxModel open(Path file, int threads) {
    try {
      return new OnnxModel(Files.readAllBytes(file), file.toString(), threads);
    } catch (IOException e) {
      throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What the file says about itself.
   *
   * @throws BadInput if this program did not write it
   */
  public ModelNotes notes() {
    try {
      return ModelNotes.read(session.getMetadata().getCustomMetadata(), name);
    } catch (OrtException e) {
      throw unusable(e);
    }
  }

  @Override
  public float[] embed(ByteBuffer pixels, int images) {
    try (OnnxTensor tensor =
        OnnxTensor.createTensor(environment, pixels, batch(images), OnnxJavaType.UINT8)) {
      return run(tensor);
    } catch (OrtException e) {
      throw unusable(e);
    }
  }

  /**
   * Runs it on numbers: normalized images, or vectors.
   *
   * @param count how many
   */
  float[] run(float[] numbers, int count) {
    try (OnnxTensor tensor =
        OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), batch(count))) {
      return run(tensor);
    } catch (OrtException e) {
      throw unusable(e);
    }
  }

  /**
   * An embedder of pixels, whether the model itself normalizes them or not.
   *
   * @param notes this model's
   */
  public Embedder embedder(ModelNotes notes) {
    if (notes.pixels()) {
      return this;
    }
    OnnxModel model = this;
    return new Embedder() {
      @Override
      public float[] embed(ByteBuffer pixels, int images) {
        return model.run(normalized(pixels, notes.images()), images);
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }

  /** Pixels as the networks take them. */
  static float[] normalized(ByteBuffer pixels, ImageFormat format) {
    float[] scale = format.scale();
    float[] shift = format.shift();
    int plane = format.size() * format.size();
    float[] numbers = new float[pixels.limit()];
    for (int i = 0; i < numbers.length; i++) {
      int channel = i / plane % format.channels();
      numbers[i] = (pixels.get(i) & 0xff) * scale[channel] + shift[channel];
    }
    return numbers;
  }

  private float[] run(OnnxTensor tensor) throws OrtException {
    try (OrtSession.Result result = session.run(Map.of(input, tensor))) {
      FloatBuffer found = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[found.remaining()];
      found.get(values);
      return values;
    }
  }

  private long[] batch(int count) {
    long[] whole = Arrays.copyOf(shape, shape.length);
    whole[0] = count;
    return whole;
  }

  private BadInput unusable(OrtException e) {
    return new BadInput(name + " cannot be run as ONNX: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
