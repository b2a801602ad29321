import { fill, freshId, h } from '../lib/dom.js';
import { format, parse } from '../lib/json.js';
import { visible } from '../lib/unseen.js';
import { select } from './form-field.js';

const TYPES = [['text', 'Text'], ['number', 'Number'], ['boolean', 'Boolean'], ['list', 'List'], ['json', 'JSON'], ['null', 'Left out']];

/** One member: its name, its value as text of some type, and what is wrong with it. Fires `remove`. */
export class ClaimRow extends HTMLElement {
  #name;
  #type;
  #value = h('div', { class: 'row-value' });
  #control;
  #help;
  #known;
  #noun;
  #changed;
  #error = '';
  #refused = '';

  constructor({ noun, known, names, changed, touched }) {
    super();
    this.#known = known;
    this.#noun = noun;
    this.#changed = changed;
    const id = freshId('row');
    this.#help = h('p', { class: 'help', id: `${id}-help` });
    this.#name = h('input', {
      type: 'text', class: 'row-name', list: names, placeholder: 'name', 'aria-label': `Name of the ${noun}`, 'aria-describedby': `${id}-help`, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off',
      focus: touched,
      input: () => {
        this.#named();
        touched();
        changed();
      },
    });
    this.#type = select(TYPES, { class: 'row-type', change: () => { this.#draw(this.#text); changed(); } });
    this.append(this.#name, this.#value, this.#type,
      h('button', { type: 'button', class: 'quiet row-remove', click: () => this.dispatchEvent(new Event('remove')) }, h('span', { 'aria-hidden': 'true' }, '×'), h('span', { class: 'unseen-text' }, `Remove the ${noun}`)),
      this.#help);
  }

  show(name, value) {
    this.#name.value = name;
    this.#type.value = typeOf(value);
    this.#draw(textOf(value, this.#type.value));
  }

  get name() {
    return this.#name.value.trim();
  }

  get value() {
    return valueOf(this.#text, this.#type.value);
  }

  get isReadable() {
    return this.#error === '';
  }

  /** Finds out whether the row can be read. @param isFirst whether no row before it has its name */
  check(isFirst) {
    this.#error = isFirst ? problem(this.#text, this.#type.value) : `The ${this.#noun} is already there.`;
    this.#showProblem();
  }

  /** What the service says against it, or nothing. */
  showError(detail = '') {
    this.#refused = detail;
    this.#showProblem();
  }

  explain(meaning) {
    this.#help.dataset.meaning = meaning ?? '';
    this.#showProblem();
  }

  focusName() {
    this.#name.focus();
  }

  get #text() {
    return this.#control?.value ?? '';
  }

  /** A known name brings its usual type along, as long as there is no value. */
  #named() {
    this.#help.dataset.meaning = '';
    const type = this.#known[this.name];
    if (type && (this.#text === '' || this.#type.value === 'boolean')) {
      this.#type.value = type;
      this.#draw('');
    }
    this.#label();
  }

  #draw(text) {
    const type = this.#type.value;
    const attributes = { spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', input: () => this.#changed() };
    if (type === 'boolean') {
      this.#control = select(['true', 'false'], { change: () => this.#changed() });
      this.#control.value = text === 'false' ? 'false' : 'true';
    } else if (type === 'json') {
      this.#control = h('textarea', { ...attributes, rows: Math.min(6, text.split('\n').length + 1) });
      this.#control.value = text;
    } else if (type === 'null') {
      this.#control = h('input', { type: 'text', disabled: true, placeholder: 'not in the token' });
    } else {
      this.#control = h('input', { ...attributes, type: 'text', inputmode: type === 'number' ? 'decimal' : null, placeholder: type === 'list' ? 'one, two, three' : 'value' });
      this.#control.value = text;
    }
    fill(this.#value, this.#control);
    this.#label();
  }

  #label() {
    const name = this.name || `the ${this.#noun}`;
    this.#control.setAttribute('aria-label', `Value of ${name}`);
    this.#control.setAttribute('aria-describedby', this.#help.id);
    this.#type.setAttribute('aria-label', `Type of ${name}`);
  }

  #showProblem() {
    const text = this.#error || this.#refused;
    this.#help.classList.toggle('field-error', text !== '');
    fill(this.#help, visible(text || this.#help.dataset.meaning || ''));
    this.#control.toggleAttribute('aria-invalid', text !== '');
    if (text) {
      this.#control.setAttribute('aria-invalid', 'true');
    }
  }
}

customElements.define('claim-row', ClaimRow);

/** Lists and texts that a line cannot hold are edited as JSON. */
function typeOf(value) {
  if (value === null) {
    return 'null';
  }
  if (typeof value === 'string') {
    return /[\r\n]/.test(value) ? 'json' : 'text';
  }
  if (typeof value === 'number' || JSON.isRawJSON?.(value)) {
    return 'number';
  }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item === item.trim() && /^[^,\r\n]+$/.test(item))) {
    return 'list';
  }
  return typeof value === 'boolean' ? 'boolean' : 'json';
}

function textOf(value, type) {
  const texts = { null: () => '', text: () => value, number: () => JSON.stringify(value), boolean: () => String(value), list: () => value.join(', ') };
  return (texts[type] ?? (() => format(value)))();
}

function valueOf(text, type) {
  switch (type) {
    case 'number':
    case 'json':
      return parse(text);
    case 'boolean':
      return text === 'true';
    case 'list':
      return text.split(',').map((item) => item.trim()).filter(Boolean);
    case 'null':
      return null;
    default:
      return text;
  }
}

function problem(text, type) {
  if (type === 'number' && !/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim())) {
    return 'Not a number.';
  }
  if (type === 'json') {
    try {
      parse(text);
    } catch (error) {
      return `Not valid JSON: ${error.message}`;
    }
  }
  return '';
}
