/** Where single-page apps, OAuth's implicit grant and other debuggers put a token. */
const MEMBERS = ['token', 'access_token', 'id_token', 'jwt'];

/**
 * The token in the fragment of the address, or null. A fragment is never sent to a server; this takes the token out of
 * the address too, so that it stays in no history or bookmark.
 */
export function takeToken() {
  const fragment = location.hash.replace(/^#[/?]*/, '');
  // A plus sign is no space here: the values are not form fields.
  const fields = new Map(fragment.split('&').filter((field) => field.includes('=')).map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]));
  const member = MEMBERS.find((name) => fields.has(name));
  if (!member) {
    return null;
  }
  history.replaceState(null, '', `${location.pathname}#read`);
  try {
    return decodeURIComponent(fields.get(member));
  } catch {
    return fields.get(member);
  }
}

/** The address that opens a token in Read. */
export function linkTo(token) {
  return `${location.origin}${location.pathname}#token=${encodeURIComponent(token)}`;
}
