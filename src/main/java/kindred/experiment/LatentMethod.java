package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Methods that learn a latent space. */
public enum LatentMethod {
  /** Auto-encoder. */
  AE,
  /** Variational auto-encoder. */
  VAE,
  /** Auto-decoder. */
  AD;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
