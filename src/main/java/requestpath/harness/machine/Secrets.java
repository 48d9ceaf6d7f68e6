package requestpath.harness.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in JVM arguments before they are printed or recorded: values of properties with
 * names such as {@code token}, addresses that contain a user and a password, and the arguments of
 * agents. A short hash replaces them, so that {@code compare} still sees a difference. The hash has
 * only 24 bits, so that many values share one.
 */
public final class Secrets {
  private static final String HIDDEN = "***#";
  private static final int HASH_BYTES = 3;

  /** One argument, as a shell and a JVM read it; a quote without its partner is a letter. */
  private static final Pattern WORD =
      Pattern.compile("(?:\\\\.|[^\\s\"'\\\\]++|\"[^\"]*\"|'[^']*'|[\"'\\\\])++", Pattern.DOTALL);

  /** The argument may follow an option, as in {@code -jvmArgs=-Da=b}, or another argument. */
  private static final String BEGIN = "(?s)(?:.*?[=\\s])?";

  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile(
              BEGIN
                  + "-D(?i:[^=]*(?:password|passwd|passphrase|pwd|secret|token|key|credential|auth)"
                  + "[^=]*)=(?<secret>.+)"),
          Pattern.compile(BEGIN + "-D[^=]+=(?<secret>.*://[^/@]*:[^/@]*@.*)"),
          Pattern.compile(BEGIN + "-(?:javaagent|agentlib|agentpath):[^=]+=(?<secret>.+)"),
          Pattern.compile(BEGIN + "-Xrun\\w+:(?<secret>.+)"));

  private static final Pattern HIDDEN_VALUE =
      Pattern.compile(Pattern.quote(HIDDEN) + "[0-9a-f]{" + 2 * HASH_BYTES + "}");

  private Secrets() {}

  /** Arguments of a JVM, one by one, without what may be secret. */
  public static List<String> hiddenInEach(Collection<String> arguments) {
    return arguments.stream().map(argument -> hidden(argument, argument)).toList();
  }

  /** Words of a command line, each of which may hold several arguments of a JVM. */
  public static List<String> hiddenIn(Collection<String> words) {
    return words.stream().map(Secrets::hiddenIn).toList();
  }

  /** A text that may hold several arguments of a JVM; all else in it stays as it is. */
  public static String hiddenIn(String text) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    hidden(word.group().replaceAll("[\"']", ""), word.group())));
  }

  /** Whether something was hidden in these. */
  public static boolean areIn(Collection<String> arguments) {
    return arguments.stream().anyMatch(argument -> HIDDEN_VALUE.matcher(argument).find());
  }

  private static String hidden(String argument, String otherwise) {
    for (Pattern pattern : SECRETS) {
      Matcher secret = pattern.matcher(argument);
      if (secret.matches()) {
        String value = secret.group("secret");
        return HIDDEN_VALUE.matcher(value).matches()
            ? otherwise
            : argument.substring(0, secret.start("secret")) + HIDDEN + hash(value);
      }
    }
    return otherwise;
  }

  private static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
