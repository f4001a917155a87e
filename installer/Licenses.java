import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects the licenses of all libraries: a table of what their Maven descriptions (or their
 * parents') name, the texts that lie in their JARs, and for every other the general text, which
 * must be in the folder of texts. {@code java Licenses.java LIB OUT REPOSITORY TEXTS}
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

  /** Files of general texts by a word of the license's name; the first that is found counts. */
  private static final Map<String, String> GENERAL = new LinkedHashMap<>();

  static {
    GENERAL.put("apache", "Apache-2.0.txt");
    GENERAL.put("mit", "MIT.txt");
    GENERAL.put("bsd", "BSD-3-Clause.txt");
    GENERAL.put("gplv2+ce", "GPL-2-CE.txt");
    GENERAL.put("lgpl", "LGPL-2.1.txt");
    GENERAL.put("lesser general", "LGPL-2.1.txt");
  }

  private Licenses() {}

  public static void main(String[] arguments) throws IOException {
    Path library = Path.of(arguments[0]);
    Path out = Files.createDirectories(Path.of(arguments[1]));
    Path repository = Path.of(arguments[2]);
    Path general = Path.of(arguments[3]);
    copy(general, out);
    List<String> rows = new ArrayList<>(List.of("part\tlicense\ttexts here"));
    try (Stream<Path> jars = Files.list(library)) {
      for (Path jar : jars.sorted().toList()) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        String license = named(name, repository);
        List<String> texts = texts(jar, out, name);
        if (texts.stream().noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("licen"))
            || name.startsWith("controlsfx")) { // whose text is about its icons alone
          texts.add(general(name, license, general));
        }
        if (name.startsWith("leptonica")) { // other libraries are inside it
          texts.add("Leptonica.txt");
        }
        rows.add(name + "\t" + license + "\t" + String.join(", ", texts));
      }
    }
    Files.write(out.resolve("PARTS.tsv"), rows);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> texts = Files.list(from)) {
      for (Path text : texts.toList()) {
        Files.copy(text, to.resolve(text.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String general(String part, String license, Path texts) throws IOException {
    String words = license.toLowerCase(Locale.ROOT);
    String file =
        GENERAL.entrySet().stream()
            .filter(text -> words.contains(text.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    if (file.isEmpty() || !Files.exists(texts.resolve(file))) {
      throw new IOException(part + ": no text of '" + license + "' in " + texts + "; add it there");
    }
    return file;
  }

  /** Copies the texts that a JAR has and returns what they are called. */
  private static List<String> texts(Path jar, Path out, String name) throws IOException {
    List<String> copied = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher text = TEXT.matcher(file.toString());
        if (text.matches()) {
          String target = name + "-" + text.group(1);
          Files.write(out.resolve(target), Files.readAllBytes(file));
          copied.add(target);
        }
      }
    }
    return copied;
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
