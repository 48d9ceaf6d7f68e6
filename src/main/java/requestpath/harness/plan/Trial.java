package requestpath.harness.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import requestpath.harness.api.TrialResult;
import requestpath.harness.api.UsageException;
import requestpath.payload.Support;

/** The JVM that tries variants, one after the other, for {@link Trials}. */
public final class Trial {
  /** A variant that needs longer would not be measured within its recipe either. */
  private static final long LIMIT_MILLIS = 120_000;

  /** The exit codes of this JVM when it does not get to the end. */
  static final int HANGS = 3;

  static final int FULL = 4;

  private static final JsonMapper JSON = new JsonMapper();

  private Trial() {}

  /**
   * What is to be tried.
   *
   * @param benchmark the qualified name of the method
   * @param parameters values by name
   */
  record Task(String benchmark, Map<String, String> parameters) {}

  /**
   * What came of it.
   *
   * @param isSupported whether it can run
   * @param reason why not
   * @param source who says so
   * @param isOfFile whether it may run with another file
   * @param fields the fields that it finds in a class of the user's own
   */
  record Answer(
      boolean isSupported, String reason, String source, boolean isOfFile, Set<String> fields) {
    private static Answer of(TrialResult result) {
      Support support = result.support();
      return new Answer(
          support.isSupported(),
          support.reason(),
          support.source(),
          support.isOfFile(),
          result.fields());
    }
  }

  /**
   * Tries all tasks of a file, and appends a line to another file for each.
   *
   * @param arguments the names of both files
   * @throws IOException when they cannot be read or written
   * @throws UsageException never, for tasks of a plan
   */
  public static void main(String[] arguments) throws IOException, UsageException {
    List<Task> tasks =
        JSON.readValue(Path.of(arguments[0]).toFile(), new TypeReference<List<Task>>() {});
    Path answers = Path.of(arguments[1]);
    Timer timer = new Timer(true);
    for (Task task : tasks) {
      TimerTask end = ending();
      timer.schedule(end, LIMIT_MILLIS);
      try {
        Answer answer = Answer.of(tried(task));
        end.cancel();
        Files.writeString(
            answers, line(answer), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (OutOfMemoryError e) {
        Runtime.getRuntime().halt(FULL);
      }
    }
    System.exit(0);
  }

  private static TrialResult tried(Task task) throws UsageException {
    int dot = task.benchmark().lastIndexOf('.');
    return new ParameterFields(task.benchmark().substring(0, dot))
        .benchmark(task.parameters())
        .trial(task.benchmark().substring(dot + 1));
  }

  private static TimerTask ending() {
    return new TimerTask() {
      @Override
      public void run() {
        Runtime.getRuntime().halt(HANGS);
      }
    };
  }

  private static String line(Answer answer) throws JsonProcessingException {
    return JSON.writeValueAsString(answer) + "\n";
  }

  /** The answers in a file, in the order of the tasks; fewer if the JVM ended early. */
  static List<Answer> read(Path answers) throws IOException {
    return Files.exists(answers)
        ? JSON.readerFor(Answer.class).<Answer>readValues(answers.toFile()).readAll()
        : List.of();
  }

  /** Writes tasks for {@link #main}. */
  static void write(List<Task> tasks, Path file) throws IOException {
    JSON.writeValue(file.toFile(), tasks);
  }
}
