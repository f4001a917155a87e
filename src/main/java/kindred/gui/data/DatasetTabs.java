package kindred.gui.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import kindred.gui.core.Session;

/** All views of one data set; each is filled when it is first looked at. */
final class DatasetTabs {
  private final ImagesView images;
  private final AugmentationView augmentation;
  private final SkippedView skipped = new SkippedView();
  private final TabPane pane = new TabPane();
  private final Map<DataView, Opened> shown = new HashMap<>();
  private Opened opened;

  DatasetTabs(Session session) {
    images = new ImagesView(session.background(), this::augment);
    augmentation = new AugmentationView(session.background());
    ClassesView classes = new ClassesView(this::showClass);
    pane.setId("dataset-tabs");
    pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    for (DataView view :
        List.of(
            images,
            classes,
            new DuplicatesView(session),
            augmentation,
            skipped,
            new DetailsView())) {
      Tab tab = new Tab(view.title());
      tab.setUserData(view);
      pane.getTabs().add(tab);
    }
    pane.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> fill());
  }

  TabPane view() {
    return pane;
  }

  /** Shows a data set; null for none. */
  void show(Opened data) {
    opened = data;
    for (Tab tab : pane.getTabs()) {
      DataView view = (DataView) tab.getUserData();
      if (view.equals(skipped)) {
        int count = data == null ? 0 : data.sources().skipped().size();
        tab.setText(skipped.title() + (count == 0 ? "" : " (" + count + ")"));
      }
      if (shown.get(view) != null) {
        view.show(null); // lets go of the one before
        shown.remove(view);
      }
    }
    fill();
  }

  private void fill() {
    Tab tab = pane.getSelectionModel().getSelectedItem();
    if (tab == null) {
      return;
    }
    DataView view = (DataView) tab.getUserData();
    if (tab.getContent() == null) {
      tab.setContent(view.view());
    }
    if (opened == null) {
      return;
    }
    if (!opened.equals(shown.get(view))) {
      shown.put(view, opened);
      view.show(opened);
    }
  }

  private void select(DataView view) {
    pane.getTabs().stream()
        .filter(tab -> view.equals(tab.getUserData()))
        .findFirst()
        .ifPresent(pane.getSelectionModel()::select);
  }

  /** Brings the view of this title to the front. */
  void select(String title) {
    for (Tab tab : pane.getTabs()) {
      if (((DataView) tab.getUserData()).title().equals(title)) {
        pane.getSelectionModel().select(tab);
      }
    }
  }

  void showSkipped() {
    select(skipped);
  }

  private void showClass(int label) {
    select(images);
    images.showClass(label);
  }

  private void augment(int image) {
    select(augmentation);
    augmentation.look(image);
  }
}
