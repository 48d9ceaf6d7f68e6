package requestpath.codec.handwritten.json;

import requestpath.codec.handwritten.Token;

/**
 * The name of a field in compact JSON.
 *
 * @param token the name in quotes with its colon
 * @param separated the same after an opening brace or a comma
 */
record Name(Token token, Token separated) {

  /** The first name of an object; at most 12 characters of ASCII that need no escapes. */
  static Name first(String name) {
    return of("{", name);
  }

  /** Any other name. */
  static Name next(String name) {
    return of(",", name);
  }

  private static Name of(String separator, String name) {
    String token = "\"" + name + "\":";
    return new Name(Token.of(token), Token.of(separator + token));
  }

  /** Whether the name is at a position, given the first eight bytes there. */
  boolean is(long eight, byte[] bytes, int at) {
    return token.is(eight, bytes, at);
  }

  /** How many bytes the name takes with quotes and colon. */
  int length() {
    return token.length();
  }

  /** Writes separator, name and colon. */
  int write(byte[] bytes, int at) {
    return separated.write(bytes, at);
  }
}
