package requestpath.harness.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import requestpath.codec.Marks;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Settings;
import requestpath.harness.run.RunDirectory;
import requestpath.payload.OwnPayload;
import requestpath.payload.Payload;

/**
 * What a run was made with: {@code environment.json} in its folder. A figure without it says
 * nothing, and a run goes on only with the same.
 */
public final class Environment {
  private static final int FORMAT = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String JVM = "jvm";
  private static final String AGAINST = "against";
  private static final String ARGUMENTS = "arguments";
  private static final String SESSIONS = "sessions";
  private static final String DIRECTORY = "directory";

  private static final int RECORDS = 1000;

  /** How many digits of a hash tell two files apart for a reader. */
  private static final int SHORT_HASH = 12;

  private final ObjectNode json = MAPPER.createObjectNode();

  /**
   * What is known before the first fork.
   *
   * @param jvm that of the forks
   * @param against that of the forks on the other side
   * @param files of the reader's that are measured
   * @param warnings of the pre-flight
   */
  public Environment(
      Settings settings,
      Machine machine,
      Jvm jvm,
      Optional<Jvm> against,
      List<Path> files,
      List<String> warnings) {
    json.put("format", FORMAT);
    Properties build = build();
    Optional.ofNullable(build.getProperty("git.commit.id"))
        .ifPresent(revision -> json.put("revision", revision));
    Optional.ofNullable(build.getProperty("git.dirty"))
        .ifPresent(dirty -> json.put("dirty", Boolean.parseBoolean(dirty)));
    Secrets.hiddenIn(settings.arguments()).forEach(json.putArray(ARGUMENTS)::add);
    json.put("seed", settings.rounds().seed());
    json.put("quick", settings.isQuick());
    json.put("precision", settings.rounds().precision());
    json.put("started", now());
    put(json.putObject("machine"), machine);
    put(json.putObject(JVM), jvm);
    if (settings.against().isPresent() && against.isPresent()) {
      ObjectNode other = json.putObject(AGAINST);
      other.put("label", settings.against().get().label());
      put(other, against.get());
      settings.against().get().jar().ifPresent(jar -> other.put("jar", hash(jar)));
    }
    json.put("fixture", fixture());
    ObjectNode inputs = json.putObject("inputs");
    if (!files.isEmpty()) {
      json.put(DIRECTORY, OwnPayload.path("").toString());
    }
    files.forEach(file -> inputs.put(String.valueOf(file.getFileName()), hash(file)));
    json.put("jar", hash(jar()));
    json.put("marks", Marks.hash());
    ObjectNode libraries = json.putObject("libraries");
    settings.libraries().forEach(libraries::put);
    warnings.forEach(json.putArray("warnings")::add);
  }

  private static void put(ObjectNode node, Machine machine) {
    node.put("cpu", machine.cpu());
    node.put("cores", machine.cores());
    machine.caches().forEach(node.putArray("caches")::add);
    node.put("memoryBytes", machine.memoryBytes());
    node.put("kernel", machine.kernel());
    machine.governor().ifPresent(governor -> node.put("governor", governor));
    machine.cpuQuotaCores().ifPresent(quota -> node.put("cpuQuotaCores", quota));
    machine.memoryLimitBytes().ifPresent(limit -> node.put("memoryLimitBytes", limit));
  }

  private static void put(ObjectNode node, Jvm jvm) {
    node.put("version", jvm.version());
    node.put("vm", jvm.vm());
    node.put("vendor", jvm.vendor());
    ArrayNode arguments = node.putArray(ARGUMENTS);
    Secrets.hiddenInEach(jvm.arguments()).forEach(arguments::add);
    if (!jvm.replaced().isEmpty()) {
      jvm.replaced().forEach(node.putArray("replaced")::add);
    }
    if (!jvm.variables().isEmpty()) {
      ObjectNode variables = node.putObject("variables");
      jvm.variables().forEach(variables::put);
    }
  }

  /** What the build knew of its sources; nothing where it was not built from a repository. */
  private static Properties build() {
    Properties properties = new Properties();
    try (InputStream in = Environment.class.getResourceAsStream("/requestpath/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what the build knew cannot be read", e);
    }
    return properties;
  }

