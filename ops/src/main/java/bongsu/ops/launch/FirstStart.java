package bongsu.ops.launch;

import bongsu.ops.postgres.StoreAddress;

/**
 * Something a new city needs once, such as its first administrator. Runs in the launcher when the
 * store is ready and before the nodes; once for a data directory, and again if the launcher
 * was killed in between, so it must not mind finding its work half done.
 */
public interface FirstStart {
  /** Short, unique and unchanging: the data directory remembers by it that the step is done. */
  String name();

  /**
   * @return what was done, for the terminal
   */
  String run(Context context) throws Exception;

  /**
   * @param store as nodes see it: rows only
   * @param configuration ports and the rest, as this run has them
   */
  record Context(StoreAddress store, DataDirectory dir, Configuration configuration) {}
}
