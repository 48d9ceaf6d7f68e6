package requestpath.payload.own;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import requestpath.payload.Binding;
import requestpath.payload.OwnPayload;

/**
 * The types that were made of the user's own documents, for this process and for its forks. Forks
 * have the classes on their class path, where they also find which package is whose.
 */
public final class OwnTypes {
  /** The value of the parameter {@code type} for types that are made of the document. */
  public static final String INFERRED = "inferred";

  /** Among the classes: the package of each file, by the file's name as the user wrote it. */
  private static final String PACKAGES = "requestpath-own-types.properties";

  private static final String RECORDS = ".records";
  private static final String BEANS = ".beans";

  /** Why there are no types, by file; empty for files that have types. */
  private static final Map<String, String> PREPARED = new ConcurrentHashMap<>();

  /** Why a generator made no code, by {@link #code}; empty when it has. */
  private static final Map<String, String> GENERATED = new ConcurrentHashMap<>();

  /** The binding of each class of the user's own. */
  private static final Map<String, Binding> FORMS = new ConcurrentHashMap<>();

  private OwnTypes() {}

  /**
   * The types of one file.
   *
   * @param types what was inferred
   * @param problem why there are none, in a sentence; empty when there are
   * @param shape of the document
   */
  public record Made(Optional<DocumentTypes> types, String problem, DocumentShape shape) {}

  /**
   * What was made.
   *
   * @param byFile by the files' names, as the user wrote them
   * @param classPath the directories of the classes, to be put behind the libraries
   * @param code for each library that generates code and each package, why it generated none; empty
   *     when it has
   * @param packages of the files, without what tells the bindings apart
   */
  public record All(
      Map<String, Made> byFile,
      List<Path> classPath,
      Map<Generator, Map<String, String>> code,
      Map<String, String> packages) {
    /** For each library that generates code, the first reason why it generated none; or empty. */
    public Map<Generator, String> generators() {
      Map<Generator, String> problems = new EnumMap<>(Generator.class);
      code.forEach(
          (generator, byPackage) ->
              problems.put(
                  generator,
                  byPackage.values().stream()
                      .filter(problem -> !problem.isEmpty())
                      .findFirst()
                      .orElse("")));
      return problems;
    }
  }

  /**
   * Infers the types of a file, and compiles nothing.
   *
   * @param file its name, as the user wrote it
   * @throws IllegalArgumentException with one sentence when it cannot be measured
   */
  public static Made infer(String file) {
    OwnPayload own = OwnPayload.of(file);
    DocumentShape shape = DocumentShape.of(own);
    try {
      return new Made(Optional.of(DocumentTypes.of(own.values())), "", shape);
    } catch (IllegalArgumentException e) {
      return new Made(Optional.empty(), "the file " + e.getMessage(), shape);
    }
  }

  /**
   * Infers the types of files, writes them as Java and compiles them.
   *
   * @param files their names, as the user wrote them
   * @param directory an empty one, for sources and classes
   * @param libraries the class path of the libraries
   * @throws IllegalArgumentException with one sentence when a file cannot be measured, or this Java
   *     has no compiler
   * @throws IOException when the directory cannot be written
   */
  public static All make(List<String> files, Path directory, String libraries) throws IOException {
    TypeCompiler compiler = new TypeCompiler(libraries);
    Map<String, Made> byFile = new TreeMap<>();
    Properties packages = new Properties();
    Map<String, List<JavaFile>> sources = new LinkedHashMap<>();
    Map<String, String> unseen = new HashMap<>();
    for (String file : files) {
      Made made = infer(file);
      if (byFile.put(file, made) == null && made.types().isPresent()) {
        String name = packages.isEmpty() ? "document" : "document" + (packages.size() + 1);
        packages.setProperty(file, name);
        sources.put(name + RECORDS, TypeSources.records(made.types().get(), name + RECORDS));
        sources.put(name + BEANS, TypeSources.beans(made.types().get(), name + BEANS));
        String problem = Generator.problem(made.types().get());
        if (!problem.isEmpty()) {
          unseen.put(name + RECORDS, problem);
          unseen.put(name + BEANS, problem);
        }
      }
    }
    if (sources.isEmpty()) {
      return new All(byFile, List.of(), Map.of(), Map.of());
    }
    Map<String, List<Path>> written = new LinkedHashMap<>();
    for (Map.Entry<String, List<JavaFile>> each : sources.entrySet()) {
      written.put(each.getKey(), TypeCompiler.write(each.getValue(), directory.resolve("src")));
    }
    Path classes = directory.resolve("classes");
    Optional<String> error =
        compiler.compile(
            written.values().stream().flatMap(List::stream).toList(),
            classes,
            List.of(),
            List.of());
    if (error.isPresent()) {
      throw new IllegalStateException("the types of the document do not compile: " + error.get());
    }
    try (OutputStream out = Files.newOutputStream(classes.resolve(PACKAGES))) {
      packages.store(out, null);
    }
    List<Path> classPath = new ArrayList<>(List.of(classes));
    Map<Generator, Map<String, String>> code =
        Generator.all(compiler, written, unseen, directory, paths(libraries), classPath);
    Map<String, String> names = new TreeMap<>();
    packages.stringPropertyNames().forEach(file -> names.put(file, packages.getProperty(file)));
    return new All(byFile, List.copyOf(classPath), code, names);
  }