  /** The documents' records and those that vary, so that no run is compared with others. */
  private static String fixture() {
    MessageDigest digest = sha256();
    for (Payload payload : List.of(Payload.DOCUMENT, Payload.VARIED)) {
      digest.update(payload.json(RECORDS));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Path jar() {
    try {
      return Path.of(Environment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("where this program lies is no path", e);
    }
  }

  /** Of a file; of a folder of classes there is none, and it says so. */
  private static String hash(Path file) {
    if (!Files.isRegularFile(file)) {
      return "classes";
    }
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Takes what was known when a run that goes on was cut off. */
  public void continues(JsonNode recorded) {
    json.set("started", recorded.path("started"));
    ArrayNode warnings = json.withArray("warnings");
    for (JsonNode earlier : recorded.path("warnings")) {
      if (!contains(warnings, earlier)) {
        warnings.add(earlier);
      }
    }
    json.set(SESSIONS, recorded.path(SESSIONS).deepCopy());
  }

  private static boolean contains(ArrayNode array, JsonNode wanted) {
    for (JsonNode node : array) {
      if (node.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** A run begins, or goes on. */
  public void begins(Optional<Double> load) {
    ObjectNode session = json.withArray(SESSIONS).addObject();
    session.put("started", now());
    load.ifPresent(processes -> session.put("loadBefore", processes));
  }

  /**
   * What is known at the end.
   *
   * @param stolen the share of the CPU's time that other guests took since it began or went on
   */
  public void ends(double stolen) {
    ArrayNode sessions = json.withArray(SESSIONS);
    ObjectNode session = (ObjectNode) sessions.get(sessions.size() - 1);
    session.put("ended", now());
    Machine.load().ifPresent(load -> session.put("loadAfter", load));
    session.put("steal", Math.round(stolen * 1e4) / 1e4);
    json.put("ended", now());
    double most = 0;
    for (JsonNode each : sessions) {
      most = Math.max(most, each.path("steal").asDouble());
    }
    json.put("steal", most);
  }

  /**
   * What came of it.
   *
   * @param failures what went wrong, in sentences
   * @param skipped what could not run, in sentences with the reasons
   */
  public void found(List<String> failures, List<String> skipped) {
    failures.forEach(json.putArray("failures")::add);
    skipped.forEach(json.putArray("skipped")::add);
  }

  /** As it is written. */
  public byte[] bytes() {
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Its tree. */
  public JsonNode json() {
    return json;
  }

  /**
   * What a run in a folder was made with.
   *
   * @throws UsageException when there is none
   */
  public static JsonNode read(Path folder) throws UsageException {
    Path file = folder.resolve(RunDirectory.ENVIRONMENT);
    try {
      JsonNode recorded = MAPPER.readTree(Files.readAllBytes(file));
      if (recorded.path("format").asInt() == FORMAT && recorded.path(ARGUMENTS).isArray()) {
        return recorded;
      }
    } catch (IOException e) {
      throw new UsageException(
          "--resume " + folder + " holds no run: name a folder that --out named");
    }
    throw new UsageException(
        "--resume " + folder + " holds a run of another version of this program");
  }

  /** The command line that a run was started with. */
  public static List<String> arguments(JsonNode recorded) {
    List<String> arguments = new ArrayList<>();
    recorded.path(ARGUMENTS).forEach(argument -> arguments.add(argument.asText()));
    return arguments;
  }

  /** Where a run looks for the reader's own files: the directory that it was started in. */
  public static Path directory(JsonNode recorded) {
    return Path.of(recorded.path(DIRECTORY).asText());
  }

  /** The seed that a run was started with. */
  public static long seed(JsonNode recorded) {
    return recorded.path("seed").asLong();
  }

  /**
   * Refuses to go on with what was begun with something else.
   *
   * @throws UsageException naming the first difference
   */
  public void requireSame(JsonNode recorded, Path folder) throws UsageException {
    for (String pointer :
        List.of(
            "/jar",
            "/fixture",
            "/inputs",
            "/jvm/version",
            "/jvm/vm",
            "/jvm/arguments",
            "/jvm/variables",
            "/against/label",
            "/against/vm",
            "/against/jar",
            "/machine/cpu",
            "/machine/cores")) {
      String before = text(recorded.at(pointer));
      String now = text(json.at(pointer));
      if (!before.equals(now)) {
        throw new UsageException(
            "--resume "
                + folder
                + " cannot go on: its "
                + pointer.substring(1).replace('/', ' ')
                + " was "
                + before
                + " and is now "
                + now
                + ": run under the same, or begin anew with --out");
      }
    }
  }

  private static String text(JsonNode node) {
    String text = node.isValueNode() ? node.asText() : node.toString();
    boolean isHash = text.matches("[0-9a-f]{64}");
    return text.isEmpty() ? "none" : isHash ? text.substring(0, SHORT_HASH) : text;
  }
}
