package kindred.gui.search;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import kindred.gui.core.Tips;
import kindred.gui.picture.ImageChooser;
import kindred.gui.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;

/** The image whose neighbors are shown, large, with the ways to another one. */
final class QueryColumn extends VBox {
  private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
  private static final double SIDE = 192;
  private static final double WIDTH = 216; // of the buttons

  private final SearchModel model;
  private final Taking taking;
  private final Picture picture = new Picture(SIDE);
  private final Label name = new Label();
  private final ImageChooser chooser = new ImageChooser();
  private final VBox history = new VBox();

  QueryColumn(SearchModel model, Taking taking) {
    super(8);
    this.model = model;
    this.taking = taking;
    setId("search-query");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    name.getStyleClass().add("strong");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Label before = new Label("Before");
    before.getStyleClass().addAll("quiet", "small");
    before.visibleProperty().bind(Bindings.size(model.history()).greaterThan(1));
    history.getStyleClass().add("search-history");
    history.visibleProperty().bind(before.visibleProperty());
    VBox.setVgrow(history, Priority.SOMETIMES);
    history.setMinHeight(0);
    Rectangle clip = new Rectangle(SIDE, 0);
    clip.heightProperty().bind(history.heightProperty());
    history.setClip(clip);
    getChildren().addAll(picture, name, ways(), before, history);
    model.pictureProperty().addListener((property, was, now) -> draw());
    model.queryProperty().addListener((property, was, now) -> draw());
    model.history().addListener((InvalidationListener) changed -> listHistory());
    draw();
  }

  private Node ways() {
    Button open = button("search-open", "Open…", "fth-folder", "Open an image file");
    open.setOnAction(event -> taking.choose());
    Button pick = button("search-pick", "Pick…", "fth-grid", "Pick an image of the data set");
    pick.disableProperty().bind(model.picturesProperty().isNull());
    pick.setOnAction(event -> chooser.ask(pick, model.picturesProperty().get(), model::ask));
    Button paste = button("search-paste", null, "fth-clipboard", "Paste an image (Ctrl+V)");
    paste.getStyleClass().add("button-icon");
    paste.setOnAction(event -> taking.paste());
    HBox row = new HBox(8, open, pick, paste);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button button(String id, String text, String icon, String help) {
    Button button = new Button(text, new FontIcon(icon));
    button.setId(id);
    Tips.set(button, help);
    button.setAccessibleText(help);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void draw() {
    Query query = model.queryProperty().get();
    name.setText(query == null ? "No image yet" : query.name());
    boolean nothing = query == null || model.pictureProperty().get() == null;
    picture.pseudoClassStateChanged(NOTHING, nothing);
    if (nothing) {
      picture.clear();
    } else if (query.image().number() != null && model.picturesProperty().get() != null) {
      picture.show(model.picturesProperty().get(), query.image().number());
    } else {
      picture.show(model.pictureProperty().get(), query.name());
    }
  }

  private void listHistory() {
    List<Node> links = new ArrayList<>();
    for (Query query : model.history()) {
      Hyperlink link = new Hyperlink(query.name());
      link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      link.setMaxWidth(SIDE);
      link.setAccessibleText("Search for " + query.name() + " again");
      link.setOnAction(event -> model.ask(query));
      links.add(link);
    }
    history.getChildren().setAll(links);
  }
}
