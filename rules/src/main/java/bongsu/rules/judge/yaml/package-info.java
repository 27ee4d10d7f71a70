/** YAML whose every value knows its line, so that a mistake can be pointed at. */
@NullMarked
package bongsu.rules.judge.yaml;

import org.jspecify.annotations.NullMarked;
