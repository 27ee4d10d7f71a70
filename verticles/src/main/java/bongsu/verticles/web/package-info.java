/** What all HTTP routes share: the way they are mounted and the way they refuse. */
@NullMarked
package bongsu.verticles.web;

import org.jspecify.annotations.NullMarked;
