package requestpath.payload.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Equivalence;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.StrictJson;
import requestpath.payload.Binding;
import requestpath.payload.OwnPayload;

/** Types are inferred by the rules of the guide, compile whatever a document holds, and bind it. */
class OwnTypesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1}                                   | int a) {}
          {"a":2147483648}                          | long a) {}
          {"a":1.0}                                 | double a) {}
          [{"a":1},{"a":2.5}]                       | double a) {}
          [{"a":9007199254740993},{"a":2.5}]        | Object a) {}
          [{"a":1},{}]                              | @Nullable Integer a) {}
          [{"a":true},{"a":null}]                   | @Nullable Boolean a) {}
          {"a":null}                                | @Nullable Object a) {}
          {"a":[]}                                  | List<Object> a) {}
          {"a":[1,null]}                            | List<Integer> a) {}
          {"a":[[1.5],[]]}                          | List<List<Double>> a) {}
          {"a":[1,"x"]}                             | List<Object> a) {}
          {"a":{}}                                  | Map<String, Object> a) {}
          {"a":{"b":1}}                             | A a) {}
          {"lines":[{"b":1}]}                       | List<Line> lines) {}
          {"a":{"/x":1,"/y z":2}}                   | Map<String, Integer> a) {}
          {"a":{"1001":{"b":1},"1002":{"b":2}}}     | Map<String, A> a) {}
          {"order-id":1}                            | int orderId) {}  // "order-id"
          {"class":1}                               | int class_) {}  // "class"
          {"aName":1}                               | int a_Name) {}  // "aName"
          {"URL":1}                                 | int url) {}  // "URL"
          {"issues_url":"x"}                        | String theIssues_url) {}  // "issues_url"
          {"settings":1}                            | int theSettings) {}  // "settings"
          {"_id":1,"id":2}                          | int id) {}
          {"id":2,"_id":1}                          | int id_) {}  // "_id"
          {"is_paid":true}                          | boolean theIs_paid) {}  // "is_paid"
          [{"is_paid":true},{}]                     | @Nullable Boolean theIs_paid) {}  // "is_paid"
          """)
  void aFieldBecomesWhatTheGuideSays(String json, String type) {
    assertThat(DocumentTypes.of(OwnPayload.of(json.getBytes(UTF_8)).values()).inWords())
        .filteredOn(line -> line.startsWith("    "))
        .last()
        .isEqualTo("    " + type);
  }

  @Test
  void whatCannotBeTypedIsNamedWithItsReason() {
    String json = "[{\"a\":[1,\"x\"],\"b\":null,\"c\":[]},{\"a\":[true],\"b\":null,\"c\":[]}]";
    assertThat(DocumentTypes.of(OwnPayload.of(json.getBytes(UTF_8)).values()).notes())
        .containsExactly(
            "Document.a[] is Object: its values differ in kind: texts and numbers and booleans",
            "Document.b is Object: its only value is null",
            "Document.c[] is Object: no element has a value");
  }

  @Test
  void aPlaceIsNamedByFieldsAndNotByKeys() {
    String json = "[{\"order-lines\":[{\"by-day\":{\"2026-11-28\":{\"sum\":1}}}]}]";
    DocumentTypes types = DocumentTypes.of(OwnPayload.of(json.getBytes(UTF_8)).values());
    assertThat(
            FieldPath.inWords(
                types.root(), List.of(0, "order-lines", 0, "by-day", "2026-11-28", "sum")))
        .isEqualTo("order-lines[].by-day{}.sum");
    assertThat(FieldPath.inWords(types.root(), List.of("order-lines", "by-day")))
        .isEqualTo("order-lines[].by-day");
  }

  @Test
  void typesHaveNoMoreThanTheJvmTakes() {
    Map<String, Object> many = new LinkedHashMap<>();
    IntStream.rangeClosed(0, TypeInference.MAX_FIELDS).forEach(i -> many.put("f" + i, i % 2 == 0));
    many.put("other", "x");
    assertThat(DocumentTypes.of(List.of(Map.of("a", many))).notes())
        .containsExactly(
            "Document.a is a Map: an object of it has more than 120 fields",
            "Document.a{} is Object: its values differ in kind: texts and booleans");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentTypes.of(List.of(many)))
        .withMessage(
            "has no record or class: an object of it has more than 120 fields (measure it with"
                + " -p binding=MAP)");
    Object deep = 1;
    for (int i = 0; i < 150; i++) {
      deep = Map.of("a" + i, deep, "b" + i, "x");
    }
    assertThat(DocumentTypes.of(List.of(deep)).objects())
        .hasSizeLessThanOrEqualTo(TypeInference.MAX_DEPTH + 1);
    Map<String, Object> types = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      Map<String, Object> some = new LinkedHashMap<>();
      for (int j = 0; j < 100; j++) {
        some.put("t" + j, Map.of("x" + i + "_" + j, 1, "y" + i + "_" + j, "z"));
      }
      some.put("text", "x");
      types.put("p" + i, some);
    }
    assertThat(DocumentTypes.of(List.of(types)).objects())
        .hasSizeLessThanOrEqualTo(TypeInference.MAX_TYPES);
  }

  /**
   * All in one call of the compiler, which is what takes the time. {@code
   * -Drequestpath.random.documents} makes them more, {@code -Drequestpath.random.seed} other ones.
   */
  @Test
  void randomDocumentsCompileAndAreBoundByLibrariesAsByUs() throws Exception {
    RandomTypes random = new RandomTypes(Long.getLong("requestpath.random.seed", 20261128));
    List<OwnPayload> documents = new ArrayList<>();
    for (int i = Integer.getInteger("requestpath.random.documents", 60); i > 0; i--) {
      List<Object> objects = random.next();
      documents.add(OwnPayload.of(OwnPayload.of("[{}]".getBytes(UTF_8)).json(objects)));
    }
    List<Object> hostile = new ArrayList<>();
    Map<String, Object> object = new LinkedHashMap<>();
    RandomTypes.HOSTILE.stream()
        .filter(name -> !name.isEmpty())
        .forEach(name -> object.put(name, Map.of(name, 1, "text", "x")));
    hostile.add(object);
    documents.add(OwnPayload.of(OwnPayload.of("[{}]".getBytes(UTF_8)).json(hostile)));

    int bound = requireBound(documents, List.of(JsonLibrary.JACKSON2, JsonLibrary.GSON));
    assertThat(bound).isGreaterThan(100);
    assertThat(System.getProperty("requestpath.hacked")).isNull();
  }

  /** For Jakarta JSON Binding an annotation that renames a field also decides on nulls. */
  @Test
  void fieldsWithAnnotationsAreWrittenWhereTheyAreNull() throws Exception {
    String json = "[{\"order-id\":1,\"issue\":{\"a\":1}},{\"order-id\":null,\"issue\":null}]";

    int bound =
        requireBound(
            List.of(OwnPayload.of(json.getBytes(UTF_8))),
            List.of(
                JsonLibrary.JACKSON2,
                JsonLibrary.JACKSON3,
                JsonLibrary.GSON,
                JsonLibrary.MOSHI,
                JsonLibrary.YASSON,
                JsonLibrary.JOHNZON));

    assertThat(bound).isEqualTo(2);
  }

  private int requireBound(List<OwnPayload> documents, List<JsonLibrary> libraries)
      throws Exception {
    List<JavaFile> sources = new ArrayList<>();
    Map<String, OwnPayload> byPackage = new LinkedHashMap<>();
    for (OwnPayload own : documents) {
      DocumentTypes types;
      try {
        types = DocumentTypes.of(own.values());
      } catch (IllegalArgumentException e) {
        // It has no field, or one whose name is empty.
        assertThat(e).hasMessageMatching("has no record or class: an object of it has .*");
        continue;
      }
      String name = "d" + byPackage.size();
      sources.addAll(TypeSources.records(types, name + ".records"));
      sources.addAll(TypeSources.beans(types, name + ".beans"));
      byPackage.put(name + ".records", own);
      byPackage.put(name + ".beans", own);
    }
    requireCompiled(sources);
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {directory.resolve("classes").toUri().toURL()})) {
      for (Map.Entry<String, OwnPayload> each : byPackage.entrySet()) {
        OwnPayload own = each.getValue();
        OwnDocument document =
            OwnDocument.of(own, DocumentTypes.of(own.values()), each.getKey(), loader);
        for (JsonLibrary library : libraries) {
          requireBound(document, library, each.getKey());
        }
      }
    }
    return byPackage.size();
  }

  private void requireCompiled(List<JavaFile> sources) throws IOException {
    TypeCompiler compiler = new TypeCompiler(System.getProperty("java.class.path"));
    assertThat(
            compiler.compile(
                TypeCompiler.write(sources, directory.resolve("src")),
                directory.resolve("classes"),
                List.of(),
                List.of()))
        .isEmpty();
    assertThat(sources)
        .allSatisfy(source -> assertThat(source.toString()).matches("[\\x20-\\x7e\\n]*"));
  }

  private static void requireBound(OwnDocument own, JsonLibrary library, String what)
      throws IOException {
    JsonCodec<Object> codec = library.codec(own.shape());
    assertThat(codec.description()).as(what).isNotEmpty();
    List<Object> trees = own.trees();
    List<?> read = (List<?>) codec.fromBytes(own.json());
    assertThat(Equivalence.EXACT.difference(trees, own.treesOf(read)))
        .as(what + " " + library + " reads")
        .isEmpty();
    Object written = StrictJson.read(codec.toBytes(own.values(trees)));
    assertThat(Equivalence.EXACT.difference(trees, written))
        .as(what + " " + library + " writes")
        .isEmpty();
  }

  @Test
  void everyProcessorIsInTheProgram() throws Exception {
    OwnTypes.All made =
        made(
            "{\"order-id\":1,\"lines\":[{\"b\":null}],\"$ref\":1,\"xml:lang\":\"x\",\"@type\":2,"
                + "\"gr\u00f6\u00dfe #1\":3,\"a/b+c\":4,\"types\":{\"a\":1},\"generated\":{\"at\":\"x\"},"
                + "\"propertyNames\":{\"a\":2},\"viewBuilder\":{\"a\":3},\"methodHandle\":{\"a\":4},"
                + "\"issues_url\":\"x\",\"isbn\":1,\"is_paid\":true,\"isOpen\":true,\"isNew\":null,\"is\":1,"
                + "\"settings\":{\"set\":1},\"get\":\"x\",\"getX\":true,\"setUp\":1.5}");

    assertThat(made.generators()).containsOnlyKeys(Generator.values());
    assertThat(made.generators().values()).allMatch(String::isEmpty);
  }

  /**
   * Processors write names of fields into sources without escapes; each of these would be code that
   * runs when the class is loaded.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\\\".equals(System.setProperty(\\\"requestpath.hacked\\\",\\\"1\\\")) ? null : \\\"b\": 1}",
        "{\"x\\\" + /*\":1, \"\\nstatic{System.setProperty(\\\"requestpath.hacked\\\",\\\"1\\\");}//*/ \\\"b\":2}",
        "{\"#{T(java.lang.System).setProperty('requestpath.hacked','1')}\": 1}",
        "{\"a\\\\\": 1}",
        "{\"a\\u2028b\": 1}"
      })
  void namesThatCouldBecomeCodeGetIntoNoGeneratedCode(String json) throws Exception {
    OwnTypes.All made = made(json);

    assertThat(made.generators()).containsOnlyKeys(Generator.values());
    assertThat(made.generators().values())
        .allMatch(problem -> problem.endsWith("that code generators may take for code"));
    assertThat(made.classPath()).hasSize(1);
    assertThat(System.getProperty("requestpath.hacked")).isNull();
    OwnTypes.prepared(made);
    String file = made.byFile().keySet().iterator().next();
    assertThat(OwnTypes.notGenerated(Generator.DSL_JSON, file, Binding.BEAN))
        .hasValueSatisfying(
            problem -> assertThat(problem).endsWith("that code generators may take for code"));
  }

  /** fastjson2 generates code for 64 fields, and says what it does with more. */
  @Test
  void typesWithManyFieldsAreBoundAsTheLibraryThenBindsThem() throws Exception {
    Map<String, Object> object = new LinkedHashMap<>();
    IntStream.range(0, TypeInference.MAX_FIELDS)
        .forEach(i -> object.put("f" + i, i % 2 == 0 ? (Object) i : "x"));
    OwnPayload own =
        OwnPayload.of(OwnPayload.of("[{}]".getBytes(UTF_8)).json(List.of(object, object)));

    assertThat(requireBound(List.of(own), List.of(JsonLibrary.FASTJSON2, JsonLibrary.JACKSON2)))
        .isEqualTo(2);
  }

  private OwnTypes.All made(String json) throws IOException {
    OwnPayload own = OwnPayload.of(json.getBytes(UTF_8));
    Path file = Files.write(directory.resolve("own.json"), own.json());
    return OwnTypes.make(
        List.of(file.toString()),
        Files.createDirectory(directory.resolve("types")),
        System.getProperty("java.class.path"));
  }
}
