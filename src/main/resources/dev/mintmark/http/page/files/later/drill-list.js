import { fill, freshId, h } from '../lib/dom.js';
import { session } from '../lib/session.js';
import { CopyButton } from '../parts/copy-button.js';

/** What the groups of the catalogue are about. */
const GROUPS = {
  controls: ['Controls', 'Good tokens. A service that rejects one of them rejects too much, and then the others prove nothing.'],
  algorithm: ['Algorithm', 'The header names an algorithm that the service must not accept.'],
  signature: ['Signature', 'The signature is missing, changed, or by another key.'],
  'named-keys': ['Named keys', 'The token names or brings the key that verifies it.'],
  time: ['Time', 'The token has expired, is not valid yet, or has times that are not dates.'],
  claims: ['Claims', 'Issuer, audience, type or authority are not those that the service expects.'],
  encoding: ['Encoding', 'Base64url, JSON or UTF-8 are not what the RFCs require.'],
  structure: ['Structure', 'The token is not a JWS in compact serialization.'],
};

/** The drills by group; each has its tokens beside it when they are made. */
export class DrillList extends HTMLElement {
  #places = new Map();

  show(drills) {
    this.#places.clear();
    fill(this, [...grouped(drills, ({ group }) => group)].map(([group, members]) => this.#group(group, members)));
  }

  /** @param suite the answer of POST /drills */
  take({ drills, skipped }) {
    this.forget();
    for (const [id, entries] of grouped(drills, (one) => one.id)) {
      fill(this.#places.get(id), entries.map((entry) => token(entry)));
    }
    for (const { id, reason } of skipped) {
      fill(this.#places.get(id), h('p', { class: 'help' }, h('strong', {}, 'Skipped. '), `${reason}.`));
    }
  }

  /** Removes the tokens. */
  forget() {
    this.#places.forEach((place) => fill(place));
  }

  #group(group, members) {
    const [title, meaning] = GROUPS[group] ?? [group, ''];
    const id = freshId('drills');
    return h('section', { class: 'card', 'aria-labelledby': id },
      h('h2', { id }, `${title} (${members.length})`), h('p', { class: 'help' }, meaning),
      h('ul', { class: 'drills' }, members.map((drill) => this.#drill(drill))));
  }

  #drill({ id, title, how, expect, http_status: statuses, code, strength, attack, references }) {
    const place = h('div', { class: 'drill-tokens' });
    const accepts = expect === 'accept';
    this.#places.set(id, place);
    return h('li', { 'data-drill': id },
      h('details', {},
        h('summary', {}, h('span', { class: `badge ${accepts ? 'state-active' : 'severity-high'}` }, answer(accepts, statuses)), h('span', { class: 'advisory-message' }, title), h('code', { class: 'where' }, id)),
        h('dl', {},
          row('Token', how),
          row('Answer', `A correct service ${strength} ${accepts ? 'accept' : 'reject'} it: HTTP ${statuses.join(' or ')}.`),
          row('Why', `${attack}.`),
          code ? row('Code', h('code', {}, code)) : '',
          references.length > 0 ? row('See', references.join(' · ')) : '')),
      place);
  }
}

function answer(accepts, statuses) {
  return `${accepts ? 'accept' : 'reject'} ${statuses[0]}`;
}

function row(term, meaning) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, meaning));
}

/** Some drills have several tokens, each with its label; a drill of bad tokens may have a good one for comparison. */
function token({ token: text, label, id, expect, http_status: statuses }) {
  const name = label ? `${id}, ${label}` : id;
  const answers = h('small', { class: 'calm' }, `${label}: ${answer(expect === 'accept', statuses)}`);
  return h('div', { class: 'drill-token' },
    named(new CopyButton('Copy token', () => text), `Copy token of ${name}`),
    h('button', { type: 'button', class: 'quiet', 'aria-label': `Read token of ${name}`, click: () => session.read(text) }, 'Read'),
    label ? answers : '');
}

/** The label on a button of many that look the same. */
function named(copy, label) {
  copy.firstElementChild.setAttribute('aria-label', label);
  return copy;
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  }
  return groups;
}

customElements.define('drill-list', DrillList);
