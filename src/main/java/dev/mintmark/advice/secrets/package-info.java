/**
 * Well-known HMAC secrets, the bounded search for one that signed a token, and the estimate of a secret's entropy.
 */
@NullMarked
package dev.mintmark.advice.secrets;

import org.jspecify.annotations.NullMarked;
