package requestpath.report;

import java.util.regex.Pattern;
import requestpath.result.RankedGroup;

/** What a group of this project does with documents. */
enum Work {
  READ,
  WRITE,
  OTHER;

  static final String JSON = "JSON";

  /** Benchmarks whose work is bytes, from one form into another. */
  private static final Pattern BYTES =
      Pattern.compile("^(Json|MsgPack)(Encode|Decode)|^OwnPayload|^Transfer|^Utf8Check");

  private static final Pattern READS =
      Pattern.compile("^(Json|MsgPack)DecodeBenchmark|^OwnPayload\\w*[.]from");

  private static final Pattern WRITES =
      Pattern.compile("^(Json|MsgPack)EncodeBenchmark|^OwnPayload\\w*[.]to");

  /** Whether a group reads documents, writes them, or does something else. */
  static Work of(RankedGroup group) {
    if (group.mode().equals("ss") || !isOurs(group)) {
      return OTHER;
    }
    return READS.matcher(group.subject()).find()
        ? READ
        : WRITES.matcher(group.subject()).find() ? WRITE : OTHER;
  }

  /** Whether a group reads, writes or copies bytes, so that bytes per second are of interest. */
  static boolean isAboutBytes(RankedGroup group) {
    return !group.mode().equals("ss") && BYTES.matcher(group.subject()).find() && isOurs(group);
  }

  /** The format that a group of ours reads or writes. */
  static String format(RankedGroup group) {
    return group.subject().contains("MsgPack") ? "MessagePack" : JSON;
  }

  private static boolean isOurs(RankedGroup group) {
    return group.rows().get(0).measurement().isOurs();
  }
}
