package requestpath.handler.language;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requestpath.handler.CountingLoop;
import requestpath.handler.Fibonacci;

/** The functions are the same in all languages, and each engine runs them as its constant says. */
class LanguageEngineTest {
  /**
   * How each engine runs the functions, in its own words. GraalJS is not among them: the tests run
   * on JDKs without the Graal compiler.
   */
  private static final Map<LanguageEngine, String> RUNS =
      new EnumMap<>(
          Map.ofEntries(
              entry(LanguageEngine.JAVA, "compiled with the build"),
              entry(LanguageEngine.KOTLIN, "compiled with the build"),
              entry(LanguageEngine.RHINO, "compiled to org.mozilla.javascript.gen."),
              entry(LanguageEngine.RHINO_INTERPRETED, "interpreted from"),
              entry(LanguageEngine.CHICORY, "compiled to com.dylibso.chicory."),
              entry(LanguageEngine.CHICORY_INTERPRETED, "InterpreterMachine"),
              entry(LanguageEngine.JYTHON, "compiled to org.python.core.PyTableCode"),
              entry(LanguageEngine.JRUBY, ", without invokedynamic, compiled: [fib, loop, same]"),
              entry(
                  LanguageEngine.JRUBY_INVOKEDYNAMIC,
                  ", with invokedynamic, compiled: [fib, loop, same]"),
              entry(LanguageEngine.GROOVY, "with dynamic calls"),
              entry(LanguageEngine.GROOVY_STATIC, "without dynamic calls")));

  @ParameterizedTest
  @EnumSource
  void everyEngineComputesTheSameNumbersInItsWay(LanguageEngine engine) {
    if (!engine.support().isSupported()) {
      assertThat(engine.support().reason()).contains("mvn -Planguages");
      assertThatThrownBy(engine::open).isInstanceOf(UnsupportedOperationException.class);
      return;
    }
    try (Program program = engine.open()) {
      for (int n : new int[] {0, 1, 2, 10, 15}) {
        assertThat(program.fib(n)).isEqualTo(Fibonacci.expected(n));
      }
      for (int iterations : new int[] {1, 2, 3, 4, 1000}) {
        assertThat(program.loop(iterations)).isEqualTo(CountingLoop.expected(iterations));
      }
      assertThat(program.same(-7)).isEqualTo(-7);
      assertThat(program.description())
          .contains(RUNS.getOrDefault(engine, "interpreted: there is no Graal compiler"));
    }
  }

  @Test
  void theModuleHoldsTheInstructionsOfItsText() {
    WasmModule module = ChicoryProgram.module();
    List<String> decoded = new ArrayList<>();
    for (int i = 0; i < module.codeSection().functionBodyCount(); i++) {
      decoded.add("export " + module.exportSection().getExport(i).name());
      for (AnnotatedInstruction each : module.codeSection().getFunctionBody(i).instructions()) {
        decoded.add(text(each));
      }
    }
    assertThat(decoded).isEqualTo(written());
  }

  /** An instruction as the text format has it. */
  private static String text(AnnotatedInstruction instruction) {
    OpCode code = instruction.opcode();
    String name = code.name().toLowerCase(Locale.ROOT).replaceFirst("^(i32|local)_", "$1.");
    boolean isBlock = code == OpCode.BLOCK || code == OpCode.LOOP || code == OpCode.IF;
    return isBlock || instruction.operandCount() == 0 ? name : name + " " + instruction.operand(0);
  }

  /** The lines of the text: exports and instructions, each function with its last end. */
  private static List<String> written() {
    List<String> lines = new ArrayList<>();
    for (String line : Programs.text("program.wat").lines().map(String::strip).toList()) {
      if (line.startsWith("(func")) {
        lines.add("export " + line.split("\"", 3)[1]);
      } else if (line.equals(")")) {
        lines.add("end");
      } else if (!line.startsWith(";;") && !line.startsWith("(")) {
        lines.add(line);
      }
    }
    // The last bracket closes the module.
    return lines.subList(0, lines.size() - 1);
  }
}
