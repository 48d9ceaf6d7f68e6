package requestpath.payload;

import com.dslplatform.json.JsonAttribute;

/** {@link Numbers} as a class with getters and setters. */
public final class NumbersBean implements Bean {
  @JsonAttribute(index = 1)
  private int id;

  @JsonAttribute(index = 2)
  private long counter;

  @JsonAttribute(index = 3)
  private long offset;

  @JsonAttribute(index = 4)
  private double amount;

  @JsonAttribute(index = 5)
  private double ratio;

  @JsonAttribute(index = 6)
  private double factor;

  /** An empty bean, for libraries to fill. */
  public NumbersBean() {}

  /** The same values as a bean. */
  static NumbersBean of(Numbers numbers) {
    NumbersBean bean = new NumbersBean();
    bean.id = numbers.id();
    bean.counter = numbers.counter();
    bean.offset = numbers.offset();
    bean.amount = numbers.amount();
    bean.ratio = numbers.ratio();
    bean.factor = numbers.factor();
    return bean;
  }

  /** See {@link Numbers#id}. */
  public int getId() {
    return id;
  }

  /** See {@link Numbers#id}. */
  public void setId(int id) {
    this.id = id;
  }

  /** See {@link Numbers#counter}. */
  public long getCounter() {
    return counter;
  }

  /** See {@link Numbers#counter}. */
  public void setCounter(long counter) {
    this.counter = counter;
  }

  /** See {@link Numbers#offset}. */
  public long getOffset() {
    return offset;
  }

  /** See {@link Numbers#offset}. */
  public void setOffset(long offset) {
    this.offset = offset;
  }

  /** See {@link Numbers#amount}. */
  public double getAmount() {
    return amount;
  }

  /** See {@link Numbers#amount}. */
  public void setAmount(double amount) {
    this.amount = amount;
  }

  /** See {@link Numbers#ratio}. */
  public double getRatio() {
    return ratio;
  }

  /** See {@link Numbers#ratio}. */
  public void setRatio(double ratio) {
    this.ratio = ratio;
  }

  /** See {@link Numbers#factor}. */
  public double getFactor() {
    return factor;
  }

  /** See {@link Numbers#factor}. */
  public void setFactor(double factor) {
    this.factor = factor;
  }

  @Override
  public Numbers toRecord() {
    return new Numbers(id, counter, offset, amount, ratio, factor);
  }
}
