package requestpath.profile;

/**
 * One level of a sampled stack.
 *
 * @param name a qualified Java method, a native function, or the class of an allocated object
 * @param type how it ran, in the numbers of {@link one.convert.Frame}
 * @param owner whose code it is
 */
record CallStackFrame(String name, byte type, Owner owner) {}
