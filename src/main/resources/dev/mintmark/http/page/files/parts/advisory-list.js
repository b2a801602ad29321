import { fill, h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';

/** Advisories, the worst first as the service sends them, each with why, fix and references. */
export class AdvisoryList extends HTMLElement {
  #open = new Set();

  /** @param advisories as in any answer of the service; nothing found is worth a word too */
  show(advisories) {
    if (advisories.length === 0) {
      fill(this, h('p', { class: 'calm' }, 'Nothing to warn of.'));
      return;
    }
    fill(this, counts(advisories), h('ul', { class: 'advisories' }, advisories.map((one) => this.#item(one))));
  }

  #item(advisory) {
    const key = `${advisory.rule} ${advisory.where}`;
    const details = h('details', { open: this.#open.has(key), toggle: () => this.#remember(key, details.open) },
      h('summary', {},
        severity(advisory.severity),
        h('span', { class: 'advisory-message' }, visible(advisory.message)),
        h('code', { class: 'where' }, visible(advisory.where))),
      h('dl', {},
        row('Why', visible(advisory.why)),
        row('Fix', visible(advisory.fix)),
        advisory.observed ? row('Observed', visible(advisory.observed)) : '',
        row('Rule', h('a', { href: `#learn/${advisory.rule}` }, advisory.rule)),
        row('See', advisory.references.join(' · '))));
    return h('li', { class: `severity-${advisory.severity}`, 'data-pointer': advisory.where, 'data-rule': advisory.rule }, details);
  }

  /** What somebody opened stays open while the list is drawn anew with every key. */
  #remember(key, open) {
    if (open) {
      this.#open.add(key);
    } else {
      this.#open.delete(key);
    }
  }
}

customElements.define('advisory-list', AdvisoryList);

/** The name of a severity in its colour. */
export function severity(name) {
  return h('span', { class: `badge severity-${name}` }, name);
}

function row(term, meaning) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, meaning));
}

function counts(advisories) {
  const names = [...new Set(advisories.map((one) => one.severity))];
  return h('p', { class: 'counts' }, names.map((name) =>
    h('span', { class: `count severity-${name}` }, `${advisories.filter((one) => one.severity === name).length} ${name}`)));
}
