package kindred.experiment;

/**
 * The codes of an auto-decoder. A component left out (null) takes the default named here.
 *
 * @param rate learning rate of Adam on the codes, 1e-3; it follows the schedule of the decoder's
 * @param lambda weight of a code's squared length in the loss, 1e-4
 * @param deviation first codes are drawn from N(0, deviation²), 0.01
 * @param searchSteps steps of Adam that find the code of an image that was not trained on, 100
 * @param searchRate their learning rate, 0.01; a tenth of it in the second half
 */
public record CodePlan(
    @Setting(label = "Code rate", help = "Learning rate of the codes.", option = "--code-rate")
        Double rate,
    @Setting(
            label = "Code penalty",
            help = "Weight of a code's squared length in the loss.",
            option = "--lambda")
        Double lambda,
    @Setting(label = "First codes", help = "Their standard deviation.", option = "--code-deviation")
        Double deviation,
    @Setting(
            label = "Search steps",
            help = "They find the code of an image that was not trained on.",
            option = "--search-steps")
        Integer searchSteps,
    @Setting(
            label = "Search rate",
            help = "Learning rate of those steps.",
            option = "--search-rate")
        Double searchRate) {
  public CodePlan {
    rate = Require.between("code rate", Require.or(rate, 1e-3), 1e-9, 100);
    lambda = Require.between("lambda", Require.or(lambda, 1e-4), 0, 1e6);
    deviation = Require.between("code deviation", Require.or(deviation, 0.01), 0, 1e3);
    searchSteps = Require.between("search steps", Require.or(searchSteps, 100), 1, 100_000);
    searchRate = Require.between("search rate", Require.or(searchRate, 0.01), 1e-9, 100);
  }

  /** All defaults. */
  public static CodePlan defaults() {
    return new CodePlan(null, null, null, null, null);
  }
}