  private static List<Path> paths(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), 0))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  /**
   * Tells this process, which starts the forks, that they have a class of the user's own.
   *
   * @param binding in which it is measured
   */
  public static void prepared(String type, Binding binding) {
    FORMS.put(type, binding);
  }

  /**
   * Whether a class of the user's own has another form than a binding: a record is no bean.
   *
   * @param type {@link #INFERRED}, or the name of a class of the user's own
   */
  public static boolean isOfAnotherForm(String type, Binding binding) {
    return binding != Binding.MAP && FORMS.getOrDefault(type, binding) != binding;
  }

  /** Tells this process, which starts the forks, what was made for them. */
  public static void prepared(All made) {
    made.byFile().forEach((file, types) -> PREPARED.put(file, types.problem()));
    made.packages()
        .forEach(
            (file, name) ->
                made.code()
                    .forEach(
                        (generator, byPackage) -> {
                          GENERATED.put(
                              code(generator, file, Binding.RECORD),
                              byPackage.getOrDefault(name + RECORDS, ""));
                          GENERATED.put(
                              code(generator, file, Binding.BEAN),
                              byPackage.getOrDefault(name + BEANS, ""));
                        }));
  }

  private static String code(Generator generator, String file, Binding binding) {
    return generator + " " + binding + " " + file;
  }

  /**
   * Why a library generated no code for the types that were inferred from a file; empty when it
   * has.
   */
  public static Optional<String> notGenerated(Generator generator, String file, Binding binding) {
    String problem = GENERATED.getOrDefault(code(generator, file, binding), "");
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  /**
   * Why the forks of this process have no such types of the file; empty when they have.
   *
   * @param type {@link #INFERRED}, or the name of a class of the user's own
   */
  public static Optional<String> problem(String file, Binding binding, String type) {
    if (isOfAnotherForm(type, binding)) {
      return Optional.of("type=" + type + " is measured with binding=" + FORMS.get(type));
    }
    String unmade = "types of the file are made when a run starts";
    String problem =
        type.equals(INFERRED)
            ? PREPARED.getOrDefault(file, unmade)
            : FORMS.containsKey(type) ? "" : unmade;
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  /**
   * The package of a file's types, in a process that has them on its class path.
   *
   * @throws IllegalStateException when there are none
   */
  static String packageOf(String file) {
    Properties packages = new Properties();
    try (InputStream in = OwnTypes.class.getResourceAsStream("/" + PACKAGES)) {
      if (in != null) {
        packages.load(in);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the types of the document cannot be found", e);
    }
    String name = packages.getProperty(file);
    if (name == null) {
      throw new IllegalStateException(
          "this process has no types of the document: they are made when a run starts, and --stock"
              + " makes none");
    }
    return name;
  }

  /** The package of the records of a file's types. */
  static String recordsOf(String file) {
    return packageOf(file) + RECORDS;
  }

  /** The package of the classes with getters and setters of a file's types. */
  static String beansOf(String file) {
    return packageOf(file) + BEANS;
  }
}
