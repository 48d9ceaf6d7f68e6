package requestpath.msgpack;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdValueInstantiator;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.util.Iterator;

/**
 * Blackbird in a mapper, and whether it has replaced reflection there: it leaves a class alone that
 * it cannot get at, and goes on.
 */
final class BlackbirdModules {
  private BlackbirdModules() {}

  /**
   * Registers it with a mapper.
   *
   * @return what it has replaced for the class, in words
   * @throws IllegalStateException when that is nothing
   */
  static String register(ObjectMapper mapper, Class<?> type) {
    Module module = new BlackbirdModule();
    mapper.registerModule(module);
    String own = module.getClass().getPackageName();
    try {
      JsonSerializer<Object> serializer =
          mapper.getSerializerProviderInstance().findTypedValueSerializer(type, false, null);
      Count getters = count(serializer.properties(), own);

      DeserializationContext context =
          ((DefaultDeserializationContext) mapper.getDeserializationContext())
              .createDummyInstance(mapper.getDeserializationConfig());
      JsonDeserializer<Object> deserializer =
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
    } catch (JsonMappingException e) {
      throw new IllegalStateException(type.getName() + " cannot be bound", e);
    }
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
