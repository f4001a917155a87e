package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which network makes representations. */
public enum Architecture {
  /** The first experiment's: four convolutions and a linear layer. */
  CONV,
  /** 18 layers of residual blocks; 11.2 million parameters without a head. */
  RESNET18,
  /** 50 layers of bottleneck blocks; 23.5 million parameters without a head. */
  RESNET50;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
