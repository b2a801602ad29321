/**
 * The web page and the API document.
 *
 * <p>The page's files lie in the resources of this package. It consists of plain ES modules without a bundler or framework:
 * a bundler would add a native program for each platform and a tree of npm packages to a build that needs only a JDK, and
 * what it would save (one version in the address of all files, and preloading) is the work of
 * {@link dev.mintmark.http.page.PageFiles}. The page is a client of the API like any other: lists, meanings and rules come
 * from there and are not repeated in it.
 */
@NullMarked
package dev.mintmark.http.page;

import org.jspecify.annotations.NullMarked;
