package kindred.train;

/** Listens and says nothing. */
final class Silent implements TrainingObserver {
  @Override
  public void step(StepReport report) {}

  @Override
  public void epoch(EpochReport report) {}

  @Override
  public void note(String sentence) {}
}
