package kindred.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import kindred.array.NamedArray;
import kindred.experiment.BadInput;
import kindred.model.Initial;
import kindred.model.ParameterSpec;

/**
 * All tensors of a method in training, in the lists that its program takes as arguments.
 *
 * <p>{@code p} trained parameters, {@code s} running statistics, {@code t} and {@code ts} the
 * target's parameters and statistics, the lists of the optimizer's state, and {@code c} the images'
 * codes with their own moments and steps.
 */
public final class LearnerTensors implements AutoCloseable {
  private static final List<String> OF_NETWORKS = List.of("p", "s", "t", "ts");

  private final List<ParameterSpec> trained;
  private final List<ParameterSpec> statistics;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** Tensors that are one list argument; {@code prefix} leads their names in a checkpoint. */
  private record Group(String prefix, List<ParameterSpec> specs, NDList arrays) {}

  private LearnerTensors(NetworkSource networks) {
    this.trained = networks.trained();
    this.statistics = networks.statistics();
  }

  /**
   * Tensors to train, with first values drawn.
   *
   * @param update whose state starts at zero
   * @param averaged names of the networks with a moving average, the first ones of the program
   * @param seed decides the first values, together with each parameter's name
   */
  static LearnerTensors training(
      Torch torch, NetworkSource networks, UpdateSource update, List<String> averaged, long seed) {
    LearnerTensors made = new LearnerTensors(networks);
    List<ParameterSpec> p = made.trained;
    List<ParameterSpec> s = made.statistics;
    List<ParameterSpec> t = within(averaged, p);
    List<ParameterSpec> ts = within(averaged, s);
    List<float[]> first = p.stream().map(spec -> FirstValues.of(spec, seed)).toList();
    List<float[]> neutral = s.stream().map(spec -> FirstValues.of(spec, seed)).toList();
    made.add(torch, "p", "", p, first);
    made.add(torch, "s", "", s, neutral);
    for (UpdateSource.State state : update.states()) {
      made.add(
          torch, state.argument(), state.prefix(), state.specs(), FirstValues.zeros(state.specs()));
    }
    made.add(torch, "t", "target.", t, first.subList(0, t.size()));
    made.add(torch, "ts", "target.", ts, neutral.subList(0, ts.size()));
    made.groups.get("p").arrays().forEach(array -> array.setRequiresGradient(true));
    return made;
  }

  /** Adds a code for every image, with moments and steps of zero. */
  void addCodes(Torch torch, Given.Codes codes, long seed) {
    long[] table = {codes.images(), codes.length()};
    List<ParameterSpec> specs =
        List.of(
            code(FirstValues.CODES, table),
            code(FirstValues.CODES + ".exp_avg", table),
            code(FirstValues.CODES + ".exp_avg_sq", table),
            code(FirstValues.CODES + ".step", codes.images(), 1));
    List<float[]> values = new ArrayList<>(FirstValues.zeros(specs));
    values.set(0, FirstValues.of(codes, seed));
    add(torch, "c", "", specs, values);
    // Lets the loss differentiate by the rows that are taken out of it; it is no leaf itself there.
    groups.get("c").arrays().get(0).setRequiresGradient(true);
  }

  private static ParameterSpec code(String name, long... shape) {
    return new ParameterSpec(name, shape, ParameterSpec.Role.TRAINED, Initial.constant(0));
  }

  /** Copies of some images' codes as they are now, rows×length. */
  public float[] codes(int[] rows) {
    float[] all = codes();
    int length = (int) groups.get("c").specs().get(0).shape()[1];
    float[] some = new float[rows.length * length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(all, rows[i] * length, some, i * length, length);
    }
    return some;
  }

  /** Copies of all codes as they are now, images×length. */
  public float[] codes() {
    return groups.get("c").arrays().get(0).toFloatArray();
  }

  /**
   * One network's tensors with given values, not to be trained.
   *
   * @param weights by the network's own parameter names
   * @throws BadInput if a tensor is missing or has another shape
   */
  static LearnerTensors frozen(
      Torch torch, NetworkSource network, String name, Map<String, NamedArray> weights) {
    LearnerTensors made = new LearnerTensors(network);
    made.add(torch, "p", "", made.trained, values(made.trained, name, weights));
    made.add(torch, "s", "", made.statistics, values(made.statistics, name, weights));
    return made;
  }

  private static List<float[]> values(
      List<ParameterSpec> specs, String network, Map<String, NamedArray> weights) {
    return specs.stream()
        .map(
            spec ->
                fitting(
                    weights, spec.name().substring(network.length() + 1), new Shape(spec.shape())))
        .toList();
  }

