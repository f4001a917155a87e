package kindred.gui.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import kindred.gui.WindowCase;
import org.junit.jupiter.api.Test;

/** Long work in pieces, in the scene of a real window. */
class TurnsTest extends WindowCase {
  private static Scene scene() throws Exception {
    return onWindowThread(() -> stage().getScene());
  }

  private static void run(Runnable work) throws Exception {
    onWindowThread(
        () -> {
          work.run();
          return null;
        });
  }

  @Test
  void whoAsksDuringAPieceHasAnAnswerBeforeTheNext() throws Exception {
    Turns turns = Turns.of(scene());
    List<String> order = new ArrayList<>();
    run(
        () -> {
          for (String piece : List.of("first", "second", "third")) {
            turns.add(
                () -> {
                  order.add(piece);
                  Platform.runLater(() -> order.add("asked in " + piece));
                });
          }
        });
    await("three pieces and answers", 5, () -> onWindowThread(order::size) == 6);
    assertThat(order)
        .containsExactly(
            "first", "asked in first", "second", "asked in second", "third", "asked in third");
  }

  @Test
  void partComesOnceItsWholeIsInAWindowAndIsStyledBeforeItHasAPlace() throws Exception {
    Pane window = (Pane) onWindowThread(() -> scene().getRoot());
    StackPane whole = new StackPane();
    Label part = new Label("part");
    List<Boolean> managed = new ArrayList<>();
    part.skinProperty().addListener(styled -> managed.add(part.isManaged()));
    run(() -> Turns.later(whole, part, () -> whole.getChildren().add(part)));
    assertThat(whole.getChildren()).isEmpty();

    run(() -> window.getChildren().add(whole));
    await("the part", 5, () -> onWindowThread(() -> part.isManaged() && part.getWidth() > 0));
    assertThat(managed).containsExactly(false);
    assertThat(whole.getChildren()).containsExactly(part);
  }

  @Test
  void whatWasTakenAwayWhileItGrewGoesOnGrowingWhenItIsBack() throws Exception {
    StackPane window = (StackPane) onWindowThread(() -> scene().getRoot());
    Region tall = new Region();
    tall.setPrefHeight(5000);
    StackPane room = new StackPane(tall);
    room.setAlignment(javafx.geometry.Pos.TOP_CENTER);
    List<Double> heights = new ArrayList<>();
    tall.heightProperty().addListener((property, before, now) -> heights.add(now.doubleValue()));
    run(
        () -> {
          Pulses.unroll(tall);
          window.getChildren().add(room);
        });
    await("the beginning", 5, () -> onWindowThread(() -> tall.getHeight() > 0));
    run(() -> window.getChildren().remove(room));
    run(() -> window.getChildren().add(room));
    double whole = onWindowThread(() -> scene().getHeight());
    await("its height", 5, () -> onWindowThread(() -> tall.getHeight() >= whole));
    assertThat(heights).isSorted().hasSizeGreaterThan(3);
  }
}
