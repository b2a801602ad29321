import { fill, h } from '../lib/dom.js';
import { isObject, parse } from '../lib/json.js';
import { FormField, choice, select } from '../parts/form-field.js';

const SERVICE = 'service';
const KEYS = 'keys';

/** With which keys a token is verified: those of the service, or pasted ones. */
export class TrustForm extends HTMLElement {
  #contract;
  #changed;
  #source = SERVICE;
  #fields = h('div', {});
  #text;
  #encoding;

  constructor(contract, changed) {
    super();
    this.#contract = contract;
    this.#changed = changed;
    this.append(
      choice('Keys', [[SERVICE, 'this service'], [KEYS, 'JWKS, JWK or PEM'], ['secret', 'a secret']], (source) => this.#choose(source)), this.#fields);
  }

  /** The members of POST /tokens/verify that say so. */
  get members() {
    const text = this.#text?.value.trim() ?? '';
    if (this.#source === SERVICE || text === '') {
      return {};
    }
    if (this.#source === KEYS) {
      return keys(text);
    }
    return { secret: this.#text.value, secret_encoding: this.#encoding.value };
  }

  get isReady() {
    return this.#source === SERVICE || this.#text.value.trim() !== '';
  }

  #choose(source) {
    this.#source = source;
    this.#text = h('textarea', { rows: source === KEYS ? 6 : 2, spellcheck: 'false', autocomplete: 'off', input: () => this.#changed() });
    const label = source === KEYS ? 'Public keys' : 'Secret';
    const help = source === KEYS ? 'A key set, one JWK, or PEM. It is sent to this service and nowhere else.' : this.#contract.meaning('VerifyRequest', 'secret');
    this.#encoding = select(this.#contract.values('SecretEncoding'), { change: () => this.#changed() });
    fill(this.#fields, source === SERVICE ? '' : [
      new FormField({ label, help, control: this.#text, pointer: source === KEYS ? '/key' : '/secret' }),
      source === KEYS ? '' : new FormField({ label: 'encoding', control: this.#encoding, pointer: '/secret_encoding' }),
    ]);
    this.#changed();
  }
}

/** Half a key is sent as it stands, so that the service says what is wrong with it. */
function keys(text) {
  try {
    const value = parse(text);
    if (isObject(value)) {
      return Array.isArray(value.keys) ? { jwks: value } : { key: value };
    }
  } catch {
    // No JSON: PEM.
  }
  return { key: text };
}

customElements.define('trust-form', TrustForm);
