/**
 * Responses as JSON: one record for each operation, the same for every interface.
 */
@NullMarked
package dev.mintmark.service.response;

import org.jspecify.annotations.NullMarked;
