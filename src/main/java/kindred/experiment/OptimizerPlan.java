package kindred.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How gradients change the parameters. A component left out (null) takes the default named here;
 * one that the optimizer does not have stays null and is refused if given.
 *
 * @param kind adam
 * @param weightDecay 0 for adam and sgd, 0.01 for adamw, 1.5e-6 for lars. adamw shrinks the
 *     parameters themselves; the others add it, times the parameter, to the gradient
 * @param momentum of sgd and lars, 0.9
 * @param nesterov whether sgd looks ahead (Sutskever et al. 2013), false
 * @param beta1 decay of the gradient's mean in adam and adamw, 0.9
 * @param beta2 decay of the gradient's mean square in adam and adamw, 0.999
 * @param trust η of lars, 1e-3: a weight moves by this share of its norm times the learning rate
 * @param clip the largest global norm of the gradients, longer ones are shortened to it; 0 for none
 */
public record OptimizerPlan(
    @Setting(
            label = "Rule",
            help =
                "How gradients change the parameters. The learning rate and the decay have other defaults with each.",
            option = "--optimizer")
        Kind kind,
    @Setting(
            label = "Weight decay",
            help = "adamw shrinks the parameters themselves; the others add it to the gradient.",
            option = "--weight-decay")
        Double weightDecay,
    @Setting(
            label = "Momentum",
            help = "Share of the last step that goes on.",
            option = "--momentum",
            when = "training.optimizer.kind=sgd|lars")
        Double momentum,
    @Setting(
            label = "Nesterov",
            help = "Look ahead along the momentum.",
            option = "--nesterov",
            when = "training.optimizer.kind=sgd")
        Boolean nesterov,
    @Setting(
            label = "Beta 1",
            help = "Decay of the gradient's mean.",
            option = "--beta1",
            when = "training.optimizer.kind=adam|adamw")
        Double beta1,
    @Setting(
            label = "Beta 2",
            help = "Decay of the gradient's mean square.",
            option = "--beta2",
            when = "training.optimizer.kind=adam|adamw")
        Double beta2,
    @Setting(
            label = "Trust",
            help = "A weight's change, as a share of its norm.",
            option = "--trust",
            when = "training.optimizer.kind=lars")
        Double trust,
    @Setting(
            label = "Clip",
            help = "Shorten gradients to this global norm; 0 for not at all.",
            option = "--clip")
        Double clip) {

  /** Rules of updating. */
  public enum Kind {
    /** Kingma and Ba 2015. */
    ADAM(TrainingPlan.LEARNING_RATE, 0),
    /** Adam with decoupled weight decay, Loshchilov and Hutter 2019. */
    ADAMW(TrainingPlan.LEARNING_RATE, 0.01),
    /** Stochastic gradient descent with momentum, as PyTorch defines it. */
    SGD(0.03, 0),
    /**
     * Layer-wise adaptive rates, You et al. 2017, as BYOL uses it: biases and norm layers are
     * neither decayed nor adapted.
     */
    LARS(0.2, 1.5e-6);

    private final double learningRate;
    private final double weightDecay;

    Kind(double learningRate, double weightDecay) {
      this.learningRate = learningRate;
      this.weightDecay = weightDecay;
    }

    /** The learning rate of a plan that names none. */
    double learningRate() {
      return learningRate;
    }

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public OptimizerPlan {
    kind = Require.or(kind, Kind.ADAM);
    boolean adam = kind == Kind.ADAM || kind == Kind.ADAMW;
    refuse(adam && momentum != null, "momentum", kind, "sgd and lars");
    refuse(kind != Kind.SGD && nesterov != null, "nesterov", kind, "sgd");
    refuse(!adam && beta1 != null, "beta1", kind, "adam and adamw");
    refuse(!adam && beta2 != null, "beta2", kind, "adam and adamw");
    refuse(kind != Kind.LARS && trust != null, "trust", kind, "lars");
    weightDecay = Require.between("weight decay", Require.or(weightDecay, kind.weightDecay), 0, 1);
    clip = Require.between("clip", Require.or(clip, 0.0), 0, 1e9);
    if (adam) {
      beta1 = Require.between("beta1", Require.or(beta1, 0.9), 0, 0.999999);
      beta2 = Require.between("beta2", Require.or(beta2, 0.999), 0, 0.999999);
    } else {
      momentum = Require.between("momentum", Require.or(momentum, 0.9), 0, 0.999999);
    }
    if (kind == Kind.SGD) {
      nesterov = Require.or(nesterov, false);
      if (nesterov && momentum == 0) {
        throw new BadInput("nesterov needs a momentum above 0; the usual one is 0.9");
      }
    }
    if (kind == Kind.LARS) {
      trust = Require.between("trust", Require.or(trust, 1e-3), 1e-9, 1);
    }
  }

  /** Adam without decay and without clipping. */
  public static OptimizerPlan defaults() {
    return new OptimizerPlan(null, null, null, null, null, null, null, null);
  }

  private static void refuse(boolean given, String name, Kind kind, String owners) {
    if (given) {
      throw new BadInput(
          name
              + " belongs to "
              + owners
              + "; leave it out or choose another optimizer than "
              + kind);
    }
  }
}
