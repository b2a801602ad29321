import { isObject } from '../lib/json.js';
import { CLAIM_MEMBERS, LIST_MEMBERS, RENAMED } from '../lib/names.js';

/** The claims of a request as rows of name and value: those in `claims`, and those that are members of the request. */
export function rowsOf(spec) {
  return [...CLAIM_MEMBERS.filter((name) => name in spec).map((name) => [name, spec[name]]), ...Object.entries(spec.claims ?? {})];
}

/** The request with other claims and header parameters. */
export function fromRows(spec, claims, headers) {
  const { claims: oldClaims, headers: oldHeaders, ...changed } = spec;
  CLAIM_MEMBERS.forEach((name) => delete changed[name]);
  const members = claims.filter(([name, value]) => isMember(name, value));
  const others = claims.filter(([name, value]) => !isMember(name, value));
  Object.assign(changed, Object.fromEntries(members));
  if (others.length > 0) {
    changed.claims = Object.fromEntries(others);
  }
  if (headers.length > 0) {
    changed.headers = Object.fromEntries(headers);
  }
  return changed;
}

/** Whether an object looks like the claims of a token and not like a request: it has names that no request has. */
export function areClaims(object) {
  return isObject(object) && [...Object.keys(RENAMED), 'jti'].some((name) => name in object);
}

/** The request that makes a token with these claims, signed as before. */
export function claimsToSpec(claims, { algorithm, type, key_id, key, secret, secret_encoding }) {
  const spec = JSON.parse(JSON.stringify({ type, algorithm, key_id, key, secret, secret_encoding }));
  const rest = [];
  for (const [name, value] of Object.entries(claims)) {
    const member = RENAMED[name];
    if (member && fitsMember(name, value)) {
      spec[member] = value;
    } else if (name === 'scope' && typeof value === 'string') {
      spec.scope = value;
    } else {
      rest.push([name, value]);
    }
  }
  return fromRows(spec, rest, []);
}

/** A member as the text of its field. */
export function textOf(value) {
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  return typeof value === 'object' && value ? JSON.stringify(value) : String(value ?? '');
}

/** One name alone stays a text. */
export function list(text) {
  const items = text.split(/[\s,]+/).filter(Boolean);
  return items.length > 1 ? items : items[0] ?? '';
}

function isMember(name, value) {
  if (!CLAIM_MEMBERS.includes(name)) {
    return false;
  }
  return LIST_MEMBERS.includes(name) ? isTexts(value) : typeof value === 'string';
}

function fitsMember(name, value) {
  if (name === 'aud') {
    return typeof value === 'string' || isTexts(value);
  }
  return name === 'iss' || name === 'sub' ? typeof value === 'string' : Number.isSafeInteger(value);
}

function isTexts(value) {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
