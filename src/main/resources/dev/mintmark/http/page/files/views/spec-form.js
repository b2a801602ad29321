import { fill, h } from '../lib/dom.js';
import { HMAC, KNOWN_CLAIMS, KNOWN_HEADERS, SIGNATURES, TYPES, whenToUse } from '../lib/names.js';
import { ClaimRows } from '../parts/claim-rows.js';
import { FormField, select, showErrors } from '../parts/form-field.js';
import { LifetimeField } from '../parts/lifetime-field.js';
import { SignWith } from './sign-with.js';
import { fromRows, list, rowsOf, textOf } from './spec-values.js';

/** Text fields: member, label, claim, and an example. */
const ESSENTIALS = [['subject', 'Subject', 'sub', 'user-7f3a'], ['audience', 'Audience', 'aud', 'https://orders.example'], ['scope', 'Scope', 'scope', 'orders:read orders:write']];
const MORE = [['issuer', 'Issuer', 'iss', 'this service'], ['issued_at', 'Issued at', 'iat', 'now, -1h, or a date'], ['not_before', 'Not before', 'nbf', '+5m, or a date'], ['expires_at', 'Expires at', 'exp', 'instead of a lifetime'], ['key_id', 'Key id', 'kid', 'the active key']];

/** A request for a token as a form. It reads and writes one object, and keeps members that it has no field for. */
export class SpecForm extends HTMLElement {
  #algorithms;
  #spec = {};
  #controls = new Map();
  #when = h('p', { class: 'help when', 'aria-live': 'polite' });
  #sign;
  #isSigned = true;
  #lifetime;
  #claims;
  #headers;
  #more;
  #changed;

