/** Who may do what: rights, the roles that bundle them, and the principal that holds them. */
@NullMarked
package bongsu.core.access;

import org.jspecify.annotations.NullMarked;
