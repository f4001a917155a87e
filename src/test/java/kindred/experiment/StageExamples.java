package kindred.experiment;

import java.util.List;
import java.util.stream.Stream;

/** Stages of all kinds that use every setting there is. */
public final class StageExamples {
  private static final String[] JSON = {
    "{'stage': 'latent', 'data': 'cats'}",
    "{'stage': 'latent', 'method': 'vae', 'data': 'cats', 'beta': 1e-3}",
    "{'stage': 'latent', 'method': 'vae', 'data': 'cats'}",
    "{'stage': 'latent', 'method': 'ad', 'data': 'my cats.v2'}",
    """
    {'stage': 'latent', 'method': 'ad', 'data': 'cats', 'codes': {'rate': 0.002, 'lambda': 0,
     'deviation': 0.1, 'searchSteps': 7, 'searchRate': 0.3}, 'training': {'batch': 64}}
    """,
    """
    {'stage': 'latent', 'data': 'cats', 'training': {'epochs': 3, 'batch': 64,
     'learningRate': 1.23e-5, 'encoder': 'resnet18', 'latent': 32, 'weights': '/a b/it\\'s.safetensors',
     'seed': -9007199254740993, 'limit': 1000, 'holdout': 0.1, 'splitSeed': -3, 'device': 'cuda:1',
     'threads': 2, 'precision': 'fp32', 'keepEvery': 2}}
    """,
    """
    {'stage': 'latent', 'data': 'cats', 'training': {'encoder': 'resnet50', 'optimizer':
     {'kind': 'adamw', 'weightDecay': 0.01, 'beta1': 0.8, 'beta2': 0.95, 'clip': 2}}}
    """,
    """
    {'stage': 'latent', 'data': 'cats', 'training': {'optimizer': {'kind': 'sgd',
     'momentum': 0.5, 'nesterov': true, 'weightDecay': 5e-4}, 'schedule': {'kind': 'step',
     'warmup': 0.5, 'stepEvery': 4, 'stepFactor': 0.3}}}
    """,
    """
    {'stage': 'latent', 'data': 'cats', 'training': {'learningRate': 4e-4, 'optimizer':
     {'kind': 'lars', 'trust': 0.01}, 'schedule': {'kind': 'cosine', 'warmup': 2}}}
    """,
    "{'stage': 'neighbors', 'source': 'ae-1'}",
    "{'stage': 'neighbors', 'source': '-odd name.npz', 'data': 'cats', 'metric': 'cosine',"
        + " 'prepare': 'whiten', 'k': 50}",
    "{'stage': 'neighbors', 'source': '/some/vectors.csv', 'prepare': 'center', 'k': 2}",
    "{'stage': 'byol', 'data': 'cats'}",
    "{'stage': 'byol', 'data': 'cats', 'prob': 0.3, 'posWeight': 0.25}",
    "{'stage': 'byol', 'way': 'probabilistic', 'data': 'cats', 'neighbors': 'neighbors-cosine-3',"
        + " 'prob': 1}",
    "{'stage': 'byol', 'way': 'weighted', 'data': 'cats', 'neighbors': '/a/neighbors.npz',"
        + " 'posWeight': 0, 'positives': {'mix': 'after', 'randomWeight': '0.3..0.7'}}",
    """
    {'stage': 'byol', 'way': 'probabilistic', 'data': 'cats', 'neighbors': 'neighbors-cosine-3',
     'positives': {'from': 'oracle', 'k': 5, 'mutual': 3, 'closest': 0.25, 'maxDistance': 0.7,
     'veto': '/a/veto.jsonl', 'verdicts': true,
     'verdictFile': '/a/verdicts.jsonl', 'weakNeighbor': true, 'refresh': 2, 'metric': 'cosine',
     'prepare': 'center'}}
    """,
    "{'stage': 'byol', 'way': 'weighted', 'data': 'cats', 'positives': {'refresh': 1}}",
    "{'stage': 'byol', 'way': 'probabilistic', 'data': 'cats', 'positives': {'from': 'random'}}",
    """
    {'stage': 'byol', 'way': 'baseline', 'data': 'cats', 'training': {'ema': 0.996,
     'emaSchedule': 'cosine', 'weights': 'ae-1', 'optimizer': {'kind': 'lars', 'momentum': 0.8}}}
    """,
    "{'stage': 'evaluate', 'source': 'ae-1'}",
    "{'stage': 'evaluate', 'source': 'ae-1', 'test': 'cats-test', 'k': 5, 'temperature': 0.07,"
        + " 'probeEpochs': 3, 'seed': 8}",
    "{'stage': 'evaluate', 'source': 'byol-baseline-4', 'holdout': 0.5}",
  };

  private StageExamples() {}

  public static List<Stage> all() {
    return Stream.of(JSON)
        .map(text -> text.replace("\\'", "\0").replace('\'', '"').replace('\0', '\''))
        .map(text -> Json.read(text, Stage.class, text))
        .toList();
  }
}
