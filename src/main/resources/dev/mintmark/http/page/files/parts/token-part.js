import { fill, h } from '../lib/dom.js';
import { json } from '../lib/highlight.js';
import { format, isObject, step } from '../lib/json.js';
import { visible } from '../lib/unseen.js';

/** One part of a token: what is written in it, and beside it what every field means. */
export class TokenPart extends HTMLElement {
  #name;

  constructor(name, title, subtitle) {
    super();
    this.#name = name;
    this.classList.add(`of-${name}`);
    this.dataset.pointer = `/${name}`;
    this.append(h('h3', {}, title, h('small', {}, subtitle)), h('div', { class: 'part-body' }));
  }

  /** @param explanations those of the service for this part */
  showJson(content, explanations) {
    const lines = isObject(content) ? members(content, this.#name) : [json(format(content))];
    fill(this.lastElementChild, h('pre', { class: 'json', tabindex: 0, 'aria-label': `${this.#name} as JSON` }, lines), table(explanations));
  }

  showText(...text) {
    fill(this.lastElementChild, h('p', {}, text));
  }
}

/** Each member of the object on lines of its own, so that it can be pointed at. */
function members(object, part) {
  const entries = Object.entries(object);
  return ['{\n', entries.map(([name, value], i) => {
    const text = format({ [name]: value }).slice(2, -2) + (i < entries.length - 1 ? ',\n' : '\n');
    return h('span', { class: 'member', 'data-pointer': `/${part}${step(name)}` }, json(text));
  }), '}'];
}

function table(explanations) {
  if (explanations.length === 0) {
    return '';
  }
  return h('table', { class: 'fields' },
    h('thead', { class: 'unseen-text' }, h('tr', {}, ['Field', 'What it says and means'].map((title) => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, explanations.map(field)));
}

function field({ pointer, name, value, meaning, registered, reference }) {
  return h('tr', { 'data-pointer': pointer },
    h('th', { scope: 'row' }, h('code', {}, visible(name))),
    h('td', {}, h('p', { class: 'value' }, visible(value)),
      h('p', { class: 'meaning' }, visible(meaning), h('small', {}, reference ?? (registered ? '' : 'not registered')))));
}

customElements.define('token-part', TokenPart);
