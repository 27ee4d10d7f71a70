package bongsu.core.wire;

/**
 * Why an input was refused, in words its sender can act on.
 *
 * @param field the field at fault, empty when the whole message is
 * @param reason what was wrong and what would be right
 */
public record Rejection(String field, String reason) {}
