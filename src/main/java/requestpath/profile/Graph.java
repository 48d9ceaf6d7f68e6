package requestpath.profile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import one.convert.Arguments;
import one.convert.CallStack;
import one.convert.FlameGraph;

/** Flame graphs: one HTML page each, which needs nothing from elsewhere. */
final class Graph {
  private Graph() {}

  /**
   * Writes the graph of a path.
   *
   * @throws IOException when the file cannot be written
   */
  static void write(MeasuredPath path, String title, Path file) throws IOException {
    write(graph(path, 1, title), file);
  }

  /**
   * Writes the graph of a path with every frame coloured by how much more, or less, its own code
   * takes than in the same place of the other.
   *
   * @throws IOException when the file cannot be written
   */
  static void write(Difference difference, String title, Path file) throws IOException {
    FlameGraph graph = graph(difference.path(), difference.scale(), title);
    graph.diff(graph(difference.other(), difference.otherScale(), title));
    write(graph, file);
  }

  private static FlameGraph graph(MeasuredPath path, double scale, String title) {
    Arguments arguments = new Arguments();
    arguments.title = escaped(title);
    FlameGraph graph = new FlameGraph(arguments);
    CallStack stack = new CallStack();
    for (SampledStack sampled : path.stacks()) {
      sampled.frames().forEach(frame -> stack.push(harmless(frame.name()), frame.type()));
      graph.addSample(stack, Math.max(1, Math.round(sampled.weight() * scale)));
      stack.clear();
    }
    return graph;
  }

  private static void write(FlameGraph graph, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      graph.dump(out);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Names stand in a script, where neither its end nor a line's end may occur. */
  private static String harmless(String name) {
    return name.replace("</", "< /").replaceAll("\\R", " ");
  }
}
