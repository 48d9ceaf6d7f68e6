package requestpath.report;

import java.util.List;
import requestpath.report.Page.Published;

/** What the source articles of this project published of whole HTTP services. */
final class SourceArticles {
  private SourceArticles() {}

  /** Their figures, each with why it cannot be compared with a figure of this project. */
  static List<Published> published() {
    return List.of(
        new Published(
            "fib(10) per request, 2014, requests a second",
            "wrk with 64 connections on a laptop of 2014: whole HTTP services, other JVMs, other"
                + " hardware. Go is listed with Pat and GOMAXPROCS(7); plain net/http later gave"
                + " 63,300. Flask stood behind another server, and its own request count contradicts"
                + " its rate. The article also compares memory: Sparkjava about 140 MB, Go 5 MB.",
            List.of(
                List.of("Go with Pat", "51,684"),
                List.of("Sparkjava", "48,631"),
                List.of("Twisted on PyPy", "12,633"),
                List.of("Flask", "11,751"),
                List.of("Node with Express", "8,962"),
                List.of("Sinatra", "616"))),
        new Published(
            "Application info, 2025, mean response",
            "32,000 requests. The article ranks by mean response time under load, which is more"
                + " queueing than work. Its requests a second are 32,000 divided by whole seconds.",
            List.of(
                List.of("Rust Warp", "135 ms"),
                List.of("Go", "212 ms"),
                List.of("Robaho native", "474 ms"),
                List.of("Micronaut", "823 ms"),
                List.of("Avaje Jex", "854 ms"),
                List.of("Ktor", "920 ms"),
                List.of("Vert.x", "1,019 ms"),
                List.of("Quarkus", "1,133 ms"),
                List.of("Spring Boot", "1,238 ms"),
                List.of("WebFlux", "1,279 ms"),
                List.of("KumuluzEE", "1,384 ms"))));
  }
}
