package kindred.gui.results.neighbors;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import kindred.gui.core.ResultView;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.core.Words;
import kindred.gui.picture.Pictures;
import kindred.gui.results.Choices;
import kindred.gui.results.Following;
import kindred.gui.results.PictureSize;
import kindred.gui.results.Sight;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Images with their neighbors, a row each, in an order that is chosen; only the rows in sight are
 * ever made.
 */
public final class NeighborPairsView implements ResultView {
  private static final String EMPTY =
      "Each image beside its nearest others. Find neighbors in a latent space to see them here.";

  private final Session session;
  private final ObjectProperty<PairOrder> order = new SimpleObjectProperty<>(PairOrder.CLOSEST);
  private final ListView<Integer> list = new ListView<>();
  private final Label count = new Label();
  private final Button again = new Button(null, new FontIcon("fth-refresh-cw"));
  private final Sight sight;
  private final Following<NeighborResult> following;
  private NeighborResult result;
  private long seed = 1;
  private int asked;

  public NeighborPairsView(Session session) {
    this.session = session;
    list.setId("neighbor-pairs");
    list.getStyleClass().add("pairs");
    sight = new Sight(content(), "fth-share-2", EMPTY);
    following =
        new Following<>(
            session,
            run -> NeighborResult.read(session.workspace(), run),
            this::found,
            why -> sight.say(why.isEmpty() ? EMPTY : why));
    order.addListener((property, before, now) -> sort());
  }

  private Node content() {
    Choices<PairOrder> orders =
        new Choices<>(List.of(PairOrder.values()), order, PairOrder::title, PairOrder::help);
    again.setTooltip(new Tooltip("Another random order"));
    again.setAccessibleText("Another random order");
    again.getStyleClass().addAll("button-icon", "flat");
    again.visibleProperty().bind(order.isEqualTo(PairOrder.RANDOM));
    again.setOnAction(
        event -> {
          seed++;
          sort();
        });
    count.getStyleClass().add("quiet");
    HBox bar = new HBox(16, orders, count, again);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("results-bar");
    BorderPane content = new BorderPane(list);
    content.setTop(bar);
    return content;
  }

  private void found(RunRow run, NeighborResult now) {
    result = now;
    Pictures pictures = new Pictures(now.images(), session.background());
    double side = PictureSize.side(now.images(), 56);
    list.getItems().clear();
    list.setFixedCellSize(PairCell.height(side));
    list.setCellFactory(view -> new PairCell(now, pictures, side));
    sight.reveal();
    sort();
  }

  private void sort() {
    if (result == null) {
      return;
    }
    NeighborResult of = result;
    PairOrder by = order.get();
    long drawn = seed;
    int number = ++asked;
    session
        .background()
        .run(
            () -> by.of(of, drawn),
            images -> {
              if (number == asked) {
                list.getItems().setAll(images);
                list.scrollTo(0);
                count.setText(Words.count(images.size(), "image", "images") + of(of));
              }
            });
  }

  private static String of(NeighborResult result) {
    int k = result.graph().k();
    String all = " with " + Words.count(k, "neighbor", "neighbors") + " each";
    return k <= PairCell.MOST ? all : all + ", the nearest " + PairCell.MOST + " shown";
  }

  @Override
  public String title() {
    return "Pairs";
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
