package kindred.gui.data;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kindred.gui.core.Background;
import kindred.gui.core.OneWayConverter;
import kindred.gui.core.Words;
import kindred.gui.data.ClassBalance.Share;

/** All images of a data set, or those of a class. */
final class ImagesView implements DataView {
  private static final int ALL = Integer.MIN_VALUE;
  private static final double USUAL_SIDE = 64;

  private final ThumbnailGrid grid;
  private final BigPicture big;
  private final ComboBox<Share> filter = new ComboBox<>();
  private final ToggleButton byClass = new ToggleButton("By class");
  private final ToggleButton byNumber = new ToggleButton("By number");
  private final VBox view = new VBox(8);
  private Opened opened;
  private ImageOrder order;

  /**
   * @param preview told the number of an image whose augmentation is wanted
   */
  ImagesView(Background background, IntConsumer preview) {
    this.grid = new ThumbnailGrid(this::open);
    this.big = new BigPicture(background, this::back, preview);
    StackPane stack = new StackPane(grid.view(), big.view());
    VBox.setVgrow(stack, Priority.ALWAYS);
    view.getStyleClass().add("data-tab");
    view.getChildren().addAll(tools(), stack);
  }

  private HBox tools() {
    filter.setId("class-filter");
    filter.setAccessibleText("Class to be shown");
    filter.setPrefWidth(224);
    filter.setMinWidth(120);
    filter.setConverter(
        new OneWayConverter<>(share -> share.name() + " (" + Words.count(share.images()) + ")"));
    filter.valueProperty().addListener((property, before, now) -> arrange());
    ToggleGroup orders = group(byClass, byNumber);
    orders.selectToggle(byClass);
    orders.selectedToggleProperty().addListener((property, before, now) -> arrange());
    ToggleGroup sizes = new ToggleGroup();
    HBox sizeButtons = new HBox();
    for (double side : new double[] {32, USUAL_SIDE, 96, 128}) {
      ToggleButton button = new ToggleButton(String.valueOf((int) side));
      button.setAccessibleText("Thumbnails of " + (int) side + " pixels");
      button.setUserData(side);
      button.setToggleGroup(sizes);
      sizeButtons.getChildren().add(button);
      if (side == USUAL_SIDE) {
        sizes.selectToggle(button);
      }
    }
    keepOne(sizes);
    sizes
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                grid.side((Double) now.getUserData());
              }
            });
    pill(sizeButtons);
    HBox orderButtons = new HBox(byClass, byNumber);
    pill(orderButtons);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, filter, orderButtons, space, new Label("Size"), sizeButtons);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** Toggle buttons that stand as one. */
  static void pill(HBox buttons) {
    int last = buttons.getChildren().size() - 1;
    for (int i = 0; i <= last; i++) {
      buttons
          .getChildren()
          .get(i)
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
    }
    buttons.setMinWidth(Region.USE_PREF_SIZE);
  }

  private static ToggleGroup group(ToggleButton... buttons) {
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(List.of(buttons));
    keepOne(group);
    return group;
  }

  /** A second click on a toggle leaves it chosen. */
  static void keepOne(ToggleGroup group) {
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              Toggle kept = before;
              if (now == null && kept != null) {
                kept.setSelected(true);
              }
            });
  }

  @Override
  public String title() {
    return "Images";
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(Opened data) {
    big.close();
    opened = null; // while the choices are replaced
    boolean labeled = data != null && data.balance().labeled();
    byClass.setDisable(!labeled);
    byNumber.setDisable(!labeled);
    filter.setDisable(!labeled);
    if (data == null) {
      return;
    }
    Share all = new Share(ALL, labeled ? "All classes" : "All images", data.set().count());
    filter.setItems(FXCollections.observableArrayList(data.balance().classes()));
    filter.getItems().add(0, all);
    filter.setValue(all);
    opened = data;
    arrange();
  }

  /** Shows the images of one class only. */
  void showClass(int label) {
    filter.getItems().stream()
        .filter(share -> share.label() == label)
        .findFirst()
        .ifPresent(filter::setValue);
  }

  private void arrange() {
    Share chosen = filter.getValue();
    if (opened == null || chosen == null) {
      return;
    }
    big.close();
    if (chosen.label() != ALL) {
      order = ImageOrder.byClass(opened.set(), label -> label == chosen.label());
    } else if (byNumber.isSelected()) {
      order = ImageOrder.byNumber(opened.set());
    } else {
      order = ImageOrder.byClass(opened.set());
    }
    grid.show(opened, order);
  }

  private void open(int place) {
    big.show(opened, order::image, order.size(), place);
  }

  private void back() {
    if (opened != null) {
      grid.mark(big.place());
    }
    grid.view().requestFocus();
  }
}
