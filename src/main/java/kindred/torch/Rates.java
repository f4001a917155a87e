package kindred.torch;

/**
 * What may change from step to step.
 *
 * @param learningRate the optimizer's
 * @param averageDecay τ of the moving average: target ← τ·target + (1−τ)·online
 */
public record Rates(double learningRate, double averageDecay) {}
