import { generate } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { ENCODINGS } from '../lib/names.js';
import { fileSource } from '../parts/file-source.js';
import { FormField, choice, select } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';

const SERVICE = 'service';
const OWNERS = [[SERVICE, 'This service’s key'], ['secret', 'My secret'], ['key', 'My private key']];

/** Which key signs: one of the service, or one's own, which is used once and kept nowhere. */
export class SignWith extends HTMLElement {
  #owner = SERVICE;
  #text = null;
  #encoding = null;
  #fields = h('div', { class: 'own' });
  #note = new ProblemNote();
  #algorithm;
  #changed;

  /** @param algorithm gives the chosen one, if any; changed is called with the members of POST /tokens that say so, or with null while the key is missing */
  constructor(algorithm, changed) {
    super();
    this.#algorithm = algorithm;
    this.#changed = changed;
    this.append(choice('Sign with', OWNERS, (owner) => {
      this.#choose(owner);
      this.#tell();
    }), this.#fields);
  }

  /** `service`, `secret` or `key`. */
  get owner() {
    return this.#owner;
  }

  /** Shows the key of a request without telling anybody. */
  show({ secret, secret_encoding: encoding, key }) {
    const owner = secret !== undefined ? 'secret' : key !== undefined ? 'key' : SERVICE;
    this.#choose(owner);
    if (this.#text && this.#text !== document.activeElement) {
      const value = secret ?? key;
      this.#text.value = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    }
    if (this.#encoding) {
      this.#encoding.value = encoding ?? ENCODINGS[0];
    }
  }

  #choose(owner) {
    this.querySelectorAll('.choice input')[OWNERS.findIndex(([name]) => name === owner)].checked = true;
    if (owner === this.#owner) {
      return;
    }
    this.#owner = owner;
    this.#text = owner === SERVICE ? null : h('textarea', { rows: owner === 'key' ? 5 : 2, spellcheck: 'false', autocomplete: 'off', input: () => this.#tell() });
    this.#encoding = owner === 'secret' ? select(ENCODINGS, { change: () => this.#tell() }) : null;
    fill(this.#fields, this.#text ? this.#field() : '', this.#encoding ? new FormField({ label: 'Encoding of the secret', control: this.#encoding, pointer: '/secret_encoding' }) : '');
  }

  #field() {
    const isKey = this.#owner === 'key';
    const field = new FormField({
      label: isKey ? 'Private key' : 'Secret', control: this.#text, pointer: `/${this.#owner}`,
      help: isKey ? 'PEM or JWK. It goes to this service only, is used once and kept nowhere.' : 'It goes to this service only, is used once and kept nowhere.',
    });
    field.append(h('div', { class: 'actions' }, h('button', { type: 'button', class: 'quiet', click: () => this.#generate() }, isKey ? 'Generate a key' : 'Generate a secret'), fileSource(field, isKey ? 'the private key' : 'the secret', (text) => {
      this.#text.value = text.trim();
      this.#tell();
    })), this.#note);
    return field;
  }

  /** A fresh key for this one token, made by the service and forgotten there. */
  async #generate() {
    const algorithm = this.#algorithm() ?? (this.#owner === 'key' ? 'ES256' : 'HS256');
    try {
      const { secret, private_pem } = await generate({ algorithm });
      this.#note.clear();
      this.#text.value = secret ?? private_pem;
      if (secret) {
        this.#encoding.value = 'base64url';
      }
      this.#tell();
    } catch (error) {
      this.#note.show(error, () => this.#generate());
    }
  }

  #tell() {
    const text = this.#text?.value ?? '';
    if (this.#owner === SERVICE) {
      this.#changed({});
    } else if (text.trim() === '') {
      this.#changed(null);
    } else if (this.#owner === 'key') {
      this.#changed({ key: keyOf(text) });
    } else {
      this.#changed({ secret: text, ...(this.#encoding.value === ENCODINGS[0] ? {} : { secret_encoding: this.#encoding.value }) });
    }
  }
}

customElements.define('sign-with', SignWith);

/** A key is a JWK, which is an object, or PEM, which is a text. */
export function keyOf(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value ? value : text;
  } catch {
    return text;
  }
}
