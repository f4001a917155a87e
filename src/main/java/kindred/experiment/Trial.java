package kindred.experiment;

/**
 * One variation of a study with one seed.
 *
 * @param variation its name
 * @param seed of the stages that the study seeds
 * @param experiment the stages that the measured one depends on, and that one last
 */
public record Trial(String variation, long seed, Experiment experiment) {}
