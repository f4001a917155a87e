package kindred.gui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kindred.data.ImportProgress;
import kindred.data.ImportRequest;
import kindred.data.Importer;
import kindred.experiment.BadInput;
import kindred.gui.core.Activity;
import kindred.gui.core.Words;
import kindred.gui.data.ImportSummary.Outcome;

/**
 * Imports one after the other under one progress; one that cannot be made does not stop the others.
 *
 * @param datasets the folder of all data sets
 */
record SeveralImports(List<ImportRequest> requests, Path datasets) {
  /** What they are called in words. */
  String what() {
    return requests.size() == 1 ? requests.get(0).name() : requests.size() + " data sets";
  }

  /** Carries them out, on a thread that may take long. */
  ImportSummary run(Activity running) {
    List<Outcome> outcomes = new ArrayList<>();
    for (ImportRequest request : requests) {
      int before = outcomes.size();
      try {
        Outcome outcome =
            new Outcome(
                request.name(),
                Importer.run(
                    request,
                    datasets,
                    progress -> running.update(share(before, progress), words(progress)),
                    running::cancelled),
                null);
        outcomes.add(outcome);
      } catch (BadInput e) {
        outcomes.add(new Outcome(request.name(), null, e.getMessage()));
      }
    }
    return new ImportSummary(List.copyOf(outcomes));
  }

  private double share(int before, ImportProgress progress) {
    return (before + progress.done() / (double) progress.total()) / requests.size();
  }

  private static String words(ImportProgress progress) {
    return "%s of %s · %s · %s left"
        .formatted(
            Words.count(progress.done()),
            Words.count(progress.total(), "image", "images"),
            Words.pace(progress.imagesPerSecond()),
            Words.duration(progress.secondsLeft()));
  }
}