  /**
   * @param algorithms those that the service has keys for
   * @param changed is called with the new request, or with null while a row cannot be read
   */
  constructor(algorithms, changed) {
    super();
    this.#algorithms = algorithms;
    this.#changed = changed;
    this.#sign = new SignWith(() => this.#spec.algorithm, (members) => this.#signWith(members));
    this.#lifetime = new LifetimeField((value) => this.#set('expires_in', value));
    const rows = () => this.#rowsChanged();
    this.#claims = new ClaimRows({ part: 'payload', noun: 'claim', legend: 'Claims', known: KNOWN_CLAIMS, changed: rows });
    this.#headers = new ClaimRows({ part: 'header', noun: 'header parameter', legend: 'Header parameters', known: KNOWN_HEADERS, changed: rows });
    this.#more = h('details', {}, h('summary', {}, 'Issuer, dates, key and header'), h('div', { class: 'fields-grid' }, MORE.map((one) => this.#text(...one))), this.#headers);
    this.append(
      h('div', { class: 'fields-grid' }, this.#algorithm(), this.#type()),
      this.#sign,
      h('div', { class: 'fields-grid' }, ESSENTIALS.map((one) => this.#text(...one)), this.#lifetime),
      this.#claims,
      h('label', { class: 'check' }, this.#register('refresh', h('input', { type: 'checkbox', change: (event) => this.#set('refresh', event.target.checked) })), h('span', {}, 'Add a refresh token')),
      this.#more);
  }

  /** Shows a request without telling anybody. */
  show(spec) {
    this.#spec = spec;
    this.#isSigned = true;
    this.#sign.show(spec);
    this.#offerAlgorithms();
    for (const [name, control] of this.#controls) {
      if (control.type === 'checkbox') {
        control.checked = spec[name] === true;
      } else if (control !== document.activeElement) {
        control.value = textOf(spec[name]);
      }
    }
    this.#lifetime.show(spec.expires_in);
    this.#claims.show(rowsOf(spec));
    this.#headers.show(Object.entries(spec.headers ?? {}));
    this.#more.open ||= [...MORE.map(([name]) => name), 'headers'].some((name) => name in spec);
    this.#showWhen();
  }

  showErrors(errors) {
    showErrors(this, errors);
    this.#claims.showErrors(errors, ['/claims', '']);
    this.#headers.showErrors(errors, ['/headers']);
  }

  /** The advisories on the lifetime, beside it. */
  warn(advisories) {
    this.#lifetime.warn(advisories.find((one) => one.where === '/payload/exp' && one.severity !== 'info'));
  }

  /** Names the algorithm that the service chose itself. */
  showDefault(algorithm) {
    const option = this.#controls.get('algorithm').options[0];
    option.textContent = `${algorithm} (default)`;
    option.dataset.algorithm = algorithm;
    this.#showWhen();
  }

  #algorithm() {
    const control = this.#register('algorithm', select([['', 'Default']], { change: () => this.#set('algorithm', control.value) }));
    const field = new FormField({ label: 'Algorithm', claim: 'alg', control, pointer: '/algorithm' });
    field.append(this.#when);
    return field;
  }

  #type() {
    const labels = { access: 'Access token', id: 'ID token', refresh: 'Refresh token', generic: 'Other' };
    const control = this.#register('type', select(TYPES.map((name) => [name === TYPES[0] ? '' : name, labels[name]]), { change: () => this.#set('type', control.value) }));
    return new FormField({ label: 'Type', control, pointer: '/type' });
  }

  /** Those that fit the key. */
  #offerAlgorithms() {
    const control = this.#controls.get('algorithm');
    const offered = { service: this.#algorithms, secret: HMAC, key: SIGNATURES }[this.#sign.owner];
    const own = this.#spec.algorithm && !offered.includes(this.#spec.algorithm) ? [this.#spec.algorithm] : [];
    const wanted = [...offered, ...own].join();
    if (control.dataset.offered !== wanted) {
      control.dataset.offered = wanted;
      control.replaceChildren(control.options[0], ...wanted.split(',').map((name) => h('option', { value: name }, name)));
      control.value = this.#spec.algorithm ?? '';
    }
  }

  #showWhen() {
    const { selectedOptions: [option] } = this.#controls.get('algorithm');
    this.#when.textContent = whenToUse(option?.value || (option?.dataset.algorithm ?? ''));
  }

  #text(name, label, claim, placeholder) {
    const control = this.#register(name, h('input', {
      type: 'text', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', placeholder,
      input: () => this.#set(name, name === 'audience' ? list(control.value) : instant(name, control.value)),
    }));
    return new FormField({ label, claim, control, pointer: `/${name}` });
  }

  #register(name, control) {
    this.#controls.set(name, control);
    return control;
  }

  /** An algorithm that does not fit the new kind of key is taken back. */
  #signWith(members) {
    const { key, secret, secret_encoding, ...rest } = this.#spec;
    this.#isSigned = members !== null;
    this.#spec = { ...rest, ...members };
    if (rest.algorithm && HMAC.includes(rest.algorithm) !== (this.#sign.owner === 'secret') && this.#sign.owner !== 'service') {
      delete this.#spec.algorithm;
    }
    this.#offerAlgorithms();
    this.#showWhen();
    this.#tell();
  }

  #set(name, value) {
    const { [name]: old, ...rest } = this.#spec;
    const isEmpty = value === '' || value === false || (Array.isArray(value) && value.length === 0);
    this.#spec = isEmpty ? rest : { ...this.#spec, [name]: value };
    this.#showWhen();
    this.#tell();
  }

  #rowsChanged() {
    const claims = this.#claims.entries;
    const headers = this.#headers.entries;
    if (claims && headers) {
      this.#spec = fromRows(this.#spec, claims, headers);
    }
    this.#tell();
  }

  #tell() {
    const isReadable = this.#isSigned && this.#claims.entries !== null && this.#headers.entries !== null;
    this.#changed(isReadable ? this.#spec : null);
  }
}

/** Dates may be numbers; text that looks like one is meant as one. */
function instant(name, text) {
  return /_at$|_before$/.test(name) && /^\d+$/.test(text) ? Number(text) : text.trim();
}

customElements.define('spec-form', SpecForm);
