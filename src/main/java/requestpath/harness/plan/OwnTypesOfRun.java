package requestpath.harness.plan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.UsageException;
import requestpath.payload.Binding;
import requestpath.payload.DocumentFacts;
import requestpath.payload.OwnPayload;
import requestpath.payload.own.DocumentTypes;
import requestpath.payload.own.OwnClassPath;
import requestpath.payload.own.OwnTypes;
import requestpath.text.StatusLine;

/**
 * Makes the types of the user's own documents for the forks of a run, and puts them on their class
 * path. They are kept among the temporary files, which only the user can read, until this process
 * ends: their sources hold the names of the document's fields.
 */
public final class OwnTypesOfRun {
  private static final String CLASS_PATH = "java.class.path";
  private static final String TYPE = "type";

  /** The class path of the types of this run. */
  private static volatile List<Path> types = List.of();

  private OwnTypesOfRun() {}

  /**
   * Makes the types that a run needs, or takes the user's own; none if it measures no file, or only
   * maps.
   *
   * @throws UsageException when a file cannot be measured, this Java has no compiler, or the class
   *     path has not what was named, or another version of what is measured
   */
  public static void prepare(JmhLine line, OwnTypeOptions own) throws UsageException {
    CommandLineOptions options = line.options();
    List<String> files = List.copyOf(options.getParameter(Plan.FILE).orElse(List.of()));
    List<String> classes = new ArrayList<>(options.getParameter(TYPE).orElse(List.of()));
    boolean areInferred = classes.isEmpty() || classes.remove(OwnTypes.INFERRED);
    requireUse(options, own);
    if (!areNeeded(options)) {
      return;
    }
    try {
      if (!classes.isEmpty()) {
        take(classes, own);
      }
      if (areInferred) {
        make(files, own);
      }
      System.setProperty(CLASS_PATH, classPath(System.getProperty(CLASS_PATH)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException(
          "the types of your file cannot be written or read ("
              + e.getMessage()
              + "): check --classpath, or name another directory with -Djava.io.tmpdir");
    }
  }

  /**
   * Checks names, values and files of a run before it waits for anything.
   *
   * @throws UsageException when one is wrong
   */
  public static void requireReadable(JmhLine line) throws UsageException {
    Selection unused = Selection.of(line);
    try {
      for (String file : line.options().getParameter(Plan.FILE).orElse(List.of())) {
        DocumentFacts unusedFacts = OwnPayload.facts(file);
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The types that are inferred from the files of a command line, in lines.
   *
   * @throws UsageException when it names no file or one that cannot be measured, or options that
   *     have nothing to do with it
   */
  public static List<String> inferred(JmhLine line, OwnTypeOptions own) throws UsageException {
    if (own.classPath().isPresent() || line.options().getParameter(TYPE).hasValue()) {
      throw new UsageException(
          "--types-only prints what is inferred from the file: leave out --classpath and -p type=");
    }
    if (own.keep().isPresent()) {
      throw new UsageException(
          "--types-only measures nothing and keeps nothing: leave out --keep-types, or --types-only");
    }
    List<String> files = List.copyOf(line.options().getParameter(Plan.FILE).orElse(List.of()));
    if (files.isEmpty()) {
      throw new UsageException("--types-only wants a file: name it with -p file=FILE.json");
    }
    List<String> lines = new ArrayList<>();
    try {
      for (String file : files) {
        OwnTypes.Made made = OwnTypes.infer(file);
        lines.add("// " + file + ": " + made.shape().inWords());
        lines.addAll(
            made.types().map(DocumentTypes::inWords).orElse(List.of("// " + made.problem())));
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return lines;
  }

  /**
   * Checks that a class of the user's own and its class path are named together, for a run that
   * measures it.
   *
   * @throws UsageException when one is missing, or the run measures maps alone
   */
  public static void requireUse(CommandLineOptions options, OwnTypeOptions own)
      throws UsageException {
    List<String> classes = new ArrayList<>(options.getParameter(TYPE).orElse(List.of()));
    classes.remove(OwnTypes.INFERRED);
    if (!classes.isEmpty() && own.classPath().isEmpty()) {
      throw new UsageException(
          "type=" + classes.get(0) + " is a class of yours: name its jar with --classpath");
    }
    if (classes.isEmpty() && own.classPath().isPresent()) {
      throw new UsageException(
          "--classpath "
              + own.classPath().get()
              + " is for types of yours: name the document's with -p type=CLASS");
    }
    if (!classes.isEmpty() && options.getParameter(Plan.FILE).hasValue() && !areNeeded(options)) {
      throw new UsageException(
          "type="
              + classes.get(0)
              + " is a record or a class, and -p binding=MAP measures neither: leave one of the two"
              + " out");
    }
  }

  private static void take(List<String> classes, OwnTypeOptions own) throws IOException {
    OwnClassPath classPath = OwnClassPath.of(own.classPath().orElseThrow());
    Optional<String> other = classPath.otherVersion();
    if (other.isPresent() && !own.ignoresOtherVersions()) {
      throw new IllegalArgumentException(
          "--classpath "
              + own.classPath().get()
              + ": "
              + other.get()
              + ": leave it out of the class path, as forks have the measured version, or add "
              + OwnTypeOptions.IGNORE
              + " to measure with that");
    }
    for (String type : classes) {
      OwnTypes.prepared(type, classPath.binding(type));
    }
    add(classPath.entries());
  }

  private static void make(List<String> files, OwnTypeOptions own) throws IOException {
    long started = System.nanoTime();
    OwnTypes.All made;
    try (StatusLine status = StatusLine.onErrors()) {
      status.brieflyBegins("Making types of your file");
      Path directory = TypesDirectory.create();
      made = OwnTypes.make(files, directory, System.getProperty(CLASS_PATH));
      OwnTypes.prepared(made);
      add(made.classPath());
      if (own.keep().isPresent()) {
        keep(directory.resolve("src"), own.keep().get());
      }
    }
    System.err.println(inWords(made, System.nanoTime() - started, own.keep()));
  }

  private static void add(List<Path> entries) {
    List<Path> all = new ArrayList<>(types);
    all.addAll(entries);
    types = List.copyOf(all);
  }

  /** The jars of the user's own types. */
  public static List<Path> jars() {
    return types.stream().filter(Files::isRegularFile).toList();
  }

  /** Whether a run measures a file in other forms than maps. */
  public static boolean areNeeded(CommandLineOptions options) {
    return options.getParameter(Plan.FILE).hasValue()
        && options.getParameter(Plan.BINDING).orElse(List.of(Binding.RECORD.name())).stream()
            .anyMatch(binding -> !binding.equals(Binding.MAP.name()));
  }

  /**
   * A class path of forks with the types of this run behind it.
   *
   * @param program the class path of this program, or of another build of it
   */
  public static String classPath(String program) {
    StringBuilder classPath = new StringBuilder(program);
    types.forEach(each -> classPath.append(File.pathSeparator).append(each));
    return classPath.toString();
  }

  private static String inWords(OwnTypes.All made, long nanos, Optional<Path> kept) {
    StringBuilder words = new StringBuilder();
    made.byFile()
        .forEach(
            (file, types) -> {
              words.append("# ").append(file).append(": ").append(types.shape().inWords());
              types
                  .types()
                  .ifPresentOrElse(
                      all -> {
                        words.append("\n# Types inferred: ").append(all.sizeInWords());
                        all.notes().forEach(note -> words.append("\n#   ").append(note));
                      },
                      () ->
                          words
                              .append("\n# RECORD and BEAN are skipped: ")
                              .append(types.problem()));
              words.append('\n');
            });
    made.generators()
        .forEach(
            (generator, problem) -> {
              if (!problem.isEmpty()) {
                words
                    .append("# No code of ")
                    .append(generator)
                    .append(" for these types: ")
                    .append(problem)
                    .append('\n');
              }
            });
    return words
        .append(String.format(Locale.ROOT, "# Compiled in %.1f s; ", nanos / 1e9))
        .append(
            kept.map(path -> "the sources are in " + path)
                .orElse("--types-only prints the types, --keep-types DIR keeps their sources"))
        .toString();
  }

  private static void keep(Path sources, Path target) {
    if (!Files.exists(sources)) {
      return;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(sources.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--keep-types " + target + " cannot be written (" + e + "): name another directory", e);
    }
  }
}
