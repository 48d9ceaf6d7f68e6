package requestpath.handler;

/**
 * For a test: a program that starts a server of our own, says where it listens, and never ends by
 * itself.
 */
public final class LeashedMain {
  private LeashedMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(OwnRedis.start().address().port());
    Thread.sleep(Long.MAX_VALUE);
  }
}
