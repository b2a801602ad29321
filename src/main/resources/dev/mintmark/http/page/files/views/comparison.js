import { h } from '../lib/dom.js';

const ROWS = [
  ['is sent to', 'every resource server, as Authorization: Bearer', 'the issuer alone'],
  ['lives', 'minutes', 'days, and no longer than its family'],
  ['is kept', 'in memory', 'where scripts cannot read: an HttpOnly cookie, the key store of the system'],
  ['is used', 'as often as needed', 'once; each use gives the next one'],
  ['when stolen', 'works until it ends', 'its second use ends the whole family'],
];

/** What each of the two tokens is for. */
export function comparison() {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Access and refresh tokens compared' }, h('table', { class: 'comparison' },
    h('thead', {}, h('tr', {}, h('td', {}), h('th', { scope: 'col' }, 'Access token'), h('th', { scope: 'col' }, 'Refresh token'))),
    h('tbody', {}, ROWS.map(([name, access, refresh]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, access), h('td', {}, refresh))))));
}
