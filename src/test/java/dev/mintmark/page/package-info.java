/** The web page in a real browser, against the packaged service. Skipped where there is no Chromium with its driver. */
package dev.mintmark.page;
