package requestpath.harness.machine;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import requestpath.harness.api.RefusedException;

/**
 * JMH's lock, held for the whole run: two measurements on one machine disturb each other. JMH
 * itself takes and releases it for each fork of ours, which would let another run in between.
 */
public final class MachineLock implements AutoCloseable {
  private static final String IGNORE_PROPERTY = "jmh.ignoreLock";

  /** Whether the user set the property. {@link #take} also sets it, for another reason. */
  private static final boolean IGNORED_BY_USER = Boolean.getBoolean(IGNORE_PROPERTY);

  private final RandomAccessFile file;

  private MachineLock(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Takes the lock. It also sets JMH's property, before JMH's runner is loaded, so that JMH does
   * not try to take the lock itself. If the user set {@code -Djmh.ignoreLock=true}, it does not
   * need the lock, as in JMH.
   *
   * @throws RefusedException when another run holds it
   */
  public static MachineLock take() throws RefusedException {
    File lockFile = new File(System.getProperty("java.io.tmpdir"), "jmh.lock");
    System.setProperty(IGNORE_PROPERTY, "true");
    try {
      RandomAccessFile file = new RandomAccessFile(lockFile, "rw");
      // Other users of the machine must be able to take the lock, too. If another user owns the
      // file, this fails, but then that user's run has already allowed it.
      boolean unused = lockFile.setWritable(true, false);
      if (!IGNORED_BY_USER && !isFree(file)) {
        file.close();
        throw new RefusedException(
            "another JMH run holds "
                + lockFile
                + ": wait until it ends, or let both runs disturb each other with java -D"
                + IGNORE_PROPERTY
                + "=true -jar target/benchmarks.jar ... (before -jar)");
      }
      return new MachineLock(file);
    } catch (IOException e) {
      throw new RefusedException(
          "the lock " + lockFile + " cannot be taken (" + e.getMessage() + ")");
    }
  }

  /** Releases the lock. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  private static boolean isFree(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }
}
