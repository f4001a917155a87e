package kindred.gui.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kindred.experiment.BadInput;
import kindred.experiment.Patch;
import kindred.experiment.Study;
import kindred.experiment.Trial;
import kindred.run.StudyBase;

/**
 * A study as far as a form has it, and what is wrong with it.
 *
 * @param name as typed
 * @param base what it starts from, or null
 * @param keeps whether the variations of a base that is a study are kept
 * @param variables the fields that vary, of which blank ones do not count
 * @param seeds as typed
 * @param measure the evaluation that is compared, or null for the only one
 * @param comparesWith the variation that is the baseline; null for the first, empty for none
 * @param taken names of the studies there are
 */
record StudyDraft(
    String name,
    StudyBase base,
    boolean keeps,
    List<Variable> variables,
    String seeds,
    String measure,
    String comparesWith,
    Set<String> taken) {

  /**
   * What a draft comes to.
   *
   * @param study or null
   * @param trials all of its trials
   * @param problem why there is no study, for the user, or null
   */
  record Checked(Study study, List<Trial> trials, String problem) {
    /** Names of the variations, in order. */
    List<String> variations() {
      Set<String> names = new LinkedHashSet<>();
      trials.forEach(trial -> names.add(trial.variation()));
      return List.copyOf(names);
    }
  }

  /** Makes the study, or says in the study's own words why there is none. */
  Checked check() {
    try {
      if (base == null) {
        throw new BadInput("choose what the study starts from");
      }
      if (taken.contains(name.strip())) {
        throw new BadInput("there is a study '" + name.strip() + "' already; choose another name");
      }
      Study study = study(null);
      List<Trial> trials = study.trials();
      String baseline = baseline(trials);
      return baseline == null
          ? new Checked(study, trials, null)
          : new Checked(study(baseline), trials, null);
    } catch (BadInput e) {
      return new Checked(null, List.of(), e.getMessage());
    }
  }

  private Study study(String baseline) {
    List<Patch> listed = keeps ? new ArrayList<>(base.variations()) : new ArrayList<>();
    Map<String, List<Patch>> grid = new LinkedHashMap<>();
    if (keeps) {
      grid.putAll(base.grid());
    }
    for (Variable variable : variables) {
      if (!variable.isBlank() && grid.put(variable.path(), variable.choices()) != null) {
        throw new BadInput(variable.path() + " varies twice; write all of its values in one line");
      }
    }
    if (listed.isEmpty() && grid.isEmpty()) {
      throw new BadInput("choose at least one field that varies, and its values");
    }
    return new Study(
        name.strip(), base.stages(), listed, grid, SeedList.parse(seeds), null, measure, baseline);
  }

  private String baseline(List<Trial> trials) {
    if (comparesWith != null && comparesWith.isEmpty()) {
      return null;
    }
    Optional<String> wished =
        Optional.ofNullable(comparesWith == null ? base.baseline() : comparesWith)
            .filter(wish -> trials.stream().anyMatch(trial -> trial.variation().equals(wish)));
    return wished.orElse(trials.get(0).variation());
  }
}
