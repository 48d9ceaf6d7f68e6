package requestpath.codec.handwritten;

import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;

/**
 * Makes numbers and reads their fields; see {@link ItemAccess}.
 *
 * @param <T> {@link Numbers} or {@link NumbersBean}
 */
public abstract class NumbersAccess<T> {
  /** New numbers. */
  public abstract T make(
      int id, long counter, long offset, double amount, double ratio, double factor);

  /** See {@link Numbers#id}. */
  public abstract int id(T numbers);

  /** See {@link Numbers#counter}. */
  public abstract long counter(T numbers);

  /** See {@link Numbers#offset}. */
  public abstract long offset(T numbers);

  /** See {@link Numbers#amount}. */
  public abstract double amount(T numbers);

  /** See {@link Numbers#ratio}. */
  public abstract double ratio(T numbers);

  /** See {@link Numbers#factor}. */
  public abstract double factor(T numbers);

  /** For the record. */
  public static final class OfRecord extends NumbersAccess<Numbers> {
    /** For the record. */
    public OfRecord() {}

    @Override
    public Numbers make(
        int id, long counter, long offset, double amount, double ratio, double factor) {
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }

    @Override
    public int id(Numbers numbers) {
      return numbers.id();
    }

    @Override
    public long counter(Numbers numbers) {
      return numbers.counter();
    }

    @Override
    public long offset(Numbers numbers) {
      return numbers.offset();
    }

    @Override
    public double amount(Numbers numbers) {
      return numbers.amount();
    }

    @Override
    public double ratio(Numbers numbers) {
      return numbers.ratio();
    }

    @Override
    public double factor(Numbers numbers) {
      return numbers.factor();
    }
  }

  /** For the bean. */
  public static final class OfBean extends NumbersAccess<NumbersBean> {
    /** For the bean. */
    public OfBean() {}

    @Override
    public NumbersBean make(
        int id, long counter, long offset, double amount, double ratio, double factor) {
      NumbersBean numbers = new NumbersBean();
      numbers.setId(id);
      numbers.setCounter(counter);
      numbers.setOffset(offset);
      numbers.setAmount(amount);
      numbers.setRatio(ratio);
      numbers.setFactor(factor);
      return numbers;
    }

    @Override
    public int id(NumbersBean numbers) {
      return numbers.getId();
    }

    @Override
    public long counter(NumbersBean numbers) {
      return numbers.getCounter();
    }

    @Override
    public long offset(NumbersBean numbers) {
      return numbers.getOffset();
    }

    @Override
    public double amount(NumbersBean numbers) {
      return numbers.getAmount();
    }

    @Override
    public double ratio(NumbersBean numbers) {
      return numbers.getRatio();
    }

    @Override
    public double factor(NumbersBean numbers) {
      return numbers.getFactor();
    }
  }
}
