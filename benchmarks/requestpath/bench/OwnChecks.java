package requestpath.bench;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.Jackson3Exceptions;
import requestpath.codec.json.JsonLibrary;
import requestpath.harness.api.TrialResult;
import requestpath.payload.Binding;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;
import requestpath.payload.own.Generator;
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

  /** The libraries that cannot do without the code that they generate. */
  private static final Map<JsonLibrary, Generator> GENERATORS =
      Map.of(
          JsonLibrary.DSL_JSON, Generator.DSL_JSON,
          JsonLibrary.DSL_JSON_INEXACT, Generator.DSL_JSON,
          JsonLibrary.AVAJE_JSONB, Generator.AVAJE_JSONB,
          JsonLibrary.AVAJE_JSONB_INEXACT, Generator.AVAJE_JSONB,
          JsonLibrary.MICRONAUT_SERDE, Generator.MICRONAUT_SERDE);

  private static final Map<String, OwnDocument> TRIED = new LinkedHashMap<>();

  private OwnChecks() {}

  /** Whether types of the file can be had; for maps none are needed. */
  static Support types(String file, Binding binding, String type) {
    if (binding == Binding.MAP) {
      return Support.YES;
    }
    return OwnTypes.problem(file, binding, type)
        .map(
            problem ->
                type.equals(OwnTypes.INFERRED)
                    ? Support.noForFile(problem, COMPILER)
                    : Support.no(problem, TYPES_GUIDE))
        .orElse(Support.YES);
  }

  /** Whether the code that a library generates for inferred types was generated. */
  static Support generatedCode(JsonLibrary library, String file, Binding binding, String type) {
    Generator generator = GENERATORS.get(library);
    return generator == null || !type.equals(OwnTypes.INFERRED)
        ? Support.YES
        : OwnTypes.notGenerated(generator, file, binding)
            .map(
                problem ->
                    Support.noForFile(
                        "its generator makes no code for the types: " + problem, OwnPayload.GUIDE))
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

  /**
   * The objects of a document.
   *
   * @throws WrongAnswerException when it is a list and they are none
   */
  static List<?> list(OwnDocument own, Object document) {
    if (!own.isList()) {
      return List.of(document);
    }
    if (document instanceof List<?> list) {
      return list;
    }
    throw new WrongAnswerException("it makes " + document.getClass().getName() + " and not a list");
  }

  /**
   * The trees of objects of inferred types.
   *
   * @throws WrongAnswerException when a part of one is not of its type
   */
  static List<?> trees(OwnDocument own, List<?> decoded) {
    try {
      return own.treesOf(decoded);
    } catch (ClassCastException e) {
      throw new WrongAnswerException("it decodes to other types than those of the fields");
    }
  }

  /**
   * Refuses maps and lists that erasure lets stand where a class of the user's own declares other
   * objects.
   *
   * @throws WrongAnswerException when one does
   */
  static void requireDeclaredTypes(OwnDocument own, List<?> decoded) {
    own.undeclared(decoded)
        .ifPresent(
            found -> {
              throw new WrongAnswerException("it decodes to " + found);
            });
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

  /** Makes trees of what the library writes of what it has read of the document. */
  interface RoundTrip {
    /**
     * Makes them.
     *
     * @throws Exception when the library fails
     */
    List<?> trees() throws Exception;
  }

  /**
   * Whether a variant takes the document, found by trying.
   *
   * @param known what is known before
   * @param build builds its codec, which sees the types and nothing of the document
   * @param check runs its correctness check
   * @param roundTrip tells which fields it finds in a class of the user's own
   */
  static TrialResult tried(
      Support known, OwnDocument own, Step build, Step check, RoundTrip roundTrip) {
    if (!known.isSupported()) {
      return TrialResult.of(known);
    }
    try {
      build.run();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Exception | Error e) {
      return no("it has no codec for the type: " + firstLine(e));
    }
    try {
      check.run();
      return own.isOfOwnClass()
          ? withFields(own.namesOfFieldsIn(roundTrip.trees()))
          : TrialResult.of(Support.YES);
    } catch (WrongAnswerException e) {
      return no("tried on the file: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Exception | Error e) {
      return no("tried on the file: it throws " + e.getClass().getName());
    }
  }

  private static TrialResult withFields(Set<String> fields) {
    return fields.isEmpty()
        ? no("tried on the file: no field of the type is in the file")
        : new TrialResult(Support.YES, fields);
  }

  private static TrialResult no(String reason) {
    return TrialResult.of(Support.noForFile(reason, OwnPayload.GUIDE));
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
