import { h } from '../lib/dom.js';
import { TYPES } from '../lib/names.js';
import { FormField, select } from '../parts/form-field.js';

/** Member, label, claim, example. The first two answer most questions. */
const FIRST = [['audience', 'Audience', 'aud', 'https://orders.example'], ['issuer', 'Issuer', 'iss', 'https://issuer.example']];
const MORE = [
  ['scope', 'Scope', 'scope', 'orders:read'], ['subject', 'Subject', 'sub', 'user-7f3a'], ['leeway', 'Leeway', '', '60s'], ['max_age', 'Max age', '', '1h'],
];

/** What a service expects of the token. */
export class ExpectationsForm extends HTMLElement {
  #controls = new Map();

  constructor(changed) {
    super();
    const text = ([name, label, claim, placeholder]) => this.#field(name, label, claim, h('input', { type: 'text', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', placeholder, input: changed }));
    this.append(
      h('div', { class: 'fields-grid' }, FIRST.map(text)),
      h('details', {}, h('summary', {}, 'More expectations'), h('div', { class: 'fields-grid' },
        MORE.map(text), this.#field('type', 'Type', '', select([['', 'Any'], ...TYPES], { change: changed })))));
  }

  /** The member `expect`, without empty fields. */
  get members() {
    const filled = [...this.#controls].map(([name, control]) => [name, control.value.trim()]).filter(([, value]) => value !== '');
    return Object.fromEntries(filled.map(([name, value]) => [name, /^\d+$/.test(value) && name !== 'subject' ? Number(value) : value]));
  }

  #field(name, label, claim, control) {
    this.#controls.set(name, control);
    return new FormField({ label, claim, control, pointer: `/expect/${name}` });
  }
}

customElements.define('expectations-form', ExpectationsForm);
