package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.skip;

import java.io.IOException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;

/** {@link Numbers} and its bean through msgpack-core. */
final class MsgPackCoreNumbers {
  private MsgPackCoreNumbers() {}

  static final class OfRecord implements MsgPackCoreTemplate<Numbers> {
    @Override
    public void pack(MessagePacker packer, Numbers numbers) throws IOException {
      packer
          .packMapHeader(6)
          .packString("id")
          .packInt(numbers.id())
          .packString("counter")
          .packLong(numbers.counter())
          .packString("offset")
          .packLong(numbers.offset())
          .packString("amount")
          .packDouble(numbers.amount())
          .packString("ratio")
          .packDouble(numbers.ratio())
          .packString("factor")
          .packDouble(numbers.factor());
    }

    @Override
    public Numbers unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> id = unpacker.unpackInt();
          case "counter" -> counter = unpacker.unpackLong();
          case "offset" -> offset = unpacker.unpackLong();
          case "amount" -> amount = unpacker.unpackDouble();
          case "ratio" -> ratio = unpacker.unpackDouble();
          case "factor" -> factor = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  static final class OfBean implements MsgPackCoreTemplate<NumbersBean> {
    @Override
    public void pack(MessagePacker packer, NumbersBean numbers) throws IOException {
      packer
          .packMapHeader(6)
          .packString("id")
          .packInt(numbers.getId())
          .packString("counter")
          .packLong(numbers.getCounter())
          .packString("offset")
          .packLong(numbers.getOffset())
          .packString("amount")
          .packDouble(numbers.getAmount())
          .packString("ratio")
          .packDouble(numbers.getRatio())
          .packString("factor")
          .packDouble(numbers.getFactor());
    }

    @Override
    public NumbersBean unpack(MessageUnpacker unpacker) throws IOException {
      NumbersBean numbers = new NumbersBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> numbers.setId(unpacker.unpackInt());
          case "counter" -> numbers.setCounter(unpacker.unpackLong());
          case "offset" -> numbers.setOffset(unpacker.unpackLong());
          case "amount" -> numbers.setAmount(unpacker.unpackDouble());
          case "ratio" -> numbers.setRatio(unpacker.unpackDouble());
          case "factor" -> numbers.setFactor(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return numbers;
    }
  }
}
