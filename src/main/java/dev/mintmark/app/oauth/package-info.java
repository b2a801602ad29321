/**
 * OAuth in the application: its settings become objects, and the file of users and clients is read, reloaded and reported.
 */
@NullMarked
package dev.mintmark.app.oauth;

import org.jspecify.annotations.NullMarked;
