import { h } from '../lib/dom.js';

const ROWS = [
  ['Sent to', 'every resource server, as Authorization: Bearer', 'the issuer only'],
  ['Lifetime', 'minutes', 'days, and no longer than its family'],
  ['Stored', 'in memory', 'where scripts cannot read it: an HttpOnly cookie, the key store of the system'],
  ['Used', 'as often as needed', 'once; each use returns the next one'],
  ['If stolen', 'works until it expires', 'its second use revokes the whole family'],
];

/** What each of the two tokens is for. */
export function comparison() {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Access and refresh tokens compared' }, h('table', { class: 'comparison' },
    h('thead', {}, h('tr', {}, h('td', {}), h('th', { scope: 'col' }, 'Access token'), h('th', { scope: 'col' }, 'Refresh token'))),
    h('tbody', {}, ROWS.map(([name, access, refresh]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, access), h('td', {}, refresh))))));
}
