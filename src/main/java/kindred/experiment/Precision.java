package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The number format of convolutions and matrix products. Parameters and losses stay fp32. */
public enum Precision {
  /** bf16 where the processor computes it natively, else fp32. */
  AUTO,
  /** IEEE single precision throughout. */
  FP32,
  /** bfloat16 operands with fp32 accumulation, images in channels-last layout. */
  BF16;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
