package kindred.experiment;

/** What one run is asked to do that trains an encoder on the images of a data set. */
public sealed interface TrainingStage extends Stage permits LatentStage, ByolStage {
  /** The name of the data set that it learns from. */
  String data();

  /** How it is trained. */
  TrainingPlan training();
}
