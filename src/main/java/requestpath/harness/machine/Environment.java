package requestpath.harness.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import requestpath.codec.Marks;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.OwnTypesOfRun;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Shard;
import requestpath.payload.OwnPayload;
import requestpath.payload.Payload;
import requestpath.payload.own.DocumentShape;

/** The environment of a run: {@code environment.json} in its run directory. */
public final class Environment {
  static final int FORMAT = 1;
  static final String ARGUMENTS = "arguments";
  private static final String SESSIONS = "sessions";
  private static final String WARNINGS = "warnings";
  static final String DIRECTORY = "directory";

  private static final int RECORDS = 1000;

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  /**
   * What is known before the first fork.
   *
   * @param jvm the JVM of the forks
   * @param against the JVM of the candidate's forks
   * @param files the user's own files that are measured
   * @param warnings from the pre-flight checks
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
    json.put("interleaved", settings.isInterleaved());
    json.put("fastest", settings.rounds().isRace());
    json.put("precision", settings.rounds().precision());
    json.put("started", now());
    put(json.putObject("machine"), machine);
    put(json.putObject("jvm"), jvm);
    if (settings.against().isPresent() && against.isPresent()) {
      ObjectNode other = json.putObject("against");
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
    OwnTypesOfRun.jars().forEach(jar -> inputs.put(String.valueOf(jar.getFileName()), hash(jar)));
    ObjectNode shapes = json.putObject("shapes");
    files.forEach(file -> shapes.put(String.valueOf(file.getFileName()), shape(file)));
    json.put("jar", hash(jar()));
    json.put("marks", Marks.hash());
    ObjectNode libraries = json.putObject("libraries");
    settings.libraries().forEach(libraries::put);
    warnings.forEach(json.putArray(WARNINGS)::add);
  }

  /**
   * Records that the run is a shard.
   *
   * @param groups the titles of the groups of each shard
   */
  public void isPart(Shard shard, List<List<String>> groups) {
    ObjectNode node = json.putObject("shard");
    node.put("index", shard.index());
    node.put("count", shard.count());
    ArrayNode plan = node.putArray("plan");
    for (List<String> titles : groups) {
      titles.forEach(plan.addArray()::add);
    }
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

  /** The revision that this program was built from; empty if it was built outside a repository. */
  private static Properties build() {
    Properties properties = new Properties();
    try (InputStream in = Environment.class.getResourceAsStream("/requestpath/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("build.properties cannot be read", e);
    }
    return properties;
  }

  /** A hash of the reference payloads. */
  private static String fixture() {
    MessageDigest digest = sha256();
    for (Payload payload : List.of(Payload.DOCUMENT, Payload.VARIED)) {
      digest.update(payload.json(RECORDS));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String shape(Path file) {
    return DocumentShape.of(OwnPayload.of(file.toString())).inWords();
  }

  private static Path jar() {
    try {
      return Path.of(Environment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the location of this program is not a path", e);
    }
  }

  /** The hash of a file; "classes" for a directory of classes. */
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

  /**
   * Continues the environment of the run to resume.
   *
   * @throws UsageException when the run was started with something else
   */
  public void resume(RecordedEnvironment recorded) throws UsageException {
    recorded.requireSame(json);
    json.set("started", recorded.json().path("started"));
    Set<JsonNode> warnings = new LinkedHashSet<>();
    json.path(WARNINGS).forEach(warnings::add);
    recorded.json().path(WARNINGS).forEach(warnings::add);
    json.putArray(WARNINGS).addAll(warnings);
    json.set(SESSIONS, recorded.json().path(SESSIONS).deepCopy());
  }

  /** Starts a session: a run is started or resumed. */
  public void begins(Optional<Double> load) {
    ObjectNode session = json.withArray(SESSIONS).addObject();
    session.put("started", now());
    load.ifPresent(processes -> session.put("loadBefore", processes));
  }

  /**
   * Ends the session.
   *
   * @param stolen the share of CPU time that other guests of the host took in this session
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
   * Records failures and skipped variants.
   *
   * @param failures one sentence each
   * @param skipped one sentence each, with the reason
   */
  public void found(List<String> failures, List<String> skipped) {
    failures.forEach(json.putArray("failures")::add);
    skipped.forEach(json.putArray("skipped")::add);
  }

  /** The content of {@code environment.json}. */
  public String text() {
    return json.toPrettyString() + "\n";
  }
}
