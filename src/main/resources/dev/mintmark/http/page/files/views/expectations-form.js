import { h } from '../lib/dom.js';
import { FormField, select } from '../parts/form-field.js';

const TEXTS = ['issuer', 'audience', 'scope', 'subject', 'leeway', 'max_age'];

/** What a service would demand of the token. */
export class ExpectationsForm extends HTMLElement {
  #controls = new Map();

  constructor(contract, changed) {
    super();
    const type = select([['', 'any'], ...contract.values('Expectations', 'type')], { change: changed });
    this.append(h('div', { class: 'fields-grid' },
      TEXTS.map((name) => this.#field(contract, name, h('input', { type: 'text', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', input: changed }))),
      this.#field(contract, 'type', type)));
  }

  /** The member `expect`, without what nobody filled in. */
  get members() {
    const filled = [...this.#controls].map(([name, control]) => [name, control.value.trim()]).filter(([, value]) => value !== '');
    return Object.fromEntries(filled.map(([name, value]) => [name, /^\d+$/.test(value) && name !== 'subject' ? Number(value) : value]));
  }

  #field(contract, name, control) {
    this.#controls.set(name, control);
    return new FormField({ label: name.replaceAll('_', ' '), help: contract.meaning('Expectations', name), control, pointer: `/expect/${name}` });
  }
}

customElements.define('expectations-form', ExpectationsForm);
