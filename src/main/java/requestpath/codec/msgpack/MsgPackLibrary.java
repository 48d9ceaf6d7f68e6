package requestpath.codec.msgpack;

import requestpath.codec.msgpack.core.MsgPackCoreCodec;
import requestpath.codec.msgpack.core.MsgPackCoreValueCodec;
import requestpath.codec.msgpack.core.MsgPackRawKeysCodec;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * The MessagePack libraries. A constant builds its codec in a body of its own, so that choosing one
 * loads nothing of the others.
 */
public enum MsgPackLibrary {
  /**
   * msgpack-core (the library of msgpack-java) as people use it: packer and unpacker reused, fields
   * written by hand.
   */
  MSGPACK_CORE {
    @Override
    public <T> MsgPackCodec<T> codec(Shape<T> shape) {
      return new MsgPackCoreCodec<>(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return MsgPackCoreCodec.supports(shape);
    }
  },
  /** msgpack-core as an expert writes it: names as raw bytes, a custom output. */
  MSGPACK_CORE_RAW_KEYS {
    @Override
    public <T> MsgPackCodec<T> codec(Shape<T> shape) {
      return new MsgPackRawKeysCodec<>(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return MsgPackRawKeysCodec.supports(shape);
    }
  },
  /** msgpack-core through its Value API, the values made plain maps. Maps alone. */
  MSGPACK_CORE_VALUE {
    @Override
    public <T> MsgPackCodec<T> codec(Shape<T> shape) {
      return new MsgPackCoreValueCodec<>(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return MsgPackCoreValueCodec.supports(shape);
    }
  },
  /** jackson-dataformat-msgpack: Jackson 2 databind over msgpack-core. */
  JACKSON_MSGPACK {
    @Override
    public <T> MsgPackCodec<T> codec(Shape<T> shape) {
      return new JacksonMsgPackCodec<>(shape, false);
    }
  },
  /**
   * jackson-dataformat-msgpack with the Blackbird module of Jackson: lambdas instead of reflection.
   */
  JACKSON_MSGPACK_BLACKBIRD {
    @Override
    public <T> MsgPackCodec<T> codec(Shape<T> shape) {
      return new JacksonMsgPackCodec<>(shape, true);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return JacksonMsgPackCodec.supportsBlackbird(shape);
    }
  },
  /** No library but the reference: written by hand in plain Java for the articles' records. */
  HANDWRITTEN {
    @Override
    public <T> MsgPackCodec<T> codec(Shape<T> shape) {
      return new HandwrittenMsgPackCodec<>(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return HandwrittenMsgPackCodec.supports(shape);
    }
  };

  /**
   * The library's codec for a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  public abstract <T> MsgPackCodec<T> codec(Shape<T> shape);

  /** Whether the library can do the shape; all can, unless a constant says otherwise. */
  public Support supports(Shape<?> shape) {
    return Support.YES;
  }
}
