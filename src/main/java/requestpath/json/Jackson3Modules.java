package requestpath.json;

import java.util.Iterator;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.module.blackbird.BlackbirdModule;

/**
 * Whether Blackbird has replaced reflection as it should: it leaves a class alone that it cannot
 * get at, and goes on.
 */
final class Jackson3Modules {
  private Jackson3Modules() {}

  static JacksonModule blackbird() {
    return new BlackbirdModule();
  }

  /**
   * What the module has replaced for a class, in words.
   *
   * @throws IllegalStateException when that is nothing
   */
  static String requireEffect(ObjectMapper mapper, JacksonModule module, Class<?> type) {
    String own = module.getClass().getPackageName();
    ValueSerializer<Object> serializer =
        mapper._serializationContext().findTypedValueSerializer(type, false);
    Count getters = count(serializer.properties(), own);

    DeserializationContext context = mapper._deserializationContext();
    ValueDeserializer<Object> deserializer =
        context.findRootValueDeserializer(mapper.constructType(type));
    if (!(deserializer instanceof BeanDeserializerBase bean)) {
      throw new IllegalStateException(
          type.getName() + " is read by " + deserializer.getClass().getName());
    }
    Count setters = count(bean.properties(), own);
    ValueInstantiator instantiator = bean.getValueInstantiator();
    boolean constructor = instantiator.getClass() != StdValueInstantiator.class;

    if (getters.own == 0 || (!type.isRecord() && (setters.own == 0 || !constructor))) {
      throw new IllegalStateException(
          module.getModuleName() + " left " + type.getName() + " to reflection");
    }
    return module.getModuleName()
        + " "
        + module.version()
        + " in "
        + getters
        + " getters, "
        + setters
        + " setters and "
        + (constructor ? "the constructor" : "no constructor");
  }

  private record Count(int own, int all) {
    @Override
    public String toString() {
      return own + " of " + all;
    }
  }

  private static Count count(Iterator<?> properties, String modulePackage) {
    int own = 0;
    int all = 0;
    while (properties.hasNext()) {
      all++;
      if (properties.next().getClass().getPackageName().startsWith(modulePackage)) {
        own++;
      }
    }
    return new Count(own, all);
  }
}
