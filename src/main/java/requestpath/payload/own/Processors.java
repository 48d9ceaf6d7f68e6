package requestpath.payload.own;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;

/**
 * The annotation processors of measured libraries. What they need beside the libraries is in jars
 * within this program, so that none of their classes and service files is on the class path of what
 * is measured.
 */
final class Processors implements AutoCloseable {
  private static final String RESOURCES = "/META-INF/processors/";

  /** The names of the jars, without versions; the build puts them there. */
  static final List<String> JARS =
      List.of(
          "avaje-jsonb-generator.jar",
          "avaje-spi-service.jar",
          "avaje-spi-core.jar",
          "micronaut-inject-java.jar",
          "micronaut-core-processor.jar",
          "micronaut-serde-processor.jar",
          "micronaut-sourcegen-bytecode-writer.jar",
          "micronaut-sourcegen-model.jar",
          "javaparser-core.jar",
          "javaparser-symbol-solver-core.jar",
          "asm.jar",
          "asm-analysis.jar",
          "asm-commons.jar",
          "asm-tree.jar",
          "asm-util.jar");

  private final URLClassLoader loader;

  /**
   * Unpacks the jars.
   *
   * @param directory for the jars
   * @param libraries jars and directories of the libraries, which processors need, too
   * @throws IOException when a jar cannot be written
   */
  Processors(Path directory, List<Path> libraries) throws IOException {
    Files.createDirectories(directory);
    List<URL> urls = new ArrayList<>();
    for (String jar : JARS) {
      Path file = directory.resolve(jar);
      try (InputStream in = Processors.class.getResourceAsStream(RESOURCES + jar)) {
        if (in == null) {
          throw new IllegalStateException("the build did not put " + jar + " into this program");
        }
        Files.copy(in, file);
      }
      urls.add(url(file));
    }
    for (Path library : libraries) {
      urls.add(url(library));
    }
    loader = new URLClassLoader(urls.toArray(URL[]::new), new CompilerLoader());
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  /**
   * A new processor.
   *
   * @throws ReflectiveOperationException when there is none of that name
   */
  Processor processor(String className) throws ReflectiveOperationException {
    return (Processor) loader.loadClass(className).getConstructor().newInstance();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /**
   * The JDK with its compiler, and nothing else of this process. The loader that the compiler
   * itself makes for processors finds this program's classes first; a package of Micronaut would
   * then be half of one loader and half of another, and its classes could not see each other.
   */
  private static final class CompilerLoader extends ClassLoader {
    CompilerLoader() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("com.sun.")) {
        return ClassLoader.getSystemClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
