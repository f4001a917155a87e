package kindred.run;

import java.nio.file.Path;

/** What the files of runs' results are called, for whoever looks at them. */
public final class Artifacts {
  public static final String ENCODER = TrainingWork.ENCODER;
  public static final String DECODER = TrainingWork.DECODER;
  public static final String EMBEDDINGS = TrainingWork.EMBEDDINGS;

  /** A folder. */
  public static final String SHEETS = TrainingWork.SHEETS;

  public static final String NEIGHBORS = NeighborWork.NEIGHBORS;
  public static final String POSITIVES = ByolPositives.POSITIVES;
  public static final String VERDICTS = UsedVerdicts.COPY;
  public static final String EVALUATION = EvaluateWork.EVALUATION;
  public static final String PREDICTIONS = EvaluateWork.PREDICTIONS;
  public static final String PROBE = EvaluateWork.PROBE;

  private Artifacts() {}

  /** Where a file is or would be; makes nothing. */
  public static Path of(RunFolder run, String name) {
    return run.path().resolve("artifacts").resolve(name);
  }
}
