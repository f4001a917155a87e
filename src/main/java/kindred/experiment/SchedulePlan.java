package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How the learning rate changes during a training. A component left out (null) takes the default
 * named here.
 *
 * @param kind constant
 * @param warmup epochs over which the rate rises linearly to its full value; may be a fraction, 0
 * @param stepEvery step only: the rate falls after every so many epochs; must be given there
 * @param stepFactor step only: what it is multiplied with then, 0.1
 */
public record SchedulePlan(
    @Setting(
            label = "Course",
            help = "cosine falls to 0 at the end; step falls by a factor every so many epochs.",
            option = "--schedule")
        Kind kind,
    @Setting(
            label = "Warm-up",
            unit = "epochs",
            help = "The rate rises over so many epochs first.",
            option = "--warmup")
        Double warmup,
    @Setting(
            label = "Falls every",
            unit = "epochs",
            help = "The rate falls after every so many epochs.",
            option = "--step-every",
            when = "training.schedule.kind=step")
        Integer stepEvery,
    @Setting(
            label = "By factor",
            help = "What the rate is multiplied with then.",
            option = "--step-factor",
            when = "training.schedule.kind=step")
        Double stepFactor) {
  /** Courses of the rate after the warm-up. */
  public enum Kind {
    /** Full all the time. */
    CONSTANT,
    /** Half a cosine from full to 0 at the end of the training (Loshchilov and Hutter 2017). */
    COSINE,
    /** In steps, each a fixed fraction of the one before. */
    STEP;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SchedulePlan {
    kind = Require.or(kind, Kind.CONSTANT);
    warmup = Require.between("warmup", Require.or(warmup, 0.0), 0, 100_000);
    if (kind == Kind.STEP) {
      if (stepEvery == null) {
        throw new BadInput(
            "schedule step does not say when the rate falls; give step-every, a number of epochs");
      }
      Require.between("step-every", stepEvery, 1, 100_000);
      stepFactor = Require.between("step-factor", Require.or(stepFactor, 0.1), 0, 1);
    } else if (stepEvery != null || stepFactor != null) {
      throw new BadInput(
          "step-every and step-factor belong to schedule step; leave them out or choose it instead of "
              + kind);
    }
  }

  /** Constant, without warm-up. */
  public static SchedulePlan defaults() {
    return new SchedulePlan(null, null, null, null);
  }
}
