package requestpath.harness.run;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** JMH itself, with nothing of ours: what {@code --stock} and the listing options run. */
public final class StockJmh {
  private StockJmh() {}

  /**
   * Runs JMH's own main program. It ends the process itself when something goes wrong.
   *
   * @throws IOException when JMH cannot print
   */
  public static void main(String[] arguments) throws IOException {
    Main.main(arguments);
  }
}
