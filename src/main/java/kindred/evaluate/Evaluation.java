package kindred.evaluate;

import java.util.List;
import kindred.experiment.EvaluateStage;

/**
 * What {@code evaluation.json} holds: a frozen encoder's accuracies with the settings they were
 * measured under.
 *
 * @param encoder the run whose encoder was measured
 * @param data the data set the classifiers learned from
 * @param test the data set the test images came from
 * @param trainImages number of labeled images that the classifiers learned from
 * @param testImages number of labeled images they were tested on
 * @param encoderSawTestImages whether the encoder was trained on the test images, without labels
 * @param settings as asked for
 * @param probe linear probe
 * @param knn weighted k-NN
 */
public record Evaluation(
    String encoder,
    String data,
    String test,
    int trainImages,
    int testImages,
    boolean encoderSawTestImages,
    List<String> classes,
    EvaluateStage settings,
    Accuracy probe,
    Accuracy knn) {}
