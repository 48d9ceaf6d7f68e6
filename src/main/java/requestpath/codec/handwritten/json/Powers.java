package requestpath.codec.handwritten.json;

/** Powers of ten that fit what eight digits are multiplied with. */
final class Powers {
  /** From 10^0 to 10^8. */
  static final long[] TEN_TO = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private Powers() {}
}