  private static List<ParameterSpec> within(List<String> networks, List<ParameterSpec> specs) {
    return specs.stream()
        .filter(spec -> networks.stream().anyMatch(name -> spec.name().startsWith(name + ".")))
        .toList();
  }

  private void add(
      Torch torch,
      String argument,
      String prefix,
      List<ParameterSpec> specs,
      List<float[]> values) {
    if (specs.isEmpty()) {
      return;
    }
    NDList arrays = new NDList();
    for (int i = 0; i < specs.size(); i++) {
      NDArray array = torch.tensor(values.get(i), specs.get(i).shape());
      array.setName(argument + "[]");
      arrays.add(array);
    }
    groups.put(argument, new Group(prefix, specs, arrays));
  }

  /** Trained parameters, named NETWORK.NAME, in the order of {@link Learner#differentiate}. */
  public List<ParameterSpec> trained() {
    return trained;
  }

  List<String> stepArguments() {
    return List.copyOf(groups.keySet());
  }

  List<String> networkArguments() {
    return groups.keySet().stream().filter(OF_NETWORKS::contains).toList();
  }

  NDList forStep() {
    NDList arguments = new NDList();
    groups.values().forEach(group -> arguments.addAll(group.arrays()));
    return arguments;
  }

  NDList ofNetworks() {
    NDList arguments = new NDList();
    networkArguments().forEach(name -> arguments.addAll(groups.get(name).arrays()));
    return arguments;
  }

  NDList inFloat64(NDManager scope, List<double[]> parameters) {
    NDList arguments = new NDList();
    for (String name : networkArguments()) {
      Group group = groups.get(name);
      for (int i = 0; i < group.specs().size(); i++) {
        NDArray source = group.arrays().get(i);
        NDArray array =
            "p".equals(name)
                ? scope.create(parameters.get(i), source.getShape())
                : source.toType(DataType.FLOAT64, true);
        array.attach(scope);
        array.setRequiresGradient("p".equals(name));
        array.setName(name + "[]");
        arguments.add(array);
      }
    }
    return arguments;
  }

  /** Copies of all tensors by the names they have in a checkpoint. */
  Map<String, NamedArray> save() {
    Map<String, NamedArray> saved = new LinkedHashMap<>();
    each((name, array) -> saved.put(name, copy(array)));
    return saved;
  }

  private static NamedArray copy(NDArray array) {
    return NamedArray.floats(array.toFloatArray(), array.getShape().getShape());
  }

  /** Copies of what {@code names} accepts. */
  public Map<String, NamedArray> network(String network) {
    Map<String, NamedArray> saved = new LinkedHashMap<>();
    String prefix = network + ".";
    each(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            saved.put(name.substring(prefix.length()), copy(array));
          }
        });
    return saved;
  }

  void restore(Map<String, NamedArray> saved) {
    // Everything is checked before anything is changed. Arrays are told apart by identity, since
    // two with the same numbers are equal.
    IdentityHashMap<NDArray, float[]> values = new IdentityHashMap<>();
    each((name, array) -> values.put(array, fitting(saved, name, array.getShape())));
    values.forEach((array, value) -> array.set(FloatBuffer.wrap(value)));
  }

  /**
   * Starts from other values: of the trained parameters, the running statistics, and the moving
   * averages of both.
   *
   * @param network whose tensors they are
   * @param values of some of them, by the network's own parameter names
   * @throws BadInput if one has another shape
   */
  public void start(String network, Map<String, NamedArray> values) {
    for (String argument : networkArguments()) {
      Group group = groups.get(argument);
      for (int i = 0; i < group.specs().size(); i++) {
        String name = group.specs().get(i).name();
        String own = name.substring(name.indexOf('.') + 1);
        if (name.startsWith(network + ".") && values.containsKey(own)) {
          NDArray array = group.arrays().get(i);
          array.set(FloatBuffer.wrap(fitting(values, own, array.getShape())));
        }
      }
    }
  }

  static float[] fitting(Map<String, NamedArray> saved, String name, Shape shape) {
    NamedArray found = saved.get(name);
    if (found == null) {
      throw new BadInput("tensor " + name + " is missing");
    }
    Shape is = new Shape(found.shape());
    if (!is.equals(shape)) {
      throw new BadInput("tensor " + name + " has shape " + is + " instead of " + shape);
    }
    return found.toFloats();
  }

  private void each(BiConsumer<String, NDArray> visitor) {
    for (Group group : groups.values()) {
      for (int i = 0; i < group.specs().size(); i++) {
        visitor.accept(group.prefix() + group.specs().get(i).name(), group.arrays().get(i));
      }
    }
  }

  @Override
  public void close() {
    List<NDList> lists = new ArrayList<>();
    groups.values().forEach(group -> lists.add(group.arrays()));
    lists.forEach(NDList::close);
  }
}
