package bongsu.ops.bench;

import java.util.concurrent.Callable;

/**
 * A subcommand of {@code bongsu bench} that lives beside this module, as what it compares us with has
 * no place among the platform's libraries. Found by {@link java.util.ServiceLoader}.
 */
public interface Measurement extends Callable<Integer> {}
