package requestpath.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A logarithmic axis: where numbers are in a picture, and which of them are labelled.
 *
 * @param low the lowest number, above 0
 * @param high the highest number
 * @param from where the lowest number is
 * @param to where the highest number is
 */
record Axis(double low, double high, double from, double to) {
  /** The free space at either end of a fitted axis, as a fraction of the logarithm of its range. */
  private static final double MARGIN = 0.04;

  /** A fitted axis holds at least this factor, so that small differences look small. */
  private static final double LEAST = 1.05;

  /** Which numbers of each decade are labelled, the densest first. */
  private static final double[][] DECADES = {{1, 2, 5}, {1, 3}, {1}};

  /** The steps of an axis that is too short for the numbers of a decade. */
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  private static final int FEWEST = 3;
  private static final int MOST_STEPS = 100;

  /** The axis that holds all these numbers, with some space at its ends. */
  static Axis fitted(double from, double to, double... numbers) {
    double low = Arrays.stream(numbers).min().orElse(1);
    double high = Math.max(Arrays.stream(numbers).max().orElse(1), low * LEAST);
    double margin = Math.exp(MARGIN * Math.log(high / low));
    return new Axis(low / margin, high * margin, from, to);
  }

  /** How long it is in the picture. */
  double length() {
    return Math.abs(to - from);
  }

  /** Where a number is. */
  double place(double number) {
    return high > low
        ? from + Math.log(number / low) / Math.log(high / low) * (to - from)
        : (from + to) / 2;
  }

  /** Where a number is; at the nearest end if it is beyond. */
  double clamped(double number) {
    return place(Math.min(high, Math.max(low, number)));
  }

  /** Whether a labelled number is 1, however it was computed. */
  static boolean isOne(double tick) {
    return Math.abs(tick - 1) < 1e-9;
  }

  /** Whether a number is on the axis. */
  boolean holds(double number) {
    return low <= number && number <= high;
  }

  /** The numbers to label, each at least so far from the next. */
  List<Double> ticks(double spacing) {
    for (double[] decade : DECADES) {
      List<Double> ticks = ofDecades(decade);
      if (ticks.size() < FEWEST) {
        break;
      }
      if (isSpaced(ticks, spacing)) {
        return ticks;
      }
    }
    for (int steps = 5; steps > 1; steps--) {
      List<Double> ticks = even(steps);
      if (isSpaced(ticks, spacing) && !ticks.isEmpty()) {
        return ticks;
      }
    }
    return thinned(spacing);
  }

  private List<Double> ofDecades(double... decade) {
    List<Double> ticks = new ArrayList<>();
    int last = (int) Math.floor(Math.log10(high));
    for (int power = (int) Math.floor(Math.log10(low)); power <= last; power++) {
      for (double digit : decade) {
        // Dividing keeps 0.2 the double that is written so.
        double tick = power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
        if (holds(tick)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** Multiples of a round step. */
  private List<Double> even(int steps) {
    double wanted = (high - low) / steps;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double step =
        Arrays.stream(STEPS)
            .map(each -> each * power)
            .filter(each -> each >= wanted)
            .min()
            .orElse(wanted);
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step);
    for (long i = first; i * step <= high && ticks.size() < MOST_STEPS; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Powers of ten, as many as there is space for. */
  private List<Double> thinned(double spacing) {
    List<Double> ticks = new ArrayList<>();
    for (double tick : ofDecades(1)) {
      if (ticks.isEmpty()
          || Math.abs(place(tick) - place(ticks.get(ticks.size() - 1))) >= spacing) {
        ticks.add(tick);
      }
    }
    return ticks;
  }

  private boolean isSpaced(List<Double> ticks, double spacing) {
    for (int i = 1; i < ticks.size(); i++) {
      if (Math.abs(place(ticks.get(i)) - place(ticks.get(i - 1))) < spacing) {
        return false;
      }
    }
    return true;
  }
}
