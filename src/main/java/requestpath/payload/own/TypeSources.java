package requestpath.payload.own;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import requestpath.payload.own.FieldType.Field;
import requestpath.payload.own.FieldType.ListOf;
import requestpath.payload.own.FieldType.MapOf;
import requestpath.payload.own.FieldType.ObjectOf;
import requestpath.payload.own.FieldType.Scalar;
import requestpath.payload.own.FieldType.Untyped;

/**
 * Writes the types of a document as Java, the way that people write them for these libraries: plain
 * records and plain classes with getters and setters. A field bears annotations only where Java
 * cannot call it what the document calls it.
 *
 * <p>With Palantir's JavaPoet: it knows records, and the original is deprecated
 * (https://github.com/square/javapoet).
 */
final class TypeSources {
  private static final ClassName NULLABLE = ClassName.get("jakarta.annotation", "Nullable");
  private static final ClassName DSL_JSON = ClassName.get("com.dslplatform.json", "JsonAttribute");

  /** The annotation of each library that generates code: on every type. */
  private static final List<ClassName> GENERATORS =
      List.of(
          ClassName.get("com.dslplatform.json", "CompiledJson"),
          ClassName.get("io.avaje.jsonb", "Json"),
          ClassName.get("io.micronaut.serde.annotation", "Serdeable"));

  private static final ClassName JSON_BINDING =
      ClassName.get("jakarta.json.bind.annotation", "JsonbProperty");

  /** What names a field for a library, and its member that holds the name. */
  private static final Map<ClassName, String> RENAMING = new LinkedHashMap<>();

  static {
    RENAMING.put(ClassName.get("com.fasterxml.jackson.annotation", "JsonProperty"), "value");
    RENAMING.put(ClassName.get("com.google.gson.annotations", "SerializedName"), "value");
    RENAMING.put(ClassName.get("com.squareup.moshi", "Json"), "name");
    RENAMING.put(ClassName.get("com.alibaba.fastjson2.annotation", "JSONField"), "name");
    RENAMING.put(ClassName.get("org.apache.fory.json.annotation", "JsonProperty"), "value");
    RENAMING.put(ClassName.get("io.avaje.jsonb", "Json", "Property"), "value");
    RENAMING.put(JSON_BINDING, "value");
    RENAMING.put(ClassName.get("io.github.wycst.wast.json.annotations", "JsonProperty"), "name");
  }

  private TypeSources() {}

  /** The records, one file each. */
  static List<JavaFile> records(DocumentTypes types, String packageName) {
    List<JavaFile> files = new ArrayList<>();
    for (ObjectOf object : types.objects()) {
      MethodSpec.Builder components = MethodSpec.constructorBuilder();
      for (Field field : object.fields()) {
        ParameterSpec.Builder component =
            ParameterSpec.builder(type(field, packageName), field.component());
        annotations(field, field.component()).forEach(component::addAnnotation);
        if (field.isRenamed(field.component())) {
          component.addAnnotation(
              AnnotationSpec.builder(DSL_JSON)
                  .addMember("name", "$L", Literals.of(field.name()))
                  .build());
        }
        components.addParameter(component.build());
      }
      files.add(
          file(
              packageName,
              TypeSpec.recordBuilder(object.name()).recordConstructor(components.build())));
    }
    return files;
  }

  /** The classes with getters and setters, one file each. */
  static List<JavaFile> beans(DocumentTypes types, String packageName) {
    List<JavaFile> files = new ArrayList<>();
    for (ObjectOf object : types.objects()) {
      TypeSpec.Builder bean = TypeSpec.classBuilder(object.name()).addModifiers(Modifier.FINAL);
      for (Field field : object.fields()) {
        bean.addField(field(field, packageName));
      }
      int index = 0;
      for (Field field : object.fields()) {
        bean.addMethod(getter(field, ++index, packageName));
        bean.addMethod(setter(field, packageName));
      }
      files.add(file(packageName, bean));
    }
    return files;
  }

