package kindred.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.LibUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at the engine itself: what was loaded, which devices it sees, and whether it multiplies.
 */
public final class EngineCheck {
  private static final int SIZE = 1024;
  private static final int TIMES = 7;

  private EngineCheck() {}

  /** Where the native library was loaded from. */
  public static String nativeFolder() {
    Engine.getEngine("PyTorch");
    return LibUtils.getLibtorchPath();
  }

  /**
   * All devices that can be asked for: {@code cpu}, and {@code cuda:0} … if the engine sees any.
   */
  public static List<String> devices() {
    List<String> devices = new ArrayList<>(List.of("cpu"));
    for (int i = 0; i < Engine.getEngine("PyTorch").getGpuCount(); i++) {
      devices.add("cuda:" + i);
    }
    return devices;
  }

  /**
   * Multiplies two matrices of 1024×1024, all ones, and looks at the result.
   *
   * @return the median time of one product, in milliseconds
   * @throws IllegalStateException if the result is wrong
   */
  public static double multiply(Torch torch) {
    double[] milliseconds = new double[TIMES];
    try (NDManager scope = torch.scope()) {
      NDArray a = scope.ones(new Shape(SIZE, SIZE));
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        try (NDArray product = a.matMul(a)) {
          float corner = product.getFloat(SIZE - 1, SIZE - 1);
          milliseconds[i] = (System.nanoTime() - start) * 1e-6;
          if (corner != SIZE) {
            throw new IllegalStateException(
                "the engine multiplies wrongly: " + corner + " where " + SIZE + " is right");
          }
        }
      }
    }
    Arrays.sort(milliseconds);
    return milliseconds[TIMES / 2];
  }

  /** Floating-point operations of one product, in thousands of millions. */
  public static double gigaOperations() {
    return 2e-9 * SIZE * SIZE * SIZE;
  }
}
