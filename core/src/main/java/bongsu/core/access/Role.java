package bongsu.core.access;

import bongsu.core.wire.WireEnum;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a person is in the control room; each role has the rights of the one before it. */
public enum Role {
  OPERATOR(Right.READ_LIVE, Right.READ_INCIDENTS, Right.READ_ASSETS, Right.COMMAND),
  SUPERVISOR(OPERATOR, Right.WRITE_ASSETS, Right.REOPEN),
  ADMINISTRATOR(SUPERVISOR, Right.ADMINISTER);

  private static final WireEnum<Role> WORDS = WireEnum.of(Role.class);

  private final Set<Right> rights;

  Role(Right... own) {
    this.rights = Collections.unmodifiableSet(EnumSet.of(own[0], own));
  }

  Role(Role lower, Right... own) {
    EnumSet<Right> all = EnumSet.of(own[0], own);
    all.addAll(lower.rights);
    this.rights = Collections.unmodifiableSet(all);
  }

  public Set<Right> rights() {
    return rights;
  }

  public static Optional<Role> find(String wire) {
    return WORDS.find(wire);
  }

  /** All words, for an error that says what is allowed. */
  public static String allowed() {
    return WORDS.allowed();
  }
}
