package requestpath.codec;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known about each library but its figures, from {@code requestpath/libraries.json}. A test
 * compares the file with the libraries themselves, so that it is never older than they are.
 *
 * @param libraries in the order of the file; a configuration that needs other artefacts has its own
 *     entry
 */
public record LibraryCatalogue(List<Library> libraries) {
  private static final String FILE = "/requestpath/libraries.json";

  /** When a library makes code for the types that it reads and writes. */
  public enum CodeGeneration {
    /** It makes none: it reflects, or the code is written by hand. */
    NONE,
    /** An annotation processor or a compiler plugin does, in the build. */
    BUILD_TIME,
    /** It does, in the JVM that uses it. */
    RUN_TIME
  }

  /**
   * One library.
   *
   * @param name as its makers write it, with the module that is added
   * @param licence an SPDX expression
   * @param artefact what a build names, group and artefact with a colon between
   * @param version the version measured
   * @param parts versions of the dependencies that a codec names beside the artefact, as {@code
   *     group:artefact}
   * @param bytes the size of the artefact's jar
   * @param dependencies all artefacts that are needed with it at run time, as resolved here
   * @param bytesWithDependencies the size of the artefact's jar and of theirs
   * @param released the day of the version's release, as in {@code 2026-10-17}
   * @param releasedFrom where that is known from: {@code JAR} for the newest entry of the
   *     artefact's jar, or the address of a page
   * @param codeGeneration when it makes code, if it does
   * @param records what stands for Java's records where RECORD is measured; empty if they do
   * @param stacks the stacks of the documents that it stands for
   * @param documentation what its configuration follows
   * @param variants the constant's name and the source file of its codec
   */
  public record Library(
      String name,
      String licence,
      String artefact,
      String version,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> parts,
      long bytes,
      List<String> dependencies,
      long bytesWithDependencies,
      String released,
      String releasedFrom,
      CodeGeneration codeGeneration,
      @JsonSetter(nulls = Nulls.AS_EMPTY) String records,
      List<String> stacks,
      String documentation,
      Map<String, String> variants) {}

  /** The catalogue of this jar. */
  public static LibraryCatalogue load() {
    try (InputStream in = LibraryCatalogue.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from this jar");
      }
      return new LibraryCatalogue(
          JsonMapper.builder().build().readValue(in, new TypeReference<List<Library>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * The version of a library or of a part of one, for what a codec says of itself.
   *
   * @param artefact its group and artefact, with a colon between
   * @throws IllegalArgumentException when the catalogue has no such artefact
   */
  public static String version(String artefact) {
    return load().libraries.stream()
        .flatMap(
            library ->
                library.artefact().equals(artefact)
                    ? Stream.of(library.version())
                    : Stream.ofNullable(library.parts().get(artefact)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(artefact + " is not in " + FILE + ": add an entry"));
  }
}
