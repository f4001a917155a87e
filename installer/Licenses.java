import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects the licenses of all libraries: the texts that lie in their JARs, and a table of what
 * their Maven descriptions (or their parents') name. {@code java Licenses.java LIB OUT REPOSITORY}
 */
public final class Licenses {
  private static final Pattern TEXT =
      Pattern.compile("(?i).*/([\\w.-]*(licen[sc]e|notice|copying)[\\w.-]*)(?<!\\.class)");
  private static final Pattern NAMED =
      Pattern.compile("<license>.*?<name>(.*?)</name>.*?(?:<url>(.*?)</url>.*?)?</license>", Pattern.DOTALL);
  private static final Pattern PARENT =
      Pattern.compile(
          "<parent>.*?<groupId>(.*?)</groupId>.*?<artifactId>(.*?)</artifactId>.*?<version>(.*?)</version>.*?</parent>",
          Pattern.DOTALL);

  private Licenses() {}

  public static void main(String[] arguments) throws IOException {
    Path library = Path.of(arguments[0]);
    Path out = Files.createDirectories(Path.of(arguments[1]));
    Path repository = Path.of(arguments[2]);
    List<String> rows = new ArrayList<>(List.of("part\tlicense\ttexts here"));
    try (Stream<Path> jars = Files.list(library)) {
      for (Path jar : jars.sorted().toList()) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        rows.add(name + "\t" + named(name, repository) + "\t" + texts(jar, out, name));
      }
    }
    Files.write(out.resolve("PARTS.tsv"), rows);
  }

  /** Copies the texts and returns how many there are. */
  private static int texts(Path jar, Path out, String name) throws IOException {
    int count = 0;
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher text = TEXT.matcher(file.toString());
        if (text.matches()) {
          Files.write(out.resolve(name + "-" + text.group(1)), Files.readAllBytes(file));
          count++;
        }
      }
    }
    return count;
  }

  private static String named(String name, Path repository) throws IOException {
    String base = name.replaceFirst("-(linux|osx|win|mac)[\\w-]*$", "");
    try (Stream<Path> found = Files.find(repository, 12, (p, a) -> p.endsWith(base + ".pom"))) {
      Path description = found.findFirst().orElse(null);
      while (description != null && Files.exists(description)) {
        String text = Files.readString(description);
        Matcher license = NAMED.matcher(text);
        if (license.find()) {
          return one(license.group(1)) + (license.group(2) == null ? "" : " " + one(license.group(2)));
        }
        Matcher parent = PARENT.matcher(text);
        description = parent.find() ? parent(parent, repository) : null;
      }
    }
    throw new IOException(
        "no license is named for " + name + " in " + repository + "; is it in the local repository?");
  }

  private static Path parent(Matcher parent, Path repository) {
    String artifact = parent.group(2).strip();
    String version = parent.group(3).strip();
    return repository
        .resolve(parent.group(1).strip().toLowerCase(Locale.ROOT).replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }

  private static String one(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
