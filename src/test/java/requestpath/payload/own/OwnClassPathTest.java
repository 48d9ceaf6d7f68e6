package requestpath.payload.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.gson.Gson;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which class paths bring another version of a library that is measured. */
class OwnClassPathTest {
  @TempDir Path directory;

  @Test
  void theMeasuredJarsThemselvesAreNoOtherVersions() throws Exception {
    // Moshi's and Jackson's jars have other classes for newer versions of Java; Moshi's names no
    // version.
    for (Class<?> measured : new Class<?>[] {Moshi.class, JsonFactory.class, Gson.class}) {
      Path jar = Path.of(measured.getProtectionDomain().getCodeSource().getLocation().toURI());

      assertThat(OwnClassPath.of(jar.toString()).otherVersion()).as(jar.toString()).isEmpty();
    }
  }

  @Test
  void aDirectoryIsLookedIntoLikeAJar() throws IOException {
    Path copy = directory.resolve("com/google/gson/Gson.class");
    Files.createDirectories(copy.getParent());
    try (InputStream gson = Gson.class.getResourceAsStream("Gson.class")) {
      Files.write(copy, gson.readAllBytes());
    }
    Files.write(directory.resolve("Mine.class"), new byte[] {1});
    assertThat(OwnClassPath.of(directory.toString()).otherVersion()).isEmpty();

    Files.write(copy, new byte[] {1, 2, 3});

    assertThat(OwnClassPath.of(directory.toString()).otherVersion())
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains(
                        "holds another version of com.google.gson.Gson than the one that is"));
  }

  @Test
  void anotherVersionByMavenIsNamed() throws IOException {
    Path properties = directory.resolve("META-INF/maven/com.google.code.gson/gson/pom.properties");
    Files.createDirectories(properties.getParent());
    Files.writeString(properties, "version=2.8.0");

    assertThat(OwnClassPath.of(directory.toString()).otherVersion())
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("holds gson 2.8.0, and ", " is measured"));
  }
}
