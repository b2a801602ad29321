/**
 * The members of each request, as interfaces that an interface to the outside implements. Absent members are empty.
 */
@NullMarked
package dev.mintmark.service.request;

import org.jspecify.annotations.NullMarked;
