package kindred.gui.results.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.evaluate.Evaluation;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.results.Choices;
import kindred.gui.results.Following;
import kindred.gui.results.ShareBar;
import kindred.gui.results.Sight;

/** How well each class is recognized, by both classifiers. */
public final class ClassBarsView implements ResultView {
  private static final String EMPTY =
      "How well each class is recognized. Evaluate an encoder to see which classes it tells apart.";

  private final ListView<ClassAccuracy> list = new ListView<>();
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.WORST);
  private final Sight sight;
  private final Following<Evaluation> following;
  private List<ClassAccuracy> classes = List.of();

  /**
   * A class.
   *
   * @param probe, knn shares of its images that are recognized; null without images
   * @param images tested
   */
  record ClassAccuracy(String name, Double probe, Double knn, int images) {
    /** All classes of an evaluation, in their own order. */
    static List<ClassAccuracy> of(Evaluation evaluation) {
      List<ClassAccuracy> all = new ArrayList<>();
      for (int i = 0; i < evaluation.classes().size(); i++) {
        all.add(
            new ClassAccuracy(
                evaluation.classes().get(i),
                evaluation.probe().perClass().get(i),
                evaluation.knn().perClass().get(i),
                java.util.Arrays.stream(evaluation.probe().confusion()[i]).sum()));
      }
      return all;
    }

    double orZero() {
      return probe == null ? 2 : probe; // a class without images comes last
    }
  }

  /** Of the classes. */
  enum Order {
    WORST("Hardest first"),
    BEST("Easiest first"),
    NAME("By name");

    private final String title;

    Order(String title) {
      this.title = title;
    }

    List<ClassAccuracy> of(List<ClassAccuracy> classes) {
      Comparator<ClassAccuracy> by =
          switch (this) {
            case WORST -> Comparator.comparingDouble(ClassAccuracy::orZero);
            case BEST -> Comparator.comparingDouble(one -> one.probe() == null ? 2 : -one.probe());
            case NAME -> Comparator.comparing(ClassAccuracy::name);
          };
      return classes.stream().sorted(by).toList();
    }
  }

  public ClassBarsView(Session session) {
    sight = new Sight(content(), "fth-bar-chart-2", EMPTY);
    following =
        new Following<>(
            session,
            EvaluationResult::measures,
            this::found,
            why -> sight.say(why.isEmpty() ? EMPTY : why));
    order.addListener((property, before, now) -> sort());
  }

  private Node content() {
    Choices<Order> orders =
        new Choices<>(List.of(Order.values()), order, one -> one.title, one -> one.title);
    HBox bar = new HBox(16, orders, key("bar-probe", "linear probe"), key("bar-knn", "k-NN"));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("results-bar");
    list.getStyleClass().add("class-bars");
    list.setCellFactory(view -> new BarCell());
    BorderPane content = new BorderPane(list);
    content.setTop(bar);
    return content;
  }

  private static Node key(String style, String text) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("bar", style);
    swatch.setMinSize(16, 8);
    swatch.setMaxSize(16, 8);
    Label label = new Label(text, swatch);
    label.getStyleClass().addAll("quiet", "small");
    return label;
  }

  private void found(RunRow run, Evaluation evaluation) {
    classes = ClassAccuracy.of(evaluation);
    sort();
    sight.reveal();
  }

  private void sort() {
    list.getItems().setAll(order.get().of(classes));
  }

  /** A class with two bars. One fixed tree of nodes. */
  private static final class BarCell extends ListCell<ClassAccuracy> {
    private final Label name = new Label();
    private final ShareBar probe = new ShareBar("bar-probe");
    private final ShareBar knn = new ShareBar("bar-knn");
    private final Label images = new Label();
    private final HBox row;

    BarCell() {
      name.setPrefWidth(140);
      name.setMinWidth(140);
      images.setMinWidth(88);
      images.setAlignment(Pos.CENTER_RIGHT);
      images.getStyleClass().addAll("quiet", "small");
      VBox bars = new VBox(2, probe, knn);
      HBox.setHgrow(bars, Priority.ALWAYS);
      row = new HBox(16, name, bars, images);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(ClassAccuracy item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(item.name());
      probe.show(item.probe());
      knn.show(item.knn());
      images.setText(Words.count(item.images(), "image", "images"));
      setAccessibleText(item.name() + ": linear probe " + probe.words() + ", k-NN " + knn.words());
      setGraphic(row);
    }
  }

  @Override
  public String title() {
    return "Classes";
  }

  @Override
  public Node view() {
    return sight;
  }

  @Override
  public void show(RunRow run) {
    following.follow(run);
  }
}
