package requestpath.codec.json.jackson3;

import requestpath.payload.Support;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Whether Blackbird has replaced reflection as it should: it leaves a class alone that it cannot
 * get at, and goes on.
 */
final class Jackson3Modules {
  /** The first Java that has the ClassFile API, which Blackbird generates code with. */
  private static final int FIRST_JAVA = 25;

  private Jackson3Modules() {}

  static JacksonModule blackbird() {
    return new BlackbirdModule();
  }

  /** Whether Blackbird runs on this JVM's Java. */
  static boolean isSupported() {
    return Runtime.version().feature() >= FIRST_JAVA;
  }

  /** Which Java Blackbird runs on. */
  static Support support() {
    return Support.fromJava(
        FIRST_JAVA,
        "it generates code with the JDK's ClassFile API and refuses a Java before " + FIRST_JAVA,
        "https://github.com/FasterXML/jackson-modules-base");
  }

  /**
   * What the module has replaced for a class, in words.
   *
   * @throws IllegalStateException when it has left the writing or the reading to reflection
   */
  static String requireEffect(ObjectMapper mapper, JacksonModule module, Class<?> type) {
    Object serializer = mapper._serializationContext().findTypedValueSerializer(type, false);
    Object deserializer =
        mapper._deserializationContext().findRootValueDeserializer(mapper.constructType(type));
    if (!isGenerated(serializer, module) || !isGenerated(deserializer, module)) {
      throw new IllegalStateException(
          module.getModuleName() + " left " + type.getName() + " to reflection");
    }
    return module.getModuleName()
        + " "
        + module.version()
        + " with a generated serializer and deserializer";
  }

  /** A generated class extends one of the module's; what is left to reflection is databind's. */
  private static boolean isGenerated(Object codec, JacksonModule module) {
    return codec
        .getClass()
        .getSuperclass()
        .getPackageName()
        .startsWith(module.getClass().getPackageName());
  }
}
