package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.skip;

import java.io.IOException;
import java.util.List;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;

/** {@link Numbers} and its bean through msgpack-core, names as raw bytes. */
final class MsgPackRawNumbers {
  private static final int ID = 0;
  private static final int COUNTER = 1;
  private static final int OFFSET = 2;
  private static final int AMOUNT = 3;
  private static final int RATIO = 4;
  private static final int FACTOR = 5;

  private static final List<String> NAMES =
      List.of("id", "counter", "offset", "amount", "ratio", "factor");

  private MsgPackRawNumbers() {}

  static final class OfRecord implements MsgPackCoreTemplate<Numbers> {
    private final MsgPackRawNames names = new MsgPackRawNames(NAMES);

    @Override
    public void pack(MessagePacker packer, Numbers numbers) throws IOException {
      packer.packMapHeader(6);
      names.pack(packer, ID).packInt(numbers.id());
      names.pack(packer, COUNTER).packLong(numbers.counter());
      names.pack(packer, OFFSET).packLong(numbers.offset());
      names.pack(packer, AMOUNT).packDouble(numbers.amount());
      names.pack(packer, RATIO).packDouble(numbers.ratio());
      names.pack(packer, FACTOR).packDouble(numbers.factor());
    }

    @Override
    public Numbers unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ID -> id = unpacker.unpackInt();
          case COUNTER -> counter = unpacker.unpackLong();
          case OFFSET -> offset = unpacker.unpackLong();
          case AMOUNT -> amount = unpacker.unpackDouble();
          case RATIO -> ratio = unpacker.unpackDouble();
          case FACTOR -> factor = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  static final class OfBean implements MsgPackCoreTemplate<NumbersBean> {
    private final MsgPackRawNames names = new MsgPackRawNames(NAMES);

    @Override
    public void pack(MessagePacker packer, NumbersBean numbers) throws IOException {
      packer.packMapHeader(6);
      names.pack(packer, ID).packInt(numbers.getId());
      names.pack(packer, COUNTER).packLong(numbers.getCounter());
      names.pack(packer, OFFSET).packLong(numbers.getOffset());
      names.pack(packer, AMOUNT).packDouble(numbers.getAmount());
      names.pack(packer, RATIO).packDouble(numbers.getRatio());
      names.pack(packer, FACTOR).packDouble(numbers.getFactor());
    }

    @Override
    public NumbersBean unpack(MessageUnpacker unpacker) throws IOException {
      NumbersBean numbers = new NumbersBean();
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ID -> numbers.setId(unpacker.unpackInt());
          case COUNTER -> numbers.setCounter(unpacker.unpackLong());
          case OFFSET -> numbers.setOffset(unpacker.unpackLong());
          case AMOUNT -> numbers.setAmount(unpacker.unpackDouble());
          case RATIO -> numbers.setRatio(unpacker.unpackDouble());
          case FACTOR -> numbers.setFactor(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return numbers;
    }
  }
}
