package requestpath.payload.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import requestpath.payload.own.FieldType.Field;
import requestpath.payload.own.FieldType.ObjectOf;

/**
 * A library that generates code for types when they are compiled. Each compiles the sources for
 * itself, so that what one does not take costs the others nothing; and each package for itself,
 * because avaje-jsonb takes no two types of one name.
 */
@SuppressWarnings("ImmutableEnumChecker") // Lists that are made once and cannot be changed.
public enum Generator {
  /** DSL-JSON; its processor is in its jar. */
  DSL_JSON(
      List.of("-Adsljson.unknown=ALLOW"),
      List.of("com.dslplatform.json.processor.CompiledJsonAnnotationProcessor")),
  /** avaje-jsonb. */
  AVAJE_JSONB(List.of(), List.of("io.avaje.jsonb.generator.JsonbProcessor")),
  /** Micronaut Serialization. */
  MICRONAUT_SERDE(
      List.of(),
      List.of(
          "io.micronaut.annotation.processing.MixinVisitorProcessor",
          "io.micronaut.annotation.processing.PackageElementVisitorProcessor",
          "io.micronaut.annotation.processing.TypeElementVisitorProcessor",
          "io.micronaut.annotation.processing.AggregatingTypeElementVisitorProcessor",
          "io.micronaut.annotation.processing.BeanDefinitionInjectProcessor"));

  /**
   * Names of which no processor can make code. Processors write names into the sources that they
   * generate, and not all escape them: a quote, a line feed or the end of a comment would begin
   * code that the document has written.
   */
  private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{M}\\p{N} $#@_.:/+-]*");

  private final List<String> options;
  private final List<String> processors;

  Generator(List<String> options, List<String> processors) {
    this.options = options;
    this.processors = processors;
  }

  /** Why no processor may see some types; empty if each may. */
  static String problem(DocumentTypes types) {
    for (ObjectOf object : types.objects()) {
      for (Field field : object.fields()) {
        if (!HARMLESS.matcher(field.name()).matches()) {
          return "the name of the field "
              + object.name()
              + "."
              + field.identifier()
              + " has characters that code generators may take for code";
        }
      }
    }
    return "";
  }

  /**
   * Runs each on the sources.
   *
   * @param packages the sources of each package, by its name
   * @param unseen the packages that no processor may see, with the reason
   * @param directory for processors and what they generate
   * @param libraries jars and directories of the libraries
   * @param classPath gets the directories of what was generated
   * @return why it generated none, for each generator and package; empty when it has
   * @throws IOException when a file cannot be read or written
   */
  static Map<Generator, Map<String, String>> all(
      TypeCompiler compiler,
      Map<String, List<Path>> packages,
      Map<String, String> unseen,
      Path directory,
      List<Path> libraries,
      List<Path> classPath)
      throws IOException {
    Map<Generator, Map<String, String>> problems = new EnumMap<>(Generator.class);
    try (Processors loaded = new Processors(directory.resolve("processors"), libraries)) {
      for (Generator generator : values()) {
        String name = generator.name().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<Path>> each : packages.entrySet()) {
          Path generated = directory.resolve(name).resolve(each.getKey());
          Optional<String> error =
              unseen.containsKey(each.getKey())
                  ? Optional.of(unseen.get(each.getKey()))
                  : generator.run(compiler, loaded, each.getValue(), generated);
          if (error.isEmpty()) {
            classPath.add(generated);
          }
          problems
              .computeIfAbsent(generator, none -> new LinkedHashMap<>())
              .put(each.getKey(), error.orElse(""));
        }
      }
    }
    return problems;
  }

  private Optional<String> run(
      TypeCompiler compiler, Processors loaded, List<Path> sources, Path generated)
      throws IOException {
    List<Processor> instances = new ArrayList<>();
    try {
      for (String className : processors) {
        instances.add(loaded.processor(className));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the processor of " + name() + " is not in this program", e);
    }
    return compiler.compile(sources, generated, options, instances);
  }
}
