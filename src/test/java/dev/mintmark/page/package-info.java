/** Tests of the web page in a real browser against the packaged service. Skipped without Chromium and its driver. */
package dev.mintmark.page;
