package requestpath.codec;

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
import com.fasterxml.jackson.module.afterburner.AfterburnerModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import com.fasterxml.jackson.module.kotlin.KotlinModule;
import java.util.Iterator;

/**
 * Whether a module that should replace reflection has done so: Afterburner and Blackbird leave a
 * class alone that they cannot get at, and go on.
 */
public final class Jackson2Modules {
  private Jackson2Modules() {}

  /** In a class of its own, so that it loads nothing of the other. */
  public static final class Afterburner {
    private Afterburner() {}

    /** The module, new. */
    public static Module module() {
      return new AfterburnerModule();
    }
  }

  /** In a class of its own, so that it loads nothing of the other. */
  public static final class Blackbird {
    private Blackbird() {}

    /** The module, new. */
    public static Module module() {
      return new BlackbirdModule();
    }
  }

  /** In a class of its own, so that it loads nothing of the others. */
  public static final class Kotlin {
    private Kotlin() {}

    /** The module, new. */
    public static Module module() {
      return new KotlinModule.Builder().build();
    }

    /**
     * That the module calls the constructor of a class, in words.
     *
     * @throws IllegalStateException when it does not
     */
    public static String requireEffect(ObjectMapper mapper, Module module, Class<?> type) {
      try {
        Class<?> instantiator = reading(mapper, type).getValueInstantiator().getClass();
        if (!instantiator.getPackage().equals(module.getClass().getPackage())) {
          throw new IllegalStateException(
              module.getModuleName() + " left " + type.getName() + " to reflection");
        }
        return module.getModuleName()
            + " "
            + module.version()
            + " in the constructor of "
            + type.getName();
      } catch (JsonMappingException e) {
        throw new IllegalStateException(type.getName() + " cannot be bound", e);
      }
    }
  }

  /**
   * What the module has replaced for a class, in words.
   *
   * @throws IllegalStateException when that is nothing
   */
  public static String requireEffect(ObjectMapper mapper, Module module, Class<?> type) {
    String own = module.getClass().getPackageName();
    try {
      JsonSerializer<Object> serializer =
          mapper.getSerializerProviderInstance().findTypedValueSerializer(type, false, null);
      Count getters = count(serializer.properties(), own);

      BeanDeserializerBase bean = reading(mapper, type);
      Count setters = count(bean.properties(), own);
      // Afterburner's is a generated class beside the bound one.
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

  /**
   * What reads a class.
   *
   * @throws IllegalStateException when it is not read as a bean
   */
  private static BeanDeserializerBase reading(ObjectMapper mapper, Class<?> type)
      throws JsonMappingException {
    DeserializationContext context =
        ((DefaultDeserializationContext) mapper.getDeserializationContext())
            .createDummyInstance(mapper.getDeserializationConfig());
    JsonDeserializer<Object> deserializer =
        context.findRootValueDeserializer(mapper.constructType(type));
    if (deserializer instanceof BeanDeserializerBase bean) {
      return bean;
    }
    throw new IllegalStateException(
        type.getName() + " is read by " + deserializer.getClass().getName());
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
