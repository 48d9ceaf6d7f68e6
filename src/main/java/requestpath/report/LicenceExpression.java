package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A licence expression of SPDX as a set of alternatives: {@code EPL-2.0 OR BSD-3-Clause} has two,
 * of which one is enough; {@code MIT AND Apache-2.0} has one of two licences. See the annex "SPDX
 * licence expressions" of the SPDX specification: AND binds stronger than OR, and WITH adds an
 * exception to a licence.
 */
final class LicenceExpression {
  private final List<String> words;
  private int at;

  private LicenceExpression(String text) {
    words = List.of(text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+", -1));
  }

  /**
   * The alternatives of an expression, each with all its licences.
   *
   * @throws IllegalArgumentException when it is not an expression
   */
  static List<Set<String>> alternatives(String text) {
    LicenceExpression expression = new LicenceExpression(text);
    List<Set<String>> alternatives = expression.any();
    if (expression.at < expression.words.size()) {
      throw expression.unexpected();
    }
    return alternatives;
  }

  private List<Set<String>> any() {
    List<Set<String>> alternatives = new ArrayList<>(all());
    while (skips("OR")) {
      for (Set<String> other : all()) {
        if (!alternatives.contains(other)) {
          alternatives.add(other);
        }
      }
    }
    return alternatives;
  }

  private List<Set<String>> all() {
    List<Set<String>> alternatives = one();
    while (skips("AND")) {
      List<Set<String>> others = one();
      List<Set<String>> both = new ArrayList<>();
      for (Set<String> left : alternatives) {
        for (Set<String> right : others) {
          Set<String> licences = new LinkedHashSet<>(left);
          licences.addAll(right);
          both.add(licences);
        }
      }
      alternatives = both;
    }
    return alternatives;
  }

  private List<Set<String>> one() {
    if (skips("(")) {
      List<Set<String>> inner = any();
      if (!skips(")")) {
        throw unexpected();
      }
      return inner;
    }
    String licence = name();
    return List.of(Set.of(skips("WITH") ? licence + " WITH " + name() : licence));
  }

  private String name() {
    if (at == words.size() || !words.get(at).matches("[A-Za-z0-9.:+-]+") || isOperator()) {
      throw unexpected();
    }
    return words.get(at++);
  }

  private boolean isOperator() {
    return List.of("OR", "AND", "WITH").contains(words.get(at));
  }

  private boolean skips(String word) {
    boolean isNext = at < words.size() && words.get(at).equals(word);
    at += isNext ? 1 : 0;
    return isNext;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        String.join(" ", words)
            + " is not a licence expression of SPDX: "
            + (at < words.size() ? "unexpected " + words.get(at) : "it ends too early"));
  }
}
