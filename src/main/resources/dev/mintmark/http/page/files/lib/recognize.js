import { isObject, parse } from './json.js';

const COMPACT = /^[\w-]+\.[\w-]*\.[\w-]*(\.[\w-]*\.[\w-]*)?$/;
const INSIDE = /eyJ[\w-]+\.[\w-]*\.[\w-]*(\.[\w-]*\.[\w-]*)?/;
/** Members of answers of token endpoints, in the order in which they are looked for. */
const TOKEN_MEMBERS = ['access_token', 'id_token', 'token', 'jwt', 'refresh_token'];
/** RFC 7518 section 6: what only the owner of a key has. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/**
 * What a pasted or dropped text is: `{kind: 'token', token, removed}` with the words for what stood around the token,
 * `{kind: 'keys', isPrivate}`, or `{kind: 'text'}`.
 */
export function recognize(text) {
  const trimmed = text.trim();
  if (COMPACT.test(trimmed)) {
    return { kind: 'token', token: trimmed, removed: [] };
  }
  if (trimmed.includes('-----BEGIN ')) {
    return { kind: 'keys', isPrivate: trimmed.includes('PRIVATE KEY') };
  }
  return fromJson(trimmed) ?? fromText(trimmed) ?? { kind: 'text' };
}

/** The public half of a JWK or of each key of a JWKS, made here so that nothing else is sent; null for other text. */
export function publicHalf(text) {
  const value = read(text);
  if (!isObject(value) || value.kty === 'oct') {
    return null;
  }
  if (Array.isArray(value.keys)) {
    return { ...value, keys: value.keys.filter((key) => key.kty !== 'oct').map(withoutPrivate) };
  }
  return withoutPrivate(value);
}

function fromJson(text) {
  const value = read(text);
  if (!isObject(value)) {
    return null;
  }
  if (Array.isArray(value.keys) || 'kty' in value) {
    const keys = Array.isArray(value.keys) ? value.keys.filter(isObject) : [value];
    return { kind: 'keys', isPrivate: keys.some((key) => PRIVATE_MEMBERS.some((name) => name in key)) };
  }
  const member = TOKEN_MEMBERS.find((name) => typeof value[name] === 'string' && COMPACT.test(value[name]));
  return member ? { kind: 'token', token: value[member], removed: [`everything but ${member}`] } : null;
}

/** Each step removes one thing that people copy along. */
function fromText(text) {
  const removed = [];
  let rest = text;
  const strip = (pattern, words) => {
    const next = rest.replace(pattern, '');
    if (next !== rest && !removed.includes(words)) {
      removed.push(words);
    }
    rest = next;
  };
  strip(/^["'`]+/, 'quotes');
  strip(/^(proxy-)?authorization\s*[:=]\s*/i, 'the header name');
  strip(/^["'`]+/, 'quotes');
  strip(/^(bearer|dpop)\s+/i, '“Bearer”');
  strip(/["'`]*[,;]?\s*$/, 'quotes');
  strip(/["'`]/g, 'quotes');
  // A space inside a line separates the token from other words; a line break may be inside the token.
  strip(/\s*[\r\n]\s*/g, 'line breaks');
  rest = rest.trim();
  if (COMPACT.test(rest)) {
    return { kind: 'token', token: rest, removed };
  }
  const inside = text.match(INSIDE)?.[0];
  return inside ? { kind: 'token', token: inside, removed: ['the text around it'] } : null;
}

function withoutPrivate(key) {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !PRIVATE_MEMBERS.includes(name)));
}

function read(text) {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
