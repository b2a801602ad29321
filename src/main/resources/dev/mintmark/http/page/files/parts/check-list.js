import { fill, h } from '../lib/dom.js';
import { date } from '../lib/time.js';
import { visible } from '../lib/unseen.js';

/** Smaller numbers are durations; tokens are younger than 2001. */
const EARLIEST_DATE = 1_000_000_000;
const SIGNS = { failed: '✗', passed: '✓', skipped: '–' };

/** Every check of a verdict with its reason, those that failed first, those that were skipped folded. */
export class CheckList extends HTMLElement {
  #isOpen = false;

  show(checks) {
    const list = (...states) => h('ul', { class: 'checks' }, states.flatMap((status) => checks.filter((check) => check.status === status)).map(item));
    const skipped = checks.filter((check) => check.status === 'skipped').length;
    const details = h('details', { open: this.#isOpen, toggle: () => { this.#isOpen = details.open; } },
      h('summary', {}, `${skipped} skipped`), list('skipped'));
    fill(this, list('failed', 'passed'), skipped > 0 ? details : '');
  }
}

function item(check) {
  return h('li', { class: `check-${check.status}`, 'data-pointer': check.pointer, 'data-check': check.check },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[check.status]),
    h('div', {},
      h('p', {}, h('strong', {}, check.check.replaceAll('_', ' ')), ' ', h('span', { class: 'check-status' }, check.status),
        check.code ? h('code', {}, check.code) : ''),
      h('p', {}, visible(check.message)),
      difference(check)));
}

/** Dates are compared as numbers, and read as dates. */
function words(content) {
  if (typeof content === 'number' && content > EARLIEST_DATE) {
    return date(content) ?? String(content);
  }
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function difference(check) {
  if (check.expected === undefined && check.actual === undefined) {
    return '';
  }
  return h('dl', { class: 'difference' }, value('expected', check.expected), value('found', check.actual));
}

function value(name, content) {
  return content === undefined ? '' : h('div', {}, h('dt', {}, name), h('dd', {}, visible(words(content))));
}

customElements.define('check-list', CheckList);
