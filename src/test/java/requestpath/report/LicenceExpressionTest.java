package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.LibraryCatalogue;

/** Licence expressions as alternatives. */
class LicenceExpressionTest {
  @Test
  void orMakesAlternativesAndAndNeedsBoth() {
    assertThat(LicenceExpression.alternatives("MIT")).isEqualTo(List.of(Set.of("MIT")));
    assertThat(LicenceExpression.alternatives("EPL-2.0 OR BSD-3-Clause"))
        .isEqualTo(List.of(Set.of("EPL-2.0"), Set.of("BSD-3-Clause")));
    assertThat(LicenceExpression.alternatives("MIT AND Apache-2.0"))
        .isEqualTo(List.of(Set.of("MIT", "Apache-2.0")));
    assertThat(LicenceExpression.alternatives("MIT AND Apache-2.0 OR LGPL-2.1-or-later"))
        .isEqualTo(List.of(Set.of("MIT", "Apache-2.0"), Set.of("LGPL-2.1-or-later")));
    assertThat(LicenceExpression.alternatives("MIT AND (Apache-2.0 OR LGPL-2.1+)"))
        .isEqualTo(List.of(Set.of("MIT", "Apache-2.0"), Set.of("MIT", "LGPL-2.1+")));
    assertThat(LicenceExpression.alternatives("GPL-2.0-only WITH Classpath-exception-2.0 OR MIT"))
        .isEqualTo(List.of(Set.of("GPL-2.0-only WITH Classpath-exception-2.0"), Set.of("MIT")));
    assertThat(LicenceExpression.alternatives("MIT OR MIT")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OR", "MIT OR", "MIT Apache-2.0", "(MIT", "MIT)", "MIT, BSD", "a b"})
  void whatIsNoExpressionIsRefusedWithItsText(String text) {
    assertThatThrownBy(() -> LicenceExpression.alternatives(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a licence expression of SPDX");
  }

  @Test
  void theCatalogueHasOnlyExpressions() {
    assertThat(LibraryCatalogue.load().libraries())
        .allSatisfy(
            library -> assertThat(LicenceExpression.alternatives(library.licence())).isNotEmpty());
  }
}
