package kindred.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import kindred.experiment.BadInput;

/**
 * PyTorch on one device, and the owner of every tensor made with it: closing it frees them all.
 *
 * <p>An instance belongs to the thread that opened it, because autograd's mode and the executor's
 * settings are kept per thread.
 */
public final class Torch implements AutoCloseable {
  static {
    // Nothing may be fetched or reported without the user's consent; read when the engine loads.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    CarriedEngine.use();
  }

  private final NDManager manager;
  private final String device;
  private final int threads;

  private Torch(NDManager manager, String device, int threads) {
    this.manager = manager;
    this.device = device;
    this.threads = threads;
  }

  /**
   * Opens the engine.
   *
   * @param device {@code cpu} or {@code cuda:0}, {@code cuda:1} …
   * @param threads threads of one operation on the CPU; at least 1
   * @throws BadInput if the machine has no such device, or the native library cannot be loaded
   */
  public static Torch open(String device, int threads) {
    unpack((done, total) -> {});
    try {
      Engine engine = Engine.getEngine("PyTorch");
      JniUtils.setNumThreads(threads);
      // Without it the first calls run profiled and unfused, so that a resumed run would differ.
      JniUtils.setGraphExecutorOptimize(false);
      return new Torch(engine.newBaseManager(device(engine, device)), device, threads);
    } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new BadInput(
          "PyTorch's native library does not load on this machine ("
              + e.getMessage()
              + "); Kindred runs on Linux x86-64, macOS arm64 and Windows x86-64",
          e);
    }
  }

  /**
   * Unpacks the engine at a first start, which takes some seconds; {@link #open} does it too, but
   * tells nobody.
   *
   * @throws BadInput if there is no room for it
   */
  public static void unpack(UnpackedEngine.Progress progress) {
    UnpackedEngine.ensure(progress);
  }

  private static Device device(Engine engine, String name) {
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    if (!name.matches("cuda:\\d{1,3}")) {
      throw new BadInput("device '" + name + "': known are cpu, cuda:0, cuda:1 …");
    }
    int index = Integer.parseInt(name.substring("cuda:".length()));
    if (index >= engine.getGpuCount()) {
      throw new BadInput(
          "device " + name + ": this machine shows " + engine.getGpuCount() + " GPUs; use cpu");
    }
    return Device.gpu(index);
  }

  /** Name and version of the engine, for provenance. */
  public static String engine() {
    return "PyTorch " + Engine.getEngine("PyTorch").getVersion();
  }

  /** The name it was opened with. */
  public String device() {
    return device;
  }

  public int threads() {
    return threads;
  }

  /** How many tensors and other native things are alive, for tests of leaks. */
  public int alive() {
    return manager.getManagedArrays().size();
  }

  /**
   * The same device for another thread, which calls this and shares the work with others: an
   * operation there uses no further ones.
   */
  public Torch forThisThread() {
    return open(device, 1);
  }

  /** Gives operations their threads again after others opened engines {@link #forThisThread}. */
  public void takeThreads() {
    JniUtils.setNumThreads(threads);
  }

  /** Seeds the draws that programs make on this device. */
  public void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  NDManager manager() {
    return manager;
  }

  PtNDManager pytorch() {
    return (PtNDManager) manager;
  }

  /** A scope whose tensors end with it. */
  NDManager scope() {
    return manager.newSubManager();
  }

  NDArray tensor(float[] values, long... shape) {
    return manager.create(FloatBuffer.wrap(values), new Shape(shape), DataType.FLOAT32);
  }

  /** A tensor over a direct buffer of uint8, without a copy on the CPU. */
  static NDArray bytes(NDManager scope, ByteBuffer direct, long... shape) {
    return scope.create(direct, new Shape(shape), DataType.UINT8);
  }

  @Override
  public void close() {
    manager.close();
  }
}
