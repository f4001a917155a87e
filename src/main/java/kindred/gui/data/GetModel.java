package kindred.gui.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kindred.data.Datasets;
import kindred.data.ImportResult;
import kindred.data.published.GetProgress;
import kindred.data.published.Getting;
import kindred.data.published.PublishedSet;
import kindred.experiment.BadInput;
import kindred.gui.core.Activity;
import kindred.gui.core.Session;
import kindred.gui.core.Words;

/**
 * Published image sets and the way to them: one at a time, in the background, and never without the
 * user's yes. For the application thread.
 */
final class GetModel {
  static final String YES = "Download";

  private final Session session;
  private final List<PublishedSet> sets;
  private final Consumer<String> made;
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty size = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Running> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<String, Long>> kept =
      new ReadOnlyObjectWrapper<>(Map.of());

  /** A set on its way. */
  record Running(PublishedSet set, Activity activity) {}

  /** What a user is asked to agree to. */
  private record Wish(PublishedSet set, URI from, String name, int size) {}

  /**
   * @param made told the name of a data set that was made
   */
  GetModel(Session session, List<PublishedSet> sets, Consumer<String> made) {
    this.session = session;
    this.sets = sets;
    this.made = made;
    address.addListener((property, before, now) -> problem.set(""));
    size.addListener((property, before, now) -> problem.set(""));
  }

  /** Looks how much of each set has been downloaded. */
  void refresh() {
    Path downloads = downloads();
    session
        .background()
        .run(
            () -> {
              Map<String, Long> bytes = new HashMap<>();
              for (PublishedSet set : sets) {
                bytes.put(set.name(), Getting.kept(set, downloads));
              }
              return Map.copyOf(bytes);
            },
            kept::set);
  }

  private Path downloads() {
    return Getting.downloads(session.workspace().path());
  }

  /** Asks whether to download a set, and does so after a yes. */
  void get(PublishedSet set) {
    if (running.get() != null) {
      return;
    }
    try {
      Wish wish = wish(set);
      problem.set("");
      Optional<String> answer =
          session.choosers().ask("Download " + set.title() + "?", question(wish), YES);
      if (answer.equals(Optional.of(YES))) {
        start(wish);
      }
    } catch (BadInput e) {
      problem.set(e.getMessage());
    }
  }

  private Wish wish(PublishedSet set) {
    URI from = address.get().isBlank() ? set.from() : Getting.address(address.get());
    int side = set.size();
    if (!size.get().isBlank()) {
      side = ImportModel.pixels(size.get());
    }
    return new Wish(set, from, name(set, side), side);
  }

  /** The set's name, or with its size if there is such a data set already. */
  private String name(PublishedSet set, int side) {
    List<String> taken = session.board().datasets().stream().map(Datasets.Entry::name).toList();
    String longer = set.name() + "-" + side;
    if (taken.contains(set.name()) && taken.contains(longer)) {
      throw new BadInput(
          "there are data sets '%s' and '%s' already; choose another size or remove one first"
              .formatted(set.name(), longer));
    }
    return taken.contains(set.name()) ? longer : set.name();
  }

  private String question(Wish wish) {
    long here = Math.min(kept.get().getOrDefault(wish.set().name(), 0L), wish.set().bytes());
    return "%s%s from %s\n\nTerms: %s\n\nIt becomes the data set '%s' of %d×%d pixels, %s."
        .formatted(
            Words.bytes((double) wish.set().bytes()),
            here == 0 ? "" : " (" + Words.bytes((double) here) + " of it here already)",
            wish.from(),
            wish.set().terms(),
            wish.name(),
            wish.size(),
            wish.size(),
            Words.bytes((double) wish.set().packed(wish.size())));
  }

  private void start(Wish wish) {
    Path datasets = session.workspace().datasets();
    Path downloads = downloads();
    Activity begun =
        session
            .background()
            .start(
                "Getting " + wish.set().title(),
                activity ->
                    new Getting(
                            wish.set(),
                            wish.from(),
                            downloads,
                            now -> activity.update(now.done() / (double) now.total(), words(now)),
                            activity::cancelled)
                        .run(wish.name(), wish.size(), datasets),
                result -> done(wish, result),
                this::failed);
    running.set(new Running(wish.set(), begun));
    begun
        .doneProperty()
        .addListener(
            (property, before, now) -> {
              running.set(null);
              session.board().refresh();
              refresh();
              if (begun.cancelled()) {
                session
                    .notices()
                    .info(
                        "Getting %s stopped; what came is kept, and the next time goes on there."
                            .formatted(wish.set().title()));
              }
            });
  }

  private void done(Wish wish, ImportResult result) {
    session
        .notices()
        .done(
            "%s: %s, %s of them kept apart for testing."
                .formatted(
                    wish.name(),
                    Words.count(result.imported(), "image", "images"),
                    result.info().keepsSplit() ? Words.count(result.info().test()) : "none"));
    made.accept(wish.name());
  }

  private void failed(Throwable failure) {
    if (failure instanceof BadInput) {
      problem.set(failure.getMessage());
    }
    session.notices().problem(failure);
  }

  /** How far it is, for a person. */
  static String words(GetProgress now) {
    String step = Words.capital(now.step().name().toLowerCase(Locale.ROOT));
    String far =
        now.step().countsImages()
            ? Words.count(now.done()) + " of " + Words.count(now.total(), "image", "images")
            : Words.bytes((double) now.done()) + " of " + Words.bytes((double) now.total());
    String pace =
        now.perSecond() <= 0
            ? ""
            : now.step().countsImages()
                ? " · " + Words.pace(now.perSecond())
                : " · " + Words.bytes(now.perSecond()) + "/s";
    String left =
        now.secondsLeft() == null ? "" : " · " + Words.duration(now.secondsLeft()) + " left";
    return step + " · " + far + pace + left;
  }

  /** Stops what is on its way; what came is kept. */
  void cancel() {
    if (running.get() != null) {
      running.get().activity().cancel();
    }
  }

  List<PublishedSet> sets() {
    return sets;
  }

  /** The address of a mirror; blank for each set's own. */
  StringProperty addressProperty() {
    return address;
  }

  /** Side of the packed images in pixels, as typed; blank for each set's own. */
  StringProperty sizeProperty() {
    return size;
  }

  /** What went wrong; empty if nothing did. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is on its way; null if nothing is. */
  ReadOnlyObjectProperty<Running> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Bytes of each set that have been downloaded, by its name. */
  ReadOnlyObjectProperty<Map<String, Long>> keptProperty() {
    return kept.getReadOnlyProperty();
  }
}
