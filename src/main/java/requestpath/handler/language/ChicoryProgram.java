package requestpath.handler.language;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.HexFormat;

/**
 * The functions as WebAssembly, which compilers of Go and Rust can emit, by Chicory.
 *
 * <p>The module is instantiated once, and its exported functions are called many times, as
 * Chicory's <a href="https://chicory.dev/docs/">quick start</a> does. Chicory interprets a module
 * unless a <a href="https://chicory.dev/docs/usage/runtime-compiler">compiler</a> is set, which
 * translates it to bytecode of the JVM at run time. The compiler may not leave a function to the
 * interpreter here.
 */
final class ChicoryProgram implements Program {
  /**
   * The binary form of {@code program.wat}, section by section: header, types, functions, exports,
   * code. A test decodes it and compares it with that text.
   */
  private static final String MODULE =
      "0061736d01000000"
          + "01060160017f017f"
          + "030403000000"
          + "071503036669620000046c6f6f7000010473616d650002"
          + "0a61032500200045044041000f0b2000410146044041010f0b200041016b10002000"
          + "41026b10006a0b3401027f02400340200120004e0d01200141036f45044020024103"
          + "6a210205200241016b21020b200141016a21010c000b0b20020b040020000b";

  private final Instance instance;
  private final ExportFunction fib;
  private final ExportFunction loop;
  private final ExportFunction same;

  private ChicoryProgram(Instance instance) {
    this.instance = instance;
    fib = instance.export("fib");
    loop = instance.export("loop");
    same = instance.export("same");
  }

  /** Compiled at run time. */
  static ChicoryProgram compiled() {
    WasmModule module = module();
    return new ChicoryProgram(
        Instance.builder(module)
            .withMachineFactory(
                MachineFactoryCompiler.builder(module)
                    .withInterpreterFallback(InterpreterFallback.FAIL)
                    .compile())
            .build());
  }

  /** Interpreted. */
  static ChicoryProgram interpreted() {
    return new ChicoryProgram(Instance.builder(module()).build());
  }

  /** The module that {@link #MODULE} holds. */
  static WasmModule module() {
    return Parser.parse(HexFormat.of().parseHex(MODULE));
  }

  @Override
  public int fib(int n) {
    return (int) fib.apply(n)[0];
  }

  @Override
  public int loop(int iterations) {
    return (int) loop.apply(iterations)[0];
  }

  @Override
  public int same(int number) {
    return (int) same.apply(number)[0];
  }

  @Override
  public String description() {
    String machine = instance.getMachine().getClass().getName();
    return "Chicory "
        + Programs.version("chicory")
        + (machine.endsWith(".InterpreterMachine") ? ", interpreted by " : ", compiled to ")
        + machine;
  }
}
