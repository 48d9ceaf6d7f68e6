package requestpath.payload;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The type of one element of a payload, in every binding.
 *
 * @param record the record class
 * @param bean the class with getters and setters; null when there is none
 * @param toBean makes such a bean of a record
 * @param probes values that hold what measured ones do not: text beyond ASCII, what must be
 *     escaped, null, numbers at the edges
 */
record Element(
    Class<? extends Record> record,
    @Nullable Class<? extends Bean> bean,
    Function<Record, Bean> toBean,
    List<? extends Record> probes) {

  /** The record of the 2019 comparison. */
  static final Element ITEM =
      of(
          Item.class,
          ItemBean.class,
          ItemBean::of,
          new Item(
              Integer.MIN_VALUE, "\"quoted\\ \b\f\n\r\t\u0001/", "é€😀\u00a0", "<&>'=", -1, 0.1),
          new Item(Integer.MAX_VALUE, "", null, "\u2028\u2029\u007f", 128, -123_456_789.125),
          new Item(-33, null, "\uffff\u0800\u07ff\ud7ff\ue000", "ß", 65_536, 1e-7));

  /** Numbers of all magnitudes. */
  static final Element NUMBERS =
      of(
          Numbers.class,
          NumbersBean.class,
          NumbersBean::of,
          new Numbers(
              Integer.MIN_VALUE,
              Long.MIN_VALUE,
              Long.MAX_VALUE,
              -0.01,
              Double.MIN_NORMAL,
              Double.MAX_VALUE),
          new Numbers(Integer.MAX_VALUE, (1L << 53) + 1, -(1L << 53) - 1, 0, 1, -Double.MIN_VALUE),
          new Numbers(-1, 0x8000_0000L, 0xffff_ffffL, 1e22, 9_007_199_254_740_992.0, 2.0e-3));

  /** An order with an address and lines. */
  static final Element ORDER =
      of(
          Order.class,
          OrderBean.class,
          OrderBean::of,
          new Order(Long.MAX_VALUE, null, null, List.of(), -0.5, false, null),
          new Order(
              1L << 53,
              "\"é€😀\"\n",
              new Address("\\", null, "", "\u2028"),
              List.of(new OrderLine(null, 0, 0.1), new OrderLine("ß", -1, 1e-7)),
              1e21,
              true,
              ""));

  /**
   * The type of a record that has no bean: it is measured as a record and as a map.
   *
   * @param probes values for checks, at least one
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  static <R extends Record> Element of(Class<R> record, R... probes) {
    return new Element(
        record,
        null,
        none -> {
          throw new UnsupportedOperationException(record.getSimpleName() + " has no bean");
        },
        List.of(probes));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  private static <R extends Record, B extends Bean> Element of(
      Class<R> record, Class<B> bean, Function<R, B> toBean, R... probes) {
    return new Element(record, bean, value -> toBean.apply(record.cast(value)), List.of(probes));
  }

  /** Whether there is a class for the binding. */
  Support supports(Binding binding) {
    return binding == Binding.BEAN && bean == null
        ? Support.no(
            record.getSimpleName() + " has no class with getters and setters here",
            "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Record.html")
        : Support.YES;
  }

  /** The class of the binding. */
  Class<?> boundClass(Binding binding) {
    return switch (binding) {
      case RECORD -> record;
      case BEAN -> bean == null ? record : bean;
      case MAP -> Map.class;
    };
  }

  /** The record in the binding. */
  Object bound(Record value, Binding binding) {
    return switch (binding) {
      case RECORD -> value;
      case BEAN -> toBean.apply(value);
      case MAP -> Tree.ofRecord(value);
    };
  }
}
