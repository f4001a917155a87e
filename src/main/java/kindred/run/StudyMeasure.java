package kindred.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a study compares; all are shares of test images. */
public enum StudyMeasure {
  KNN("knn", "k-NN, last epoch"),
  PROBE("probe", "linear probe, last epoch"),
  ONLINE_BEST("onlineKnnBest", "k-NN while training, best epoch"),
  ONLINE_LAST("onlineKnnLast", "k-NN while training, last epoch");

  private final String key;
  private final String title;

  StudyMeasure(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** Its name in files. */
  @JsonValue
  public String key() {
    return key;
  }

  /** Its name in tables. */
  public String title() {
    return title;
  }
}
