package requestpath.codec.msgpack.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePacker;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;

/** A cold start times the first call: it loads what this variant needs in this direction alone. */
class MsgPackColdStartTest {
  private static final String CODEC = MsgPackRawKeysCodec.class.getName();

  @Test
  void rawKeysReadWithoutWhatOnlyWritingOrAnotherVariantNeeds() throws Exception {
    Recording loader = new Recording();
    Object codec = codec(loader);
    Object read =
        method(codec, "fromBytes", byte[].class)
            .invoke(codec, (Object) Payload.DOCUMENT.messagePack(1)[0]);

    assertThat(read.getClass().getName()).isEqualTo(Item.class.getName());
    assertThat(loader.loaded)
        .contains(ReusedUnpacker.class.getName())
        .doesNotContain(
            MsgPackCoreCodec.class.getName(),
            MsgPackCoreFlat.OfItem.class.getName(),
            MsgPackRawPacker.class.getName(),
            ReusedOutput.class.getName(),
            MessageBufferPacker.class.getName());
  }

  @Test
  void rawKeysWriteWithoutWhatOnlyReadingOrAnotherVariantNeeds() throws Exception {
    Recording loader = new Recording();
    Object codec = codec(loader);
    Object item =
        loader
            .loadClass(Item.class.getName())
            .getConstructor(
                int.class, String.class, String.class, String.class, int.class, double.class)
            .newInstance(1, "a", "b", "c", 2, 3.5);
    Object bytes = method(codec, "toBytes", Object.class).invoke(codec, item);

    assertThat(bytes)
        .isEqualTo(
            MsgPackLibrary.MSGPACK_CORE
                .codec(Payload.DOCUMENT.one(Binding.RECORD))
                .toBytes(new Item(1, "a", "b", "c", 2, 3.5)));
    assertThat(loader.loaded)
        .contains(MsgPackRawPacker.class.getName(), MessagePacker.class.getName())
        .doesNotContain(
            MsgPackCoreCodec.class.getName(),
            MsgPackCoreFlat.OfItem.class.getName(),
            ReusedUnpacker.class.getName(),
            MessageBufferPacker.class.getName());
  }

  @Test
  void aNameWhoseHeaderIsLongerThanAByteIsRefused() {
    assertThat(new MsgPackRawNames(List.of("x".repeat(31)))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MsgPackRawNames(List.of("x".repeat(32))))
        .withMessageContaining("32 bytes");
  }

  private static Object codec(ClassLoader loader) throws Exception {
    Class<?> shape = loader.loadClass("requestpath.payload.Shape");
    Object one =
        shape.getMethod("one", Class.class).invoke(null, loader.loadClass(Item.class.getName()));
    Constructor<?> constructor = loader.loadClass(CODEC).getDeclaredConstructor(shape);
    constructor.setAccessible(true);
    return constructor.newInstance(one);
  }

  private static Method method(Object codec, String name, Class<?> parameter) throws Exception {
    Method method = codec.getClass().getMethod(name, parameter);
    method.setAccessible(true);
    return method;
  }

  /** Loads this project's classes and those of msgpack-core itself, and notes which. */
  private static final class Recording extends ClassLoader {
    final Set<String> loaded = new TreeSet<>();

    Recording() {
      super(MsgPackColdStartTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("requestpath.") && !name.startsWith("org.msgpack.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        loaded.add(name);
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          if (in == null) {
            throw new ClassNotFoundException(name);
          }
          byte[] bytes = in.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }
}