  private static JavaFile file(String packageName, TypeSpec.Builder type) {
    type.addModifiers(Modifier.PUBLIC);
    GENERATORS.forEach(type::addAnnotation);
    return JavaFile.builder(packageName, type.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }

  private static FieldSpec field(Field field, String packageName) {
    FieldSpec.Builder spec =
        FieldSpec.builder(type(field, packageName), field.identifier(), Modifier.PRIVATE);
    annotations(field, field.identifier()).forEach(spec::addAnnotation);
    return spec.build();
  }

  /**
   * DSL-JSON gathers the properties of a class in a hash map; without an index on each it writes
   * them in hash order. It takes {@code X1} for the property of {@code getX1}.
   */
  private static AnnotationSpec attribute(Field field, int index) {
    AnnotationSpec.Builder attribute = AnnotationSpec.builder(DSL_JSON);
    String property = capitalised(field.identifier());
    boolean keepsCase = property.length() > 1 && property.toUpperCase(Locale.ROOT).equals(property);
    if (keepsCase || field.isRenamed(field.identifier())) {
      attribute.addMember("name", "$L", Literals.of(field.name()));
    }
    return attribute.addMember("index", "$L", index).build();
  }

  private static MethodSpec getter(Field field, int index, String packageName) {
    boolean isFlag = field.type() == Scalar.BOOLEAN && !field.isNullable();
    MethodSpec.Builder getter =
        MethodSpec.methodBuilder((isFlag ? "is" : "get") + capitalised(field.identifier()))
            .addAnnotation(attribute(field, index))
            .addModifiers(Modifier.PUBLIC)
            .returns(type(field, packageName))
            .addStatement("return $N", field.identifier());
    if (field.isNullable()) {
      getter.addAnnotation(NULLABLE);
    }
    return getter.build();
  }

  private static MethodSpec setter(Field field, String packageName) {
    ParameterSpec.Builder value =
        ParameterSpec.builder(type(field, packageName), field.identifier());
    if (field.isNullable()) {
      value.addAnnotation(NULLABLE);
    }
    return MethodSpec.methodBuilder("set" + capitalised(field.identifier()))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(value.build())
        .addStatement("this.$N = $N", field.identifier(), field.identifier())
        .build();
  }

  private static String capitalised(String identifier) {
    return identifier.substring(0, 1).toUpperCase(Locale.ROOT) + identifier.substring(1);
  }

  /**
   * The annotations of a field.
   *
   * @param inJava its name there
   */
  private static List<AnnotationSpec> annotations(Field field, String inJava) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    if (field.isNullable()) {
      annotations.add(AnnotationSpec.builder(NULLABLE).build());
    }
    if (field.isRenamed(inJava)) {
      RENAMING.forEach(
          (annotation, member) -> {
            AnnotationSpec.Builder renaming =
                AnnotationSpec.builder(annotation)
                    .addMember(member, "$L", Literals.of(field.name()));
            if (annotation.equals(JSON_BINDING) && field.isNullable()) {
              // Otherwise it is left out where it is null, whatever the configuration says.
              renaming.addMember("nillable", "true");
            }
            annotations.add(renaming.build());
          });
    }
    return annotations;
  }

  private static TypeName type(Field field, String packageName) {
    return field.type() instanceof Scalar scalar && !field.isNullable()
        ? plain(scalar)
        : boxed(field.type(), packageName);
  }

  private static TypeName boxed(FieldType type, String packageName) {
    if (type instanceof Scalar scalar) {
      return plain(scalar).box();
    }
    if (type instanceof ListOf list) {
      return ParameterizedTypeName.get(
          ClassName.get(List.class), boxed(list.element(), packageName));
    }
    if (type instanceof MapOf map) {
      return ParameterizedTypeName.get(
          ClassName.get(Map.class), ClassName.get(String.class), boxed(map.value(), packageName));
    }
    return type instanceof Untyped
        ? ClassName.OBJECT
        : ClassName.get(packageName, ((ObjectOf) type).name());
  }

  private static TypeName plain(Scalar scalar) {
    return switch (scalar) {
      case TEXT -> ClassName.get(String.class);
      case BOOLEAN -> TypeName.BOOLEAN;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }
}
