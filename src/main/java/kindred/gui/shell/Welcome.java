package kindred.gui.shell;

import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kindred.experiment.Experiment;
import kindred.gui.core.Navigator;
import kindred.gui.core.Place;
import kindred.gui.core.Session;
import kindred.run.RunFolder;
import org.kordamp.ikonli.javafx.FontIcon;

/** Greets who opens a workspace without runs, and offers the sample experiment and the tour. */
final class Welcome extends HBox {
  private final Session session;
  private final Navigator navigator;
  private final Button run = new Button("Run the sample experiment");
  private boolean dismissed;

  Welcome(Session session, Navigator navigator, Runnable tour) {
    this.session = session;
    this.navigator = navigator;
    setId("welcome");
    getStyleClass().addAll("card", "welcome");
    Label title = new Label("New here? The sample experiment shows everything once.");
    title.getStyleClass().add("strong");
    Label text =
        new Label(
            "On 10,000 images of clothing: a latent space, neighbors, BYOL without and with them,"
                + " and what that brought. Three to five minutes on two cores.");
    text.setWrapText(true);
    text.getStyleClass().add("quiet");
    VBox words = new VBox(4, title, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    run.setId("run-sample");
    run.getStyleClass().add("accent");
    run.setOnAction(event -> runSample());
    Button tourButton = new Button("Take the tour");
    tourButton.setId("take-tour");
    tourButton.setOnAction(event -> tour.run());
    Button close = new Button(null, new FontIcon("fth-x"));
    close.getStyleClass().addAll("button-icon", "flat");
    close.setAccessibleText("Hide this");
    close.setOnAction(
        event -> {
          dismissed = true;
          update();
        });
    for (Button button : new Button[] {run, tourButton, close}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(words, run, tourButton, close);
    setAlignment(Pos.CENTER_LEFT);
    session.board().runs().addListener((InvalidationListener) change -> update());
    session.board().datasets().addListener((InvalidationListener) change -> update());
    update();
  }

  private void update() {
    boolean fresh =
        session.board().runs().isEmpty() && !session.board().datasets().isEmpty() && !dismissed;
    setVisible(fresh);
    setManaged(fresh);
  }

  /** Queues all stages of the sample experiment. */
  void runSample() {
    run.setDisable(true);
    session
        .background()
        .run(
            () -> session.jobs().launch(Experiment.sample()),
            this::launched,
            failure -> {
              run.setDisable(false);
              session.notices().problem(failure);
            });
  }

  private void launched(Map<String, RunFolder> runs) {
    run.setDisable(false);
    session.board().refresh();
    session
        .notices()
        .info(
            "The sample experiment is in the queue: " + runs.size() + " runs, one after another.");
    navigator.open(Place.RUNS);
  }
}
