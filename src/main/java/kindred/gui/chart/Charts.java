package kindred.gui.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.chart.Drawing.Source;
import kindred.gui.core.EmptyState;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Turns;
import kindred.gui.core.Words;
import kindred.metrics.Quantity;
import kindred.metrics.RunMetrics;
import kindred.run.Standing;

/**
 * Live charts of any number of runs, laid over each other in the colors that the runs have
 * everywhere. For the application thread.
 */
public final class Charts {
  private static final String GROUP = "chart.group";

  private final Session session;
  private final ChartSettings settings;
  private final Baseline baseline;
  private final ChartFeed feed;
  private final ChartBar bar;
  private final Legend legend;
  private final ChartGrid grid;
  private final Label trouble = new Label();
  private final VBox content;
  private final StackPane view = new StackPane();
  private final Map<String, RunMetrics> metrics = new HashMap<>();
  private final Map<Quantity, ChartModel> models = new LinkedHashMap<>();
  private List<RunRow> runs = List.of();
  private Set<Quantity> quantities = Set.of();
  private String pinned = "";
  private boolean read;

  public Charts(Session session) {
    this.session = session;
    this.settings = new ChartSettings(session.remembered());
    this.baseline = new Baseline(session);
    this.feed =
        new ChartFeed(session.background(), this::inSight, this::found, session.notices()::problem);
    this.bar = new ChartBar(settings, this::choose);
    this.legend = new Legend(session.theme(), this::pin);
    this.grid = new ChartGrid(session, feed);
    trouble.getStyleClass().addAll("problem", "small");
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    content = new VBox(8, bar, legend, trouble);
    Turns.later(content, grid, () -> content.getChildren().add(grid));
    content.getStyleClass().add("charts");
    VBox.setVgrow(grid, Priority.ALWAYS);
    settings.smoothingProperty().addListener(observable -> feed.redraw());
    view.setMinSize(0, 0);
    view.sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null) {
                feed.stop();
              } else {
                feed.start();
              }
            });
    session.board().runs().addListener((Observable observable) -> retell());
    arrange();
  }

  /** Says anew why there is nothing to see, as a run that waited may have ended. */
  private void retell() {
    if (read && quantities.isEmpty()) {
      arrange();
    }
  }

  /** Always the same node. It follows files only while it is in a window. */
  public Node view() {
    return view;
  }

  /** Shows these runs, and the pinned baseline with them; an empty list empties the charts. */
  public void compare(List<RunRow> those) {
    if (those.equals(runs) && baseline.run().equals(pinned)) {
      return;
    }
    if (!those.equals(runs)) {
      settings.zoomProperty().set(null);
      read = false;
    }
    runs = List.copyOf(those);
    follow();
    arrange();
  }

  private void pin(String run) {
    baseline.pin(run);
    follow();
  }

  private void follow() {
    List<RunRow> seen = new ArrayList<>(runs);
    pinned = baseline.run();
    if (!runs.isEmpty() && runs.stream().noneMatch(run -> run.id().equals(pinned))) {
      session.board().run(pinned).ifPresent(seen::add);
    }
    metrics.keySet().retainAll(seen.stream().map(RunRow::id).toList());
    List<Source> sources =
        seen.stream()
            .map(
                run ->
                    new Source(
                        run.id(),
                        run.name(),
                        run.id().equals(pinned),
                        metrics.computeIfAbsent(
                            run.id(), id -> new RunMetrics(run.folder().metrics()))))
            .toList();
    legend.show(sources);
    feed.follow(sources);
  }

  private Collection<ChartModel> inSight() {
    return grid.models();
  }

  private void found(ChartFeed.Found answer) {
    read = true;
    trouble.setText(
        answer.unreadable() == 0
            ? ""
            : Words.count(answer.unreadable(), "line", "lines")
                + " of metrics.jsonl cannot be read and "
                + (answer.unreadable() == 1 ? "is" : "are")
                + " left out");
    if (!answer.quantities().equals(quantities) || view.getChildren().isEmpty()) {
      quantities = answer.quantities();
      arrange();
    }
  }

  private void choose(Quantity.Group group) {
    session.remembered().put(GROUP, group.name());
    arrange();
  }

  private void arrange() {
    if (runs.isEmpty()) {
      view.getChildren()
          .setAll(
              new EmptyState("fth-activity", "Choose a run to see how it went.", null, () -> {}));
    } else if (quantities.isEmpty() || !read) {
      view.getChildren().setAll(read ? List.of(nothing()) : List.of());
    } else {
      Set<Quantity.Group> groups =
          quantities.stream().map(Quantity::group).collect(Collectors.toCollection(TreeSet::new));
      Quantity.Group wanted = session.remembered().choice(GROUP, Quantity.Group.LOSS);
      Quantity.Group shown = groups.contains(wanted) ? wanted : groups.iterator().next();
      bar.offer(groups);
      bar.choose(shown);
      grid.show(
          quantities.stream()
              .filter(quantity -> quantity.group() == shown)
              .map(quantity -> models.computeIfAbsent(quantity, this::model))
              .toList());
      view.getChildren().setAll(content);
      feed.redraw();
    }
  }

  private ChartModel model(Quantity quantity) {
    return new ChartModel(quantity, settings, feed::redraw);
  }

  private EmptyState nothing() {
    boolean over = runs.stream().allMatch(run -> run.standing() == Standing.DONE);
    String words =
        over
            ? "This run wrote nothing down on its way, as it has no losses."
            : "Losses appear here when the run starts.";
    return new EmptyState("fth-activity", words, null, () -> {});
  }
}
