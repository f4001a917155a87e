package kindred.gui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kindred.data.DatasetInfo;
import kindred.data.Datasets;
import kindred.experiment.ByolStage;
import kindred.experiment.LatentMethod;
import kindred.experiment.LatentStage;
import kindred.experiment.NeighborStage;
import kindred.experiment.Setting.Takes;
import kindred.experiment.Stage;
import kindred.experiment.TrainingPlan;
import kindred.experiment.TrainingStage;
import kindred.gui.core.Board;
import kindred.gui.core.Remembered;
import kindred.gui.core.RunRow;
import kindred.gui.core.Words;
import kindred.run.Standing;

/**
 * What the workspace has to offer for the settings that name something in it: data sets and runs,
 * newest first, those that do not fit with the reason. For the application thread.
 */
final class Inputs {
  private final Board board;
  private final Remembered remembered;
  private final Form form;

  Inputs(Board board, Remembered remembered, Form form) {
    this.board = board;
    this.remembered = remembered;
    this.form = form;
  }

  /** For a setting that takes a data set or a run. */
  List<Offer> offers(Field field) {
    Takes takes = field.setting().says().takes();
    List<Offer> offers = new ArrayList<>();
    if (takes == Takes.DATASET || takes == Takes.LABELED_DATASET) {
      board.datasets().forEach(entry -> offers.add(dataset(entry, takes)));
    } else if (takes.run()) {
      for (RunRow run : board.runs()) {
        run.stage()
            .filter(stage -> kindFits(takes, stage))
            .ifPresent(stage -> offers.add(0, run(run, stage, takes)));
      }
    }
    return offers;
  }

  private static Offer dataset(Datasets.Entry entry, Takes takes) {
    String hindrance = null;
    if (entry.info().isEmpty()) {
      hindrance = "is damaged";
    } else if (takes == Takes.LABELED_DATASET && entry.info().get().classes().isEmpty()) {
      hindrance = "has no labels";
    }
    String count =
        entry.info().map(info -> Words.count(info.count(), "image", "images")).orElse("");
    return new Offer(entry.name(), entry.name(), count, null, hindrance);
  }

  private static boolean kindFits(Takes takes, Stage stage) {
    return takes == Takes.NEIGHBORS
        ? stage instanceof NeighborStage
        : stage instanceof LatentStage || stage instanceof ByolStage;
  }

  private Offer run(RunRow run, Stage stage, Takes takes) {
    String hindrance = run.standing() == Standing.DONE ? misfit(stage, takes) : "is not done yet";
    return new Offer(run.id(), run.name(), "", run.standing(), hindrance);
  }

  private String misfit(Stage stage, Takes takes) {
    return switch (takes) {
      case NEIGHBORS -> otherImages((NeighborStage) stage);
      case REPRESENTATION -> withoutLabels(stage);
      case WEIGHTS -> otherEncoder(stage);
      default -> null;
    };
  }

  private String otherImages(NeighborStage neighbors) {
    String wanted = form.find("data").map(Field::effective).orElse("");
    Optional<String> has = imagesOf(neighbors);
    return has.isPresent() && !wanted.isEmpty() && !has.get().equals(wanted)
        ? "has neighbors of another data set, " + has.get()
        : null;
  }

  private String withoutLabels(Stage stage) {
    return info(imagesOf(stage).orElse(""))
        .filter(info -> info.classes().isEmpty())
        .map(info -> "its data set " + info.name() + " has no labels")
        .orElse(null);
  }

  private String otherEncoder(Stage stage) {
    if (stage instanceof LatentStage latent && latent.method() == LatentMethod.AD) {
      return "an auto-decoder has no encoder";
    }
    String wanted = form.find("training.encoder").map(Field::effective).orElse("");
    String has = encoderOf(stage);
    return has.equals(wanted) ? null : "has another encoder, " + has;
  }

  private static String encoderOf(Stage stage) {
    return ((TrainingStage) stage).training().encoder().toString();
  }

  /** The data set that a stage is about, as far as it can be known. */
  Optional<String> imagesOf(Stage stage) {
    if (stage instanceof TrainingStage training) {
      return Optional.of(training.data());
    } else if (stage instanceof NeighborStage neighbors && neighbors.data() != null) {
      return Optional.of(neighbors.data());
    }
    return board.run(stage.input()).flatMap(RunRow::stage).flatMap(this::imagesOf);
  }

  /** See {@link Board#training}. */
  Optional<TrainingPlan> training(String run) {
    return board.training(run);
  }

  /**
   * The one to propose: the latest that fits, the data set that was looked at last, and neighbors
   * in a latent space before others.
   */
  Optional<Offer> proposal(Field field) {
    List<Offer> fitting = offers(field).stream().filter(Offer::fits).toList();
    if (field.setting().says().takes() == Takes.DATASET) {
      String last = remembered.text(Remembered.DATASET, "");
      return fitting.stream()
          .filter(offer -> offer.value().equals(last))
          .findFirst()
          .or(() -> fitting.stream().findFirst());
    }
    return fitting.stream()
        .filter(offer -> field.setting().says().takes() == Takes.VECTORS)
        .filter(offer -> board.run(offer.value()).get().stage().get() instanceof LatentStage)
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  /** What is known of a data set of the workspace. */
  Optional<DatasetInfo> info(String name) {
    return board.datasets().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .flatMap(Datasets.Entry::info);
  }

  /** Why what was chosen for a setting will not do, or nothing. */
  Optional<Form.Objection> objection() {
    return form.fields().stream()
        .filter(field -> field.appliesProperty().get() && !field.isUsual())
        .filter(Field::isInput)
        .flatMap(field -> hindrance(field).map(why -> new Form.Objection(field, why)).stream())
        .findFirst();
  }

  private Optional<String> hindrance(Field field) {
    String name = field.effective();
    Takes takes = field.setting().says().takes();
    if (takes == Takes.FILE || (takes.file() && isFile(name))) {
      return Optional.empty();
    }
    Optional<Offer> offer =
        offers(field).stream().filter(known -> known.value().equals(name)).findFirst();
    if (offer.isEmpty()) {
      String what = takes.run() ? "run" : "data set";
      return Optional.of("there is no " + what + " " + name + " here that fits; choose another");
    }
    return offer
        .filter(known -> !known.fits())
        .map(known -> name + ": " + known.hindrance() + "; choose another");
  }

  /** As runs' ids have neither dots nor slashes. */
  static boolean isFile(String name) {
    return name.contains(".") || name.contains("/") || name.contains("\\");
  }
}
