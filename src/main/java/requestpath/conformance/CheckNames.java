package requestpath.conformance;

/**
 * The names of a check beside its title.
 *
 * @param id unique within the checks of a format, for programs; it does not change
 * @param subject the heading under which tables group the check
 * @param label one to four words for the heading of a narrow column
 */
public record CheckNames(String id, String subject, String label) {}
