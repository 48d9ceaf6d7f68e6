package requestpath.bench;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.Jackson3Exceptions;
import requestpath.payload.Binding;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;
import requestpath.payload.own.OwnDocument;
import requestpath.payload.own.OwnTypes;

/**
 * What the benchmarks of the user's own document share: their messages quote nothing of it, as
 * people measure private data. They name types and fields, but no value and no key of a map.
 */
final class OwnChecks {
  /** What makes types of a file. */
  private static final String COMPILER =
      "https://docs.oracle.com/en/java/javase/17/docs/api/java.compiler/javax/tools/JavaCompiler.html";

  /** What tells of classes of the user's own. */
  private static final String TYPES_GUIDE = "guide own-data.md, Types of your own";

  /** Characters of a library's own reason that are quoted. */
  private static final int LONGEST = 200;

  private static final Map<String, OwnDocument> TRIED = new LinkedHashMap<>();

  private OwnChecks() {}

  /** Whether types of the file can be had; for maps none are needed. */
  static Support types(String file, Binding binding, String type) {
    if (binding == Binding.MAP) {
      return Support.YES;
    }
    return OwnTypes.problem(file, binding, type)
        .map(
            problem -> Support.no(problem, type.equals(OwnTypes.INFERRED) ? COMPILER : TYPES_GUIDE))
        .orElse(Support.YES);
  }

  /**
   * Runs a check.
   *
   * @throws WrongAnswerException when it fails
   */
  static Produced withoutQuotes(OwnDocument own, Callable<Produced> check) {
    try {
      return check.call();
    } catch (WrongAnswerException e) {
      throw new WrongAnswerException(
          e.difference()
              .map(
                  difference -> {
                    String place = own.place(difference.path());
                    return e.what()
                        + (place.isEmpty() ? ": " : " in the field " + place + ": ")
                        + difference.kind();
                  })
              // What follows a colon may be a message of the reader that read it.
              .orElseGet(() -> e.what().replaceFirst("(?s): .*", "")));
    } catch (ClassCastException e) {
      throw new WrongAnswerException("it decodes to other types than those of the fields");
    } catch (Exception e) {
      Optional<String> refused = refusedType(e);
      if (refused.isPresent()) {
        throw new WrongAnswerException("it refuses the type: " + firstLine(refused.get()));
      }
      String place = own.place(where(e));
      throw new WrongAnswerException(
          "it throws "
              + e.getClass().getName()
              + (place.isEmpty() ? "" : " at the field " + place));
    }
  }

  /** Why it refuses a type, as only Jackson says without a quote of the document. */
  private static Optional<String> refusedType(Exception thrown) {
    return thrown instanceof InvalidDefinitionException jackson2
        ? Optional.of(String.valueOf(jackson2.getOriginalMessage()))
        : Jackson3Exceptions.refusedType(thrown);
  }

  /** The place in the document that an exception tells, as only those of Jackson do. */
  private static List<Object> where(Exception thrown) {
    return thrown instanceof JsonMappingException jackson2
        ? jackson2.getPath().stream()
            .map(step -> step(step.getFieldName(), step.getIndex()))
            .toList()
        : Jackson3Exceptions.path(thrown);
  }

  private static Object step(@Nullable String name, int index) {
    return name == null ? index : name;
  }

  /** The document of trials, which try many variants on the same one. */
  static OwnDocument document(String file, Binding binding, String type) {
    synchronized (TRIED) {
      String key = file + " " + binding + " " + type;
      OwnDocument known = TRIED.get(key);
      if (known == null) {
        if (TRIED.size() == Binding.values().length) {
          TRIED.clear();
        }
        known = OwnDocument.of(file, binding, type);
        TRIED.put(key, known);
      }
      return known;
    }
  }

  /** A step of a trial. */
  interface Step {
    /**
     * Takes the step.
     *
     * @throws Exception when the variant fails
     */
    void run() throws Exception;
  }

  /**
   * Whether a variant takes the document, found by trying.
   *
   * @param build builds its codec, which sees the types and nothing of the document
   * @param check runs its correctness check
   * @param missing names a field that it leaves out; empty for none
   */
  static Support tried(Step build, Step check, Callable<String> missing) {
    try {
      build.run();
    } catch (Exception | LinkageError e) {
      return Support.no("it has no codec for the type: " + firstLine(e), OwnPayload.GUIDE);
    }
    try {
      check.run();
      String field = missing.call();
      return field.isEmpty()
          ? Support.YES
          : Support.no("tried on the file: " + field, OwnPayload.GUIDE);
    } catch (WrongAnswerException e) {
      return Support.no("tried on the file: " + e.getMessage(), OwnPayload.GUIDE);
    } catch (Exception | LinkageError | StackOverflowError e) {
      return Support.no("tried on the file: it throws " + e.getClass().getName(), OwnPayload.GUIDE);
    }
  }

  private static String firstLine(Throwable thrown) {
    String message =
        thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
    return firstLine(message);
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
