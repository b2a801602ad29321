import { fill, h } from '../lib/dom.js';
import { json } from '../lib/highlight.js';
import { format, isObject, step } from '../lib/json.js';
import { visible } from '../lib/unseen.js';
import { fieldBadges } from './advisory-list.js';

/** One part of a token, as a table of what each field says and means, or as JSON. */
export class TokenPart extends HTMLElement {
  #name;
  #body = h('div', {});

  constructor(name, title, subtitle) {
    super();
    this.#name = name;
    this.classList.add(`of-${name}`);
    this.dataset.pointer = `/${name}`;
    this.append(h('h3', {}, title, h('small', {}, subtitle)), this.#body);
  }

  showJson(content) {
    const lines = isObject(content) ? members(content, this.#name) : [json(format(content))];
    fill(this.#body, h('pre', { class: 'json', tabindex: 0, 'aria-label': `${this.#name} as JSON` }, lines));
  }

  /** @param explanations those of the service for this part; advisories too; go is called with the one that was chosen */
  showTable(explanations, advisories, go) {
    const badges = (pointer) => fieldBadges(advisories.filter((one) => one.where === pointer), go);
    fill(this.#body, explanations.length === 0 ? h('p', { class: 'calm' }, 'Empty.') : h('table', { class: 'fields' },
      h('thead', { class: 'unseen-text' }, h('tr', {}, ['Field', 'What it says and means'].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, explanations.map((one) => field(one, badges(one.pointer))))));
  }

  showText(...text) {
    fill(this.#body, h('p', {}, text));
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

function field({ pointer, name, value, meaning, registered, reference }, badges) {
  return h('tr', { 'data-pointer': pointer },
    h('th', { scope: 'row' }, h('code', {}, visible(name))),
    h('td', {}, h('p', { class: 'value' }, visible(value), badges),
      h('p', { class: 'meaning' }, visible(meaning), h('small', {}, reference ?? (registered ? '' : 'not registered')))));
}

customElements.define('token-part', TokenPart);
