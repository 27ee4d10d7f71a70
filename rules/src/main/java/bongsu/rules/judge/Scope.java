package bongsu.rules.judge;

/** Where a rule is judged. Each kind declares its own; a file cannot choose. */
public enum Scope {
  /** By the owner of the thing's shard: one thing at a time. */
  THING,
  /** By the city's one owner, fed only the events its rules select: several things at once. */
  CITY
}
