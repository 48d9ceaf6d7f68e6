package requestpath.payload.own;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import requestpath.payload.Binding;
import requestpath.payload.OwnPayload;

/** The class path with the user's own types: jars and directories of classes. */
public final class OwnClassPath {
  private static final Pattern MAVEN =
      Pattern.compile("META-INF/maven/[^/]+/([^/]+)/pom.properties");

  private final List<Path> entries;

  private OwnClassPath(List<Path> entries) {
    this.entries = entries;
  }

  /**
   * A class path.
   *
   * @param path as the user wrote it
   * @throws IllegalArgumentException with one sentence when an entry is neither a jar nor a
   *     directory
   */
  public static OwnClassPath of(String path) {
    List<Path> entries = new ArrayList<>();
    for (String entry : path.split(Pattern.quote(File.pathSeparator), 0)) {
      if (entry.isEmpty()) {
        continue;
      }
      Path file = OwnPayload.path(entry);
      if (!Files.isDirectory(file) && !(Files.isRegularFile(file) && isJar(file))) {
        throw new IllegalArgumentException(
            "--classpath "
                + entry
                + " is neither a jar nor a directory: name jars or directories of classes, with "
                + File.pathSeparator
                + " between them");
      }
      entries.add(file);
    }
    return new OwnClassPath(List.copyOf(entries));
  }

  private static boolean isJar(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Its entries. */
  public List<Path> entries() {
    return entries;
  }

  /**
   * How a type is measured: records as records, all other classes as beans.
   *
   * @param type the name of its class
   * @throws IllegalArgumentException with one sentence when it is not on the class path, or cannot
   *     be bound
   */
  public Binding binding(String type) {
    URL[] urls = entries.stream().map(OwnClassPath::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, OwnClassPath.class.getClassLoader())) {
      Class<?> found = Class.forName(type, false, loader);
      if (found.getClassLoader() != loader) {
        throw new IllegalArgumentException(
            "type=" + type + " is not on the --classpath: name a class of yours");
      }
      if (found.isInterface() || found.isArray() || found.isPrimitive() || found.isEnum()) {
        throw new IllegalArgumentException(
            "type=" + type + " is no record and no class with fields: name one");
      }
      return found.isRecord() ? Binding.RECORD : Binding.BEAN;
    } catch (UnsupportedClassVersionError e) {
      throw new IllegalArgumentException(
          "type="
              + type
              + " was compiled for a newer Java than "
              + Runtime.version().feature()
              + ": run with that Java");
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalArgumentException(
          "type="
              + type
              + " cannot be loaded ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "): name the class with its package, with $ before the name of a nested one, and all"
              + " jars that it needs with --classpath");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--classpath cannot be read (" + e.getMessage() + "): name jars or directories");
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("--classpath " + entry + " is no path of files", e);
    }
  }

  /**
   * What is another version of a class that this program measures with, in a sentence; empty when
   * nothing is: by the version that Maven puts into a jar, else by its classes.
   *
   * @throws IOException when an entry cannot be read
   */
  public Optional<String> otherVersion() throws IOException {
    for (Path entry : entries) {
      Optional<String> other =
          Files.isDirectory(entry) ? otherVersionInDirectory(entry) : otherVersionInJar(entry);
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> otherVersionInJar(Path file) throws IOException {
    // As this program, a jar may have other classes for newer versions of Java.
    try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.version())) {
      List<Contained> files = new ArrayList<>();
      for (JarEntry entry : Collections.list(jar.entries())) {
        files.add(
            new Contained(
                entry.getName(), () -> jar.getInputStream(jar.getEntry(entry.getName()))));
      }
      return otherVersion(file, files);
    }
  }

  private static Optional<String> otherVersionInDirectory(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return otherVersion(
          directory,
          walk.filter(Files::isRegularFile)
              .map(
                  file ->
                      new Contained(
                          directory.relativize(file).toString().replace(File.separatorChar, '/'),
                          () -> Files.newInputStream(file)))
              .toList());
    }
  }

  private static Optional<String> otherVersion(Path entry, List<Contained> files)
      throws IOException {
    for (Contained file : files) {
      if (MAVEN.matcher(file.name()).matches()) {
        InputStream own = OwnClassPath.class.getResourceAsStream("/" + file.name());
        if (own != null) {
          String ours = version(own);
          String theirs = version(file.content().open());
          if (!ours.equals(theirs)) {
            return Optional.of(
                entry.getFileName()
                    + " holds "
                    + MAVEN.matcher(file.name()).replaceFirst("$1")
                    + " "
                    + theirs
                    + ", and "
                    + ours
                    + " is measured");
          }
        }
      }
    }
    for (Contained file : files) {
      if (isOther(file)) {
        return Optional.of(
            entry.getFileName()
                + " holds another version of "
                + file.name().replace('/', '.').replaceFirst("[.]class$", "")
                + " than the one that is measured");
      }
    }
    return Optional.empty();
  }

  private static String version(InputStream properties) throws IOException {
    try (properties) {
      Properties read = new Properties();
      read.load(properties);
      return read.getProperty("version", "");
    }
  }

  private static boolean isOther(Contained file) throws IOException {
    String name = file.name();
    if (!name.endsWith(".class")
        || name.startsWith("META-INF/")
        || name.equals("module-info.class")) {
      return false;
    }
    try (InputStream ours = OwnClassPath.class.getResourceAsStream("/" + name)) {
      if (ours == null) {
        return false;
      }
      try (InputStream theirs = file.content().open()) {
        return !Arrays.equals(ours.readAllBytes(), theirs.readAllBytes());
      }
    }
  }

  /** Opens a file of a jar or of a directory. */
  private interface Content {
    InputStream open() throws IOException;
  }

  /** A file of a jar or of a directory, by its name there. */
  private record Contained(String name, Content content) {}
}
