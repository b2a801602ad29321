/**
 * The web page and the API document.
 *
 * <p>The page's files are in the resources of this package. It consists of plain ES modules without a bundler or framework:
 * a bundler adds a native program for each platform and a tree of npm packages to a build that needs only a JDK.
 * {@link dev.mintmark.http.page.PageFiles} does what a bundler would add: one version in the address of all files, and
 * preloading. The page is a client of the API like any other: it reads lists, meanings and rules from the API.
 */
@NullMarked
package dev.mintmark.http.page;

import org.jspecify.annotations.NullMarked;
