import { fill, h } from '../lib/dom.js';
import { FormField, choice, select, showErrors } from '../parts/form-field.js';
import { LifetimeField } from '../parts/lifetime-field.js';

const ESSENTIALS = ['subject', 'audience', 'scope', 'roles'];
const MORE = ['permissions', 'groups', 'tenant', 'client_id', 'issuer', 'issued_at', 'not_before', 'key_id'];
/** Members of which a request may hold several; one name alone stays a text where the contract allows both. */
const LISTS = ['audience', 'roles', 'permissions', 'groups'];
const OWN = { 'the service': [], 'my secret': ['secret', 'secret_encoding'], 'my private key': ['key'] };

/** A request for a token as a form. It reads and writes one object, and leaves members that it has no field for. */
export class SpecForm extends HTMLElement {
  #contract;
  #algorithms;
  #spec = {};
  #controls = new Map();
  #when = h('p', { class: 'help when', 'aria-live': 'polite' });
  #own = h('div', { class: 'own' });
  #lifetime;
  #changed;

  /** @param algorithms those that the service signs with; changed is told the new request */
  constructor(contract, algorithms, changed) {
    super();
    this.#contract = contract;
    this.#algorithms = algorithms;
    this.#changed = changed;
    this.#lifetime = new LifetimeField(contract.meaning('MintRequest', 'expires_in'), (value) => this.#set('expires_in', value));
    this.append(
      h('div', { class: 'fields-grid' }, this.#select('type', contract.values('MintRequest', 'type'), contract.values('MintRequest', 'type')[0]),
        this.#algorithm()),
      h('div', { class: 'fields-grid' }, ESSENTIALS.map((name) => this.#text(name))),
      this.#lifetime,
      h('label', { class: 'check' }, this.#register('refresh', h('input', { type: 'checkbox', change: (event) => this.#set('refresh', event.target.checked) })),
        h('span', {}, 'with a refresh token')),
      choice('Signed by', Object.keys(OWN).map((value) => [value, value]), (value) => this.#signBy(value)),
      this.#own,
      h('details', {}, h('summary', {}, 'More fields'), h('div', { class: 'fields-grid' }, MORE.map((name) => this.#text(name)))));
  }

  /** Shows a request without telling anybody. */
  show(spec) {
    this.#spec = spec;
    const owner = Object.keys(OWN).findLast((name) => OWN[name].some((member) => member in spec)) ?? Object.keys(OWN)[0];
    this.#showOwner(owner);
    for (const [name, control] of this.#controls) {
      const value = spec[name];
      if (control.type === 'checkbox') {
        control.checked = value === true;
      } else if (control !== document.activeElement) {
        control.value = Array.isArray(value) ? value.join(', ') : typeof value === 'object' && value ? JSON.stringify(value) : value ?? '';
      }
    }
    this.#lifetime.show(spec.expires_in);
    this.#showWhen();
  }

  showErrors(errors) {
    showErrors(this, errors);
  }

  /** The advisories on the lifetime, beside it. */
  warn(advisories) {
    this.#lifetime.warn(advisories.find((one) => one.where === '/payload/exp'));
  }

  #algorithm() {
    const field = this.#select('algorithm', this.#algorithms, `default of the service`);
    field.append(this.#when);
    return field;
  }

  #showWhen() {
    const name = this.#controls.get('algorithm').value;
    this.#when.textContent = this.#contract.whenToUse(name) || 'Choose one to read when it is the right one.';
  }

  #select(name, values, unset) {
    const options = [['', unset], ...values.filter((value) => value !== unset)];
    const control = select(options, { change: () => this.#set(name, control.value) });
    return this.#field(name, control, name === 'algorithm' ? '' : undefined);
  }

  #text(name) {
    const control = h('input', {
      type: 'text', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off',
      input: () => this.#set(name, LISTS.includes(name) ? list(name, control.value) : number(name, control.value)),
    });
    return this.#field(name, control);
  }

  #field(name, control, help = this.#contract.meaning('MintRequest', name)) {
    this.#register(name, control);
    return new FormField({ label: name.replaceAll('_', ' '), help, control, pointer: `/${name}` });
  }

  #register(name, control) {
    this.#controls.set(name, control);
    return control;
  }

  #signBy(owner) {
    for (const member of Object.values(OWN).flat()) {
      delete this.#spec[member];
    }
    this.#showOwner(owner);
    this.#changed(this.#spec);
  }

  /** The fields for a key of one's own, there only while they are meant. */
  #showOwner(owner) {
    const index = Object.keys(OWN).indexOf(owner);
    this.querySelectorAll('.choice input')[index].checked = true;
    if (this.#own.dataset.owner === owner) {
      return;
    }
    this.#own.dataset.owner = owner;
    Object.values(OWN).flat().forEach((member) => this.#controls.delete(member));
    fill(this.#own, OWN[owner].map((member) => {
      if (member === 'secret_encoding') {
        return this.#select(member, this.#contract.values('SecretEncoding'), 'utf8');
      }
      const control = h('textarea', { rows: member === 'key' ? 5 : 2, spellcheck: 'false', autocomplete: 'off', input: () => this.#set(member, keyText(control.value)) });
      return this.#field(member, control);
    }));
  }

  #set(name, value) {
    if (value === '' || value === false || (Array.isArray(value) && value.length === 0)) {
      delete this.#spec[name];
    } else {
      this.#spec[name] = value;
    }
    this.#showWhen();
    this.#changed(this.#spec);
  }
}

function list(name, text) {
  const items = text.split(/[\s,]+/).filter(Boolean);
  return name === 'audience' && items.length === 1 ? items[0] : items;
}

/** Dates may be numbers; text that looks like one is meant as one. */
function number(name, text) {
  return /_at$|_before$/.test(name) && /^\d+$/.test(text) ? Number(text) : text.trim();
}

/** A key is a JWK, which is an object, or PEM, which is a text. */
function keyText(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' ? value : text;
  } catch {
    return text;
  }
}

customElements.define('spec-form', SpecForm);
