/** The public interface for machines to read: OpenAPI, AsyncAPI and the JSON Schemas of both. */
@NullMarked
package bongsu.verticles.contract;

import org.jspecify.annotations.NullMarked;
