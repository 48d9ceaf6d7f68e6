package requestpath.payload.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the sources of a document's types, with the compiler of this JDK. */
final class TypeCompiler {
  /** The same as this program's: any JVM that forks may have runs it. */
  private static final String RELEASE = "17";

  private final JavaCompiler compiler;
  private final String classPath;

  /**
   * A compiler.
   *
   * @param classPath with the libraries whose annotations the sources bear
   * @throws IllegalArgumentException with a sentence when this Java has no compiler
   */
  TypeCompiler(String classPath) {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new IllegalArgumentException(
          "-p binding=RECORD and BEAN compile the types of your file, and this Java ("
              + System.getProperty("java.home")
              + ") has no compiler: run with a JDK, or with -p binding=MAP");
    }
    compiler = found;
    this.classPath = classPath;
  }

  /**
   * Writes sources.
   *
   * @return the files
   * @throws IOException when they cannot be written
   */
  static List<Path> write(List<JavaFile> sources, Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    for (JavaFile source : sources) {
      files.add(source.writeToPath(directory, UTF_8));
    }
    return files;
  }

  /**
   * Compiles.
   *
   * @param directory for the classes, which is made
   * @param processing options of processors
   * @param processors annotation processors; none by default
   * @return the first error; empty when there is none
   * @throws IOException when a file cannot be read or written
   */
  Optional<String> compile(
      List<Path> sources, Path directory, List<String> processing, List<Processor> processors)
      throws IOException {
    Files.createDirectories(directory);
    List<String> options =
        new ArrayList<>(
            List.of(
                "--release",
                RELEASE,
                "-encoding",
                "UTF-8",
                "-nowarn",
                "-implicit:none",
                "-d",
                directory.toString(),
                "-s",
                directory.toString(),
                "-cp",
                classPath));
    options.addAll(processors.isEmpty() ? List.of("-proc:none") : processing);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter said = new StringWriter();
    boolean isGood;
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      CompilationTask task =
          compiler.getTask(
              said,
              manager,
              diagnostics,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      isGood = task.call();
    } catch (RuntimeException e) {
      // A processor failed.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of(String.valueOf(cause).lines().findFirst().orElse(""));
    }
    return isGood ? Optional.empty() : Optional.of(firstError(diagnostics, said.toString()));
  }

  private static String firstError(
      DiagnosticCollector<JavaFileObject> diagnostics, String otherwise) {
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .findFirst()
        .orElse(otherwise)
        .lines()
        .findFirst()
        .orElse("the compiler gave no reason");
  }
}
