package kindred.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kindred.data.ImageSet;
import kindred.experiment.BadInput;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Stage;
import kindred.metrics.NumberWords;
import kindred.run.Artifacts;
import kindred.run.FoundPairs;
import kindred.run.Measured;
import kindred.run.RunFolder;
import kindred.run.RunNotes;
import kindred.run.RunState;
import kindred.run.Standing;
import kindred.run.Workspace;

/** Everything there is to say of one run, on one page. What is not there yet is left out. */
final class RunReport {
  private final Workspace workspace;
  private final RunFolder run;
  private final RunState state;
  private final Stage stage;
  private final ChartsSection charts;

  RunReport(Workspace workspace, RunFolder run) {
    this.workspace = workspace;
    this.run = run;
    this.state = run.state();
    this.stage = run.stage();
    this.charts = ChartsSection.of(run);
  }

  Page page() {
    Page page = new Page(run.id(), head());
    List<Measured> measured = Measured.of(workspace, run);
    page.section("Figures", figures()).section("Evaluations", evaluations(measured));
    lastOf(measured)
        .ifPresent(
            last ->
                page.section(
                    "Confusion in " + measured.get(measured.size() - 1).evaluation(),
                    last.confusion()));
    EvaluationSection.of(run)
        .ifPresent(
            evaluation ->
                page.section("Accuracy", evaluation.accuracies())
                    .section("Accuracy by class", evaluation.classes())
                    .section("Confusion", evaluation.confusion()));
    neighbors(page);
    page.section("Training", charts.html());
    TrainingPictures pictures = new TrainingPictures(run);
    page.section("What it decodes", pictures.sheets());
    if (stage instanceof ByolStage byol) {
      images(byol.data())
          .ifPresent(images -> page.section("Positives", pictures.positives(images)));
    }
    Chain chain = new Chain(workspace, run);
    return page.section("Settings", SettingsSection.html(stage))
        .section("Provenance", provenance(chain))
        .section("To repeat it", chain.repeat());
  }

  private Html head() {
    Standing standing = Standing.of(run);
    Html head = new Html().element("h1", run.id()).line();
    Html line =
        new Html().element("span", mark(standing) + " " + standing, "class", "state " + standing);
    line.text(" · " + kind() + " · begun " + date(state.created()));
    if (state.seconds() > 0) {
      line.text(" · worked for " + NumberWords.duration(state.seconds()));
    }
    head.around("p", line);
    if (state.message() != null) {
      head.element(
          "p", state.message(), "class", standing == Standing.FAILED ? "problem" : "quiet");
    }
    RunNotes notes = RunNotes.of(run);
    if (!notes.tags().isEmpty()) {
      Html tags = new Html();
      notes.tags().forEach(tag -> tags.element("span", tag, "class", "tag"));
      head.around("p", tags);
    }
    return notes.note().isBlank() ? head : head.element("p", notes.note(), "class", "note");
  }

  private String kind() {
    if (stage instanceof LatentStage latent) {
      return "latent space of " + latent.data();
    } else if (stage instanceof ByolStage byol) {
      return "BYOL, " + byol.way() + ", on " + byol.data();
    } else if (stage instanceof NeighborStage neighbors) {
      return neighbors.metric() + " neighbors in " + neighbors.source();
    }
    return "evaluation of " + stage.input();
  }

  /** A shape for each state, besides its color. */
  private static String mark(Standing standing) {
    return switch (standing) {
      case QUEUED -> "○";
      case RUNNING, STOPPING -> "▶";
      case DONE -> "●";
      case FAILED -> "✕";
      case STOPPED, PAUSED, LOST -> "■";
    };
  }

  private static String date(String instant) {
    return instant.replaceAll("T(\\d\\d:\\d\\d).*", " $1 UTC");
  }

  private Html figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    JsonNode result = state.result();
    if (result != null) {
      number(figures, "Loss", result.path("loss"));
      share(figures, "Linear probe", result.path("probe"));
      share(figures, "k-NN", result.path("knn"));
      result
          .path("purity")
          .properties()
          .forEach(entry -> share(figures, "Purity, nearest " + entry.getKey(), entry.getValue()));
    }
    if (state.epoch() > 0) {
      figures.put("Epochs", NumberWords.count(state.epoch()));
    }
    last(figures, "Online k-NN", "knn", true);
    last(figures, "Effective rank", "effective_rank", false);
    last(figures, "Spread of the vectors", "std_ratio", false);
    last(figures, "Purity of the positives", "purity", true);
    last(figures, "Coverage of the positives", "coverage", true);
    Html list = new Html();
    figures.forEach(
        (name, value) -> list.around("div", new Html().element("dt", name).element("dd", value)));
    return list.isEmpty() ? list : new Html().around("dl", list, "class", "figures");
  }

  private Optional<EvaluationSection> lastOf(List<Measured> measured) {
    return measured.isEmpty()
        ? Optional.empty()
        : workspace
            .find(measured.get(measured.size() - 1).evaluation())
            .flatMap(EvaluationSection::of);
  }

  /** How well it does what it was trained for; nothing if nobody has measured it. */
  private Html evaluations(List<Measured> measured) {
    List<List<String>> rows =
        measured.stream()
            .map(
                one ->
                    List.of(
                        one.evaluation() + ", on " + one.images(),
                        NumberWords.percent(one.probe()),
                        NumberWords.percent(one.knn()) + " (k = " + one.k() + ")"))
            .toList();
    return rows.isEmpty() ? new Html() : Html.table(List.of("", "Linear probe", "k-NN"), rows);
  }

  private static void number(Map<String, String> figures, String name, JsonNode value) {
    if (value.isNumber()) {
      figures.put(name, NumberWords.number(value.asDouble()));
    }
  }

  private static void share(Map<String, String> figures, String name, JsonNode value) {
    if (value.isNumber()) {
      figures.put(name, NumberWords.percent(value.asDouble()));
    }
  }

  private void last(Map<String, String> figures, String name, String field, boolean share) {
    double value = charts.last(field);
    if (!Double.isNaN(value)) {
      figures.put(name, share ? NumberWords.percent(value) : NumberWords.number(value));
    }
  }

  private void neighbors(Page page) {
    if (!(stage instanceof NeighborStage)
        || !java.nio.file.Files.exists(Artifacts.of(run, Artifacts.NEIGHBORS))) {
      return;
    }
    NeighborsSection section;
    try {
      section = new NeighborsSection(FoundPairs.read(workspace, run));
    } catch (BadInput gone) {
      page.section("Pairs", missing(gone));
      return;
    }
    page.section("Pairs", section.numbers().add(section.purity()))
        .section("Some of the pairs", section.pairs());
  }

  private static Html missing(BadInput gone) {
    return new Html().element("p", "Not shown: " + gone.getMessage() + ".", "class", "problem");
  }

  /** The images, unless they are gone or others by now, which no page should take for the run's. */
  private Optional<ImageSet> images(String data) {
    try {
      ImageSet images = workspace.images(data);
      String print = ProvenanceFacts.of(run).get("Fingerprint");
      return Optional.of(images).filter(set -> set.info().fingerprint().equals(print));
    } catch (BadInput gone) {
      return Optional.empty();
    }
  }

  private Html provenance(Chain chain) {
    Html html = Html.facts(ProvenanceFacts.of(run));
    Map<String, String> origins = chain.origins();
    if (!origins.isEmpty()) {
      html.element("h3", "Built on").add(Html.facts(origins));
    }
    return html;
  }
}
