package requestpath.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** What the catalogue says is so, by the libraries themselves. */
class LibraryCatalogueTest {
  private static final LibraryCatalogue CATALOGUE = LibraryCatalogue.load();

  /** Names of licences, as the libraries' makers write them, in SPDX. */
  private static final Map<String, String> SPDX =
      Map.ofEntries(
          Map.entry("Apache 2", "Apache-2.0"),
          Map.entry("Apache-2.0", "Apache-2.0"),
          Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
          Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
          Map.entry("The BSD 3-Clause License", "BSD-3-Clause"),
          Map.entry("Eclipse Distribution License v. 1.0", "BSD-3-Clause"),
          Map.entry("Eclipse Public License 2.0", "EPL-2.0"),
          Map.entry("Eclipse Public License v. 2.0", "EPL-2.0"),
          Map.entry("Eclipse Public License - v 2.0", "EPL-2.0"),
          Map.entry(
              "GNU General Public License, version 2 with the GNU Classpath Exception",
              "GPL-2.0-only WITH Classpath-exception-2.0"),
          Map.entry("MIT License", "MIT"),
          Map.entry("Public Domain", "LicenseRef-Public-Domain"));

  private static final Pattern LICENCE = Pattern.compile("\\(([^()]+)\\) ");

  static Stream<Library> libraries() {
    return CATALOGUE.libraries().stream();
  }

  @Test
  void everyVariantIsAConstantAndEveryConstantAVariant() {
    List<String> rows = new ArrayList<>();
    CATALOGUE.libraries().forEach(library -> rows.addAll(library.variants().keySet()));
    assertThat(rows).doesNotHaveDuplicates();
    TreeSet<String> constants = new TreeSet<>();
    Stream.of(JsonLibrary.values()).map(Enum::name).forEach(constants::add);
    Stream.of(MsgPackLibrary.values()).map(Enum::name).forEach(constants::add);
    TreeSet<String> missing = new TreeSet<>(constants);
    missing.removeAll(rows);
    assertThat(missing)
        .as(
            "constants without an entry in libraries.json: add one, or the name to the variants of its"
                + " library")
        .isEmpty();
    assertThat(constants)
        .as("names in libraries.json must be constants of JsonLibrary or MsgPackLibrary")
        .containsAll(rows);
  }

  @Test
  void namesAreDistinct() {
    assertThat(CATALOGUE.libraries()).extracting(Library::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void linksLeadSomewhere(Library library) {
    assertThat(library.variants().values())
        .allSatisfy(codec -> assertThat(Path.of(codec)).exists());
    assertThat(library.documentation()).startsWith("https://");
    assertThat(library.stacks()).doesNotContain("");
  }

  @ParameterizedTest
  @EnumSource
  void theCatalogueSaysWhatStandsForRecords(JsonLibrary variant) {
    Library library =
        libraries()
            .filter(each -> each.variants().containsKey(variant.name()))
            .findFirst()
            .orElseThrow();
    Object item = Payload.DOCUMENT.values(Binding.RECORD, 1).get(0);
    assertThat(library.records().isEmpty()).isEqualTo(variant.inOwnClass(item) == item);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void theVersionIsTheOneInThisJar(Library library) {
    assertThat(library.version())
        .as("version in libraries.json of " + library.artefact() + ", a property of pom.xml")
        .isEqualTo(jar(library.artefact()).getParent().getFileName().toString());
    assertThat(LibraryCatalogue.version(library.artefact())).isEqualTo(library.version());
    assertThat(library.dependencies()).containsAll(library.parts().keySet());
    library
        .parts()
        .forEach(
            (artefact, version) -> {
              assertThat(version)
                  .as("version in libraries.json of " + artefact + ", a property of pom.xml")
                  .isEqualTo(jar(artefact).getParent().getFileName().toString());
              assertThat(LibraryCatalogue.version(artefact)).isEqualTo(version);
            });
  }

  @Test
  void anUnknownArtefactHasNoVersion() {
    assertThatThrownBy(() -> LibraryCatalogue.version("no:artefact"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no:artefact");
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void theSizesAreThoseOfTheJars(Library library) throws IOException {
    assertThat(library.bytes())
        .as("bytes in libraries.json of " + library.artefact())
        .isEqualTo(Files.size(jar(library.artefact())));
    long all = library.bytes();
    for (String dependency : library.dependencies()) {
      all += Files.size(jar(dependency));
    }
    assertThat(library.bytesWithDependencies())
        .as("bytesWithDependencies in libraries.json of " + library.artefact())
        .isEqualTo(all);
    assertThat(library.dependencies())
        .doesNotHaveDuplicates()
        .isSorted()
        .doesNotContain(library.artefact());
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void theDayOfTheReleaseIsThatOfTheJar(Library library) throws IOException {
    if (library.releasedFrom().equals("JAR")) {
      assertThat(library.released())
          .as("released in libraries.json of " + library.artefact())
          .isEqualTo(newestEntry(jar(library.artefact())));
    } else {
      assertThat(library.releasedFrom()).startsWith("https://");
      assertThat(library.released()).matches("20\\d\\d-[01]\\d-[0-3]\\d");
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void theLicenceIsTheOneThatItsMakersName(Library library) throws IOException {
    assertThat(List.of(library.licence().split(" OR ")))
        .as(
            "licence in libraries.json of "
                + library.artefact()
                + "; a name that its makers use and SPDX above lacks is to be added there")
        .containsExactlyInAnyOrderElementsOf(licences(library.artefact()));
  }

  private static List<String> licences(String artefact) throws IOException {
    try (InputStream in = LibraryCatalogue.class.getResourceAsStream("/META-INF/THIRD-PARTY.txt")) {
      String line =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(library -> library.contains("(" + artefact + ":"))
              .findFirst()
              .orElseThrow();
      List<String> licences = new ArrayList<>();
      // All but what is in the last parentheses: the coordinates and the address.
      Matcher names = LICENCE.matcher(line.substring(0, line.indexOf("(" + artefact + ":")));
      while (names.find() && SPDX.containsKey(names.group(1))) {
        licences.add(SPDX.get(names.group(1)));
      }
      return licences;
    }
  }

  /** The jar of an artefact that these tests run with, in Maven's repository layout. */
  private static Path jar(String artefact) {
    String group = artefact.substring(0, artefact.indexOf(':')).replace('.', '/');
    Path directory = Path.of(group, artefact.substring(artefact.indexOf(':') + 1));
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.getNameCount() > 2 && path.getParent().getParent().endsWith(directory))
        .findFirst()
        .orElseThrow(() -> new AssertionError(artefact + " is not on the class path"));
  }

  private static String newestEntry(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(ZipEntry::getTimeLocal)
          .max(LocalDateTime::compareTo)
          .orElseThrow()
          .atOffset(ZoneOffset.UTC)
          .toLocalDate()
          .toString();
    }
  }
}
