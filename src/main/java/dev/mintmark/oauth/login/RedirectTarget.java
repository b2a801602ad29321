package dev.mintmark.oauth.login;

/**
 * Where an answer goes.
 *
 * @param uri the redirect URI as the client wrote it
 * @param place its host, or its scheme where it has none: what a page shows
 * @param needsClick whether the browser may go there only after a click on a page that shows the place
 */
public record RedirectTarget(String uri, String place, boolean needsClick) {}
