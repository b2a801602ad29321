package dev.mintmark.http.guard;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that creates or revokes something: a web page may call it only if {@link OriginPolicy} allows its
 * origin. Not for OAuth endpoints, which have rules of their own, nor for operations that a proxy calls for a browser.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OriginChecked {}
