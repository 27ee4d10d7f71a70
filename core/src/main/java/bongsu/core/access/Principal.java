package bongsu.core.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone whose identity was proved, with everything they may do. Immutable: a change of rights is
 * a new principal.
 *
 * @param name of the user or of the token
 * @param role of a person, null for a machine
 * @param sources the feeds a machine may speak for, none for a person
 * @param receiptsAreIncidents this machine's agency has merged its calls already, so fusion never
 *     joins two of its receipts
 */
public record Principal(
    String name,
    @Nullable Role role,
    Set<Right> rights,
    Set<String> sources,
    boolean receiptsAreIncidents) {

  public Principal {
    if (name.isEmpty()) throw new IllegalArgumentException("a principal must have a name");
    if (role != null && !sources.isEmpty())
      throw new IllegalArgumentException("a person speaks for no source");
    EnumSet<Right> copy = EnumSet.noneOf(Right.class);
    copy.addAll(rights);
    rights = Collections.unmodifiableSet(copy);
    sources = Set.copyOf(sources);
  }

  public static Principal person(String name, Role role) {
    return new Principal(name, role, role.rights(), Set.of(), false);
  }

  public static Principal machine(
      String name, Set<Right> rights, Set<String> sources, boolean receiptsAreIncidents) {
    return new Principal(name, null, rights, sources, receiptsAreIncidents);
  }

  public boolean isPerson() {
    return role != null;
  }

  public Optional<Role> findRole() {
    return Optional.ofNullable(role);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** @param eventType as on the wire, such as {@code CallReport} */
  public boolean maySend(String eventType) {
    return Right.findSend(eventType)
        .filter(right -> may(right) || may(Right.SEND_ALL))
        .isPresent();
  }

  public boolean maySpeakFor(String source) {
    return sources.contains(source);
  }

  /** How the audit log names them: {@code user:kim}, {@code token:fire-119}. */
  public String who() {
    return (isPerson() ? "user:" : "token:") + name;
  }
}
