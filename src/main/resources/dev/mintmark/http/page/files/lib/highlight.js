import { h } from './dom.js';

const JSON_TOKEN = /("(?:\\.|[^"\\\n])*"?)(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;
const PARTS = ['header', 'payload', 'signature'];
/** RFC 7516 section 7.1: two of the five parts are the same trade as a part of a signed token. */
const ENCRYPTED_PARTS = ['header', 'other', 'other', 'payload', 'signature'];

/** JSON as coloured nodes; broken JSON too, as far as it goes. */
export function json(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(JSON_TOKEN)) {
    nodes.push(text.slice(end, match.index), ...jsonToken(match));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function jsonToken([whole, string, colon]) {
  if (!string) {
    return [h('span', { class: 'json-literal' }, whole)];
  }
  return [h('span', { class: colon ? 'json-name' : 'json-string' }, string), colon ?? ''];
}

/** The names of the parts of a compact token, in their order. */
export function partNames(token) {
  const count = token.split('.').length;
  return count > 3 ? ENCRYPTED_PARTS : PARTS;
}

/** A token as nodes of its parts, in their colours. */
export function token(text) {
  const names = partNames(text);
  return text.split('.').flatMap((part, i) => {
    const node = h('span', { class: `part part-${names[i] ?? 'other'}`, 'data-part': names[i] ?? 'other' }, part);
    return i === 0 ? [node] : [h('span', { class: 'dot' }, '.'), node];
  });
}

/** As it stands. */
export function plain(text) {
  return [text];
}
