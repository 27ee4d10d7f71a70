/** The pages and their files, served from memory under known names only. */
@NullMarked
package bongsu.verticles.page;

import org.jspecify.annotations.NullMarked;
