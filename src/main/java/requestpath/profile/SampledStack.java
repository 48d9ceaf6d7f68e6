package requestpath.profile;

import java.util.List;

/**
 * One stack of a recording, with all that was sampled in it.
 *
 * @param thread the name of the thread
 * @param frames from the thread's first method to where it was
 * @param weight in the unit of the event
 */
record SampledStack(String thread, List<CallStackFrame> frames, long weight) {}
