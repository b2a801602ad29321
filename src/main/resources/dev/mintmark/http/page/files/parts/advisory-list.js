import { fill, h } from '../lib/dom.js';
import { SEVERITIES } from '../lib/names.js';
import { visible } from '../lib/unseen.js';

/** Advisories, the worst first as the service sends them, each with why, fix and references. */
export class AdvisoryList extends HTMLElement {
  #open = new Set();

  /** @param advisories as in any answer of the service */
  show(advisories) {
    const worse = advisories.filter((one) => one.severity !== 'info');
    const notes = advisories.filter((one) => one.severity === 'info');
    if (worse.length === 0) {
      fill(this, h('p', { class: 'calm' }, 'No warnings.'), this.#list(notes));
      return;
    }
    fill(this, this.#list(worse), notes.length > 0 ? this.#folded('notes', `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`, { class: 'notes' }, this.#list(notes)) : '');
  }

  /** Opens the first advisory that fits, and goes there. */
  go(fits) {
    const item = [...this.querySelectorAll('li[data-rule]')].find((one) => fits(one.dataset));
    const folded = item?.closest('.notes');
    if (folded) {
      folded.open = true;
    }
    const details = item?.querySelector('details');
    if (details) {
      details.open = true;
      details.querySelector('summary').focus({ preventScroll: true });
      details.scrollIntoView({ block: 'center' });
    }
  }

  #list(advisories) {
    return advisories.length > 0 ? h('ul', { class: 'advisories' }, advisories.map((one) => this.#item(one))) : '';
  }

  #item(advisory) {
    const details = this.#folded(`${advisory.rule} ${advisory.where}`,
      [severity(advisory.severity), h('span', { class: 'advisory-message' }, visible(advisory.message)), h('code', { class: 'where' }, visible(advisory.where))], {},
      h('dl', {},
        row('Why', visible(advisory.why)),
        row('Fix', visible(advisory.fix)),
        advisory.observed ? row('Observed', visible(advisory.observed)) : '',
        row('Rule', h('a', { href: `#learn/${advisory.rule}` }, advisory.rule)),
        row('See', advisory.references.join(' · '))));
    return h('li', { class: `severity-${advisory.severity}`, 'data-pointer': advisory.where, 'data-rule': advisory.rule, 'data-severity': advisory.severity }, details);
  }

  /** What the user opened stays open while the list is drawn anew. */
  #folded(key, summary, attributes, content) {
    const details = h('details', {
      ...attributes, open: this.#open.has(key),
      toggle: () => (details.open ? this.#open.add(key) : this.#open.delete(key)),
    }, h('summary', {}, summary), content);
    return details;
  }
}

customElements.define('advisory-list', AdvisoryList);

/** The name of a severity in its colour. */
export function severity(name) {
  return h('span', { class: `badge severity-${name}` }, name);
}

/** How many findings there are of each severity, as buttons that lead to the first of them. */
export function severityCounts(advisories, list) {
  const names = SEVERITIES.filter((name) => advisories.some((one) => one.severity === name));
  if (names.length === 0) {
    return h('p', { class: 'counts calm' }, 'No security advice.');
  }
  return h('p', { class: 'counts' }, names.map((name) => h('button', {
    type: 'button', class: `count severity-${name}`, click: () => list.go((item) => item.severity === name),
  }, `${advisories.filter((one) => one.severity === name).length} ${name}`, h('span', { class: 'unseen-text' }, ' in the security advice'))));
}

/** The advisories on one field, as buttons that lead to them. */
export function fieldBadges(advisories, go) {
  return advisories.map((one) => h('button', {
    type: 'button', class: `badge severity-${one.severity}`, title: one.message, click: () => go(one),
    'aria-label': `${one.severity}: ${one.message}`,
  }, one.severity));
}

function row(term, meaning) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, meaning));
}
