package kindred.gui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import kindred.data.ImageSet;
import kindred.experiment.NeighborStage;
import kindred.experiment.TrainingStage;
import kindred.gui.core.Answered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Session;
import kindred.gui.picture.Pictures;
import kindred.gui.picture.PixelImages;
import kindred.run.LiveAnswer;
import kindred.run.LiveProcesses;
import kindred.run.Standing;

/**
 * One image at a time and its neighbors in one latent space at a time; changing either, or how
 * distance is measured, searches anew. For the application thread; a process of its own computes.
 */
final class SearchModel {
  private static final int REMEMBERED = 12;
  private static final String LANE = "search";

  private final Session session;
  private final LiveProcesses live;
  private final ObservableList<RunRow> spaces = FXCollections.observableArrayList();
  private final ObjectProperty<RunRow> space = new SimpleObjectProperty<>();
  private final ObjectProperty<Distance> distance = new SimpleObjectProperty<>(Distance.EUCLIDEAN);
  private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(20);
  private final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Image> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Pictures> pictures = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  private final ObservableList<Query> history = FXCollections.observableArrayList();
  private int asked;

  SearchModel(Session session, LiveProcesses live) {
    this.session = session;
    this.live = live;
    space.addListener((property, before, now) -> entered(now));
    distance.addListener((property, before, now) -> search());
    count.addListener((property, before, now) -> search());
  }

  /** Looks again which latent spaces there are; the newest is first. */
  void findSpaces() {
    List<RunRow> now = new ArrayList<>();
    for (RunRow row : session.board().runs()) {
      if (row.standing() == Standing.DONE && data(row).isPresent()) {
        now.add(0, row);
      }
    }
    if (!spaces.equals(now)) {
      RunRow kept = space.get();
      spaces.setAll(now);
      space.set(now.contains(kept) ? kept : null);
    }
    if (space.get() == null && !spaces.isEmpty()) {
      space.set(spaces.get(0));
    }
  }

  private static Optional<String> data(RunRow run) {
    return run.stage()
        .filter(TrainingStage.class::isInstance)
        .map(stage -> ((TrainingStage) stage).data());
  }

  /**
   * Chooses the latent space that belongs to a run: itself, or what its neighbors were found in.
   *
   * @return whether there is one that is finished
   */
  boolean enter(RunRow run) {
    findSpaces();
    RunRow wanted = run;
    if (run.stage().orElse(null) instanceof NeighborStage neighbors) {
      wanted = session.board().run(neighbors.source()).orElse(null);
      distance.set(Distance.of(neighbors));
    }
    boolean there = spaces.contains(wanted);
    if (there) {
      space.set(wanted);
    }
    return there;
  }

  private void entered(RunRow run) {
    hits.clear();
    summary.set("");
    Optional<String> data = run == null ? Optional.empty() : data(run);
    if (data.isEmpty()) {
      pictures.set(null);
      return;
    }
    if (pictures.get() != null && pictures.get().set().name().equals(data.get())) {
      search();
      return;
    }
    session
        .background()
        .run(
            () -> session.workspace().images(data.get()),
            set -> {
              if (space.get() == run) {
                opened(set);
              }
            },
            failure -> {
              pictures.set(null);
              failed(String.valueOf(failure.getMessage()));
            });
  }

  private void opened(ImageSet set) {
    pictures.set(new Pictures(set, session.background()));
    if (query.get() != null && !query.get().fits(set.name())) {
      query.set(null);
      picture.set(null);
    }
    search();
  }

  /** Looks for the neighbors of an image. */
  void ask(Query wanted) {
    query.set(wanted);
    picture.set(null);
    search();
  }

  /** Looks for the neighbors of an image of the data set. */
  void ask(int image) {
    if (pictures.get() != null) {
      ask(Query.of(pictures.get().set().name(), image));
    }
  }

  private void search() {
    Query wanted = query.get();
    RunRow run = space.get();
    if (wanted == null || run == null || pictures.get() == null) {
      return;
    }
    int number = ++asked;
    busy.set(true);
    problem.set("");
    Answered.tell(
        live.of(run.folder()).askLatest(distance.get().nearest(wanted.image(), count.get()), LANE),
        session.notices(),
        found -> {
          if (number == asked) {
            arrived(wanted, found);
          }
        },
        why -> {
          if (number == asked) {
            failed(why);
          }
        });
  }

  private void arrived(Query wanted, LiveAnswer.Found found) {
    busy.set(false);
    ImageSet set = pictures.get().set();
    picture.set(
        PixelImages.of(
            found.pixels(), set.info().channels(), set.info().height(), set.info().width()));
    List<Hit> now = new ArrayList<>();
    for (int i = 0; i < found.images().length; i++) {
      now.add(new Hit(i + 1, found.images()[i], found.distances()[i]));
    }
    hits.setAll(now);
    summary.set(HitClasses.words(set, wanted, now));
    remember(wanted);
  }

  private void failed(String why) {
    busy.set(false);
    hits.clear();
    summary.set("");
    problem.set(why);
  }

  private void remember(Query wanted) {
    List<Query> now = new ArrayList<>(history);
    if (!now.contains(wanted)) {
      now.add(0, wanted);
      history.setAll(now.subList(0, Math.min(REMEMBERED, now.size())));
    }
  }

  /** Says what went wrong before anything was asked. */
  void say(String words) {
    problem.set(words);
  }

  /** Finished runs with vectors, newest first. */
  ObservableList<RunRow> spaces() {
    return spaces;
  }

  ObjectProperty<RunRow> spaceProperty() {
    return space;
  }

  ObjectProperty<Distance> distanceProperty() {
    return distance;
  }

  /** How many neighbors. */
  ObjectProperty<Integer> countProperty() {
    return count;
  }

  /** Whose neighbors are shown or looked for; null for nobody's. */
  ReadOnlyObjectProperty<Query> queryProperty() {
    return query.getReadOnlyProperty();
  }

  /** It as it would lie in the data set; null until it has been read. */
  ReadOnlyObjectProperty<Image> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** The images of the space's data set; null until it is open. */
  ReadOnlyObjectProperty<Pictures> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why there is nothing to see, or empty. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** The neighbors, nearest first. */
  ObservableList<Hit> hits() {
    return hits;
  }

  /** What was looked for before, the latest first. */
  ObservableList<Query> history() {
    return history;
  }
}
