package kindred.run;

import com.fasterxml.jackson.databind.JsonNode;

/** How a stage is carried out. */
interface StageWork {
  /**
   * Works to the end or to a stop.
   *
   * @return what the stage measured, or null after a stop
   */
  JsonNode work(Workspace workspace, RunFolder run, Reporter reporter);
}
