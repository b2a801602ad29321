/**
 * Forward authentication over HTTP: a gateway asks about each request, and gets a status and header fields.
 *
 * <p>Answers have no body, because gateways drop it, and no status but 200, 401, 403 and 503, because gateways turn others
 * into a 500.
 */
@NullMarked
package dev.mintmark.http.gateway;

import org.jspecify.annotations.NullMarked;
