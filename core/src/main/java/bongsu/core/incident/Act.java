package bongsu.core.incident;

/**
 * Who commanded a change, and under which id, so that the same command sent again is known.
 *
 * @param by the user's name
 * @param commandId unique among the commands of that user
 */
public record Act(String by, String commandId) {}
