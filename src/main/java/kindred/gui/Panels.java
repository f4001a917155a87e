package kindred.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import kindred.gui.byol.ByolPanel;
import kindred.gui.chart.Charts;
import kindred.gui.chart.RunCharts;
import kindred.gui.compute.ComputePanel;
import kindred.gui.core.LaterView;
import kindred.gui.core.Panel;
import kindred.gui.core.Place;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.data.DataPanel;
import kindred.gui.decode.DecodeView;
import kindred.gui.evaluation.EvaluationPanel;
import kindred.gui.executor.ClosingChoice;
import kindred.gui.latent.LatentPanel;
import kindred.gui.log.LogPanel;
import kindred.gui.map.MapView;
import kindred.gui.models.ModelsPanel;
import kindred.gui.neighbors.NeighborsPanel;
import kindred.gui.neighbors.PairBrowser;
import kindred.gui.results.byol.PositivesView;
import kindred.gui.results.evaluation.AccuracyView;
import kindred.gui.results.evaluation.ClassBarsView;
import kindred.gui.results.evaluation.ConfusionView;
import kindred.gui.results.latent.ReconstructionsView;
import kindred.gui.runs.RunsPanel;
import kindred.gui.search.SearchView;
import kindred.gui.shell.Shell;
import kindred.gui.studies.StudiesPanel;
import kindred.run.LiveProcesses;

/** The panel of each place, put together from the rooms, which do not know each other. */
final class Panels {
  private final Session session;
  private final LiveProcesses live;
  private final Supplier<Shell> shell;
  private LogPanel log;

  /**
   * @param shell which has to be made with these panels and is asked for only by them
   */
  Panels(Session session, LiveProcesses live, Supplier<Shell> shell) {
    this.session = session;
    this.live = live;
    this.shell = shell;
  }

  /** Makes the panel of a place; that of the log only once. */
  Panel at(Place place) {
    return switch (place) {
      case DATA -> new DataPanel(session, shell.get());
      case LATENT ->
          searchable(
              search ->
                  LatentPanel.of(
                      session,
                      shell.get(),
                      List.of(
                          new RunCharts(session),
                          later("Pictures", () -> new ReconstructionsView(session)),
                          later("Map", () -> new MapView(session, null)),
                          later("Decode", () -> new DecodeView(session, live)),
                          search)));
      case NEIGHBORS ->
          searchable(search -> NeighborsPanel.of(session, shell.get(), neighborViews(search)));
      case BYOL ->
          searchable(
              search ->
                  ByolPanel.of(
                      session,
                      shell.get(),
                      List.of(
                          new RunCharts(session),
                          later("Positives", () -> new PositivesView(session)),
                          later("Map", () -> new MapView(session, null)),
                          search)));
      case EVALUATION ->
          EvaluationPanel.of(
              session,
              shell.get(),
              List.of(
                  new AccuracyView(session, shell.get()),
                  later("Confusion", () -> new ConfusionView(session)),
                  later("Classes", () -> new ClassBarsView(session))));
      case MODELS -> new ModelsPanel(session, shell.get());
      case RUNS -> new RunsPanel(session, shell.get(), this::charts);
      case STUDIES -> new StudiesPanel(session, shell.get());
      case COMPUTE -> new ComputePanel(session, new ClosingChoice(session));
      case LOG -> log();
    };
  }

  private static ResultView later(String title, Supplier<ResultView> maker) {
    return new LaterView<>(title, maker);
  }

  /** A panel with a search among its views; an image dropped anywhere on it is searched for. */
  private Panel searchable(Function<SearchView, Panel> panel) {
    SearchView search = new SearchView(session, live);
    Panel made = panel.apply(search);
    search.accept(made.view());
    return made;
  }

  private List<ResultView> neighborViews(SearchView search) {
    PairBrowser pairs = new PairBrowser(session, shell.get());
    List<ResultView> views = new ArrayList<>(pairs.views());
    views.add(later("Map", () -> new MapView(session, pairs::open)));
    views.add(search);
    return views;
  }

  private Node charts(List<RunRow> runs) {
    Charts charts = new Charts(session);
    charts.compare(runs);
    return charts.view();
  }

  /** The log, whether it is in sight or not. */
  LogPanel log() {
    if (log == null) {
      log = new LogPanel(session, run -> shell.get().openRun(run.id()));
    }
    return log;
  }
}
