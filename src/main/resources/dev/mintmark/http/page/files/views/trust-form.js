import { fill, h } from '../lib/dom.js';
import { format, isObject, parse } from '../lib/json.js';
import { ENCODINGS } from '../lib/names.js';
import { publicHalf, recognize } from '../lib/recognize.js';
import { fileSource } from '../parts/file-source.js';
import { FormField, choice, select } from '../parts/form-field.js';

const SOURCES = [['service', 'This service’s keys'], ['keys', 'JWKS, JWK or PEM'], ['secret', 'A secret']];

/** With which keys a token is verified: those of the service, or given ones. A private key is held back until the user decides. */
export class TrustForm extends HTMLElement {
  #changed;
  #source = 'service';
  #fields = h('div', {});
  #warning = h('div', { role: 'alert' });
  #text = null;
  #encoding = null;
  #allowed = null;
  /** Whether the user chose the source, so that a suggestion does not take it away. */
  #isChosen = false;

  constructor(changed) {
    super();
    this.#changed = changed;
    this.append(choice('Verify with', SOURCES, (source) => {
      this.#isChosen = true;
      this.#choose(source);
      this.#changed();
    }), this.#fields, this.#warning);
  }

  /** Whose keys count: `service`, `keys` or `secret`. While a field is empty, those of the service. */
  get source() {
    return this.#text?.value.trim() ? this.#source : 'service';
  }

  /** The members of POST /tokens/verify that say so. */
  get members() {
    if (this.source === 'service') {
      return {};
    }
    return this.#source === 'keys' ? keys(this.#text.value.trim()) : { secret: this.#text.value, secret_encoding: this.#encoding.value };
  }

  /** Whether the key may be sent. */
  get isReady() {
    return !this.#isHeldBack;
  }

  /** Opens a source, filled or empty, without telling of a change. */
  open(source, text = '', encoding = ENCODINGS[0]) {
    this.#isChosen = false;
    this.#choose(source);
    if (this.#text) {
      this.#text.value = text;
    }
    if (this.#encoding) {
      this.#encoding.value = encoding;
    }
    this.#warn();
  }

  /** Opens the field that a token needs, unless the user has chosen or filled one. */
  suggest(source) {
    if (!this.#isChosen && this.source === 'service') {
      this.open(source);
    }
  }

  get #isHeldBack() {
    const text = this.#text?.value ?? '';
    const found = recognize(text);
    return this.#source === 'keys' && found.kind === 'keys' && found.isPrivate && text !== this.#allowed;
  }

  #choose(source) {
    this.querySelectorAll('.choice input')[SOURCES.findIndex(([name]) => name === source)].checked = true;
    if (source === this.#source) {
      return;
    }
    this.#source = source;
    this.#allowed = null;
    this.#text = source === 'service' ? null : h('textarea', { rows: source === 'keys' ? 6 : 2, spellcheck: 'false', autocomplete: 'off', input: () => this.#edited() });
    this.#encoding = source === 'secret' ? select(ENCODINGS, { change: () => this.#changed() }) : null;
    fill(this.#fields, this.#text ? this.#field() : '', this.#encoding ? new FormField({ label: 'Encoding of the secret', control: this.#encoding, pointer: '/secret_encoding' }) : '');
    fill(this.#warning);
  }

  #field() {
    const isKeys = this.#source === 'keys';
    const field = new FormField({
      label: isKeys ? 'Public keys' : 'Secret', control: this.#text, pointer: isKeys ? '/key' : '/secret',
      help: isKeys ? 'A JWKS, one JWK, or PEM. A URL is not fetched: paste what it answers.' : 'It goes to this service only and is kept nowhere.',
    });
    field.append(fileSource(field, isKeys ? 'the public keys' : 'the secret', (text) => this.#put(text.trim())));
    return field;
  }

  #put(text) {
    this.#text.value = text;
    this.#edited();
  }

  #edited() {
    this.#warn();
    this.#changed();
  }

  #warn() {
    if (!this.#isHeldBack) {
      fill(this.#warning);
      return;
    }
    const text = this.#text.value;
    const half = publicHalf(text);
    fill(this.#warning, h('div', { class: 'hint warning' },
      h('p', {}, h('strong', {}, 'This is a private key. '), 'It was not sent: only the public key is needed to verify.'),
      h('div', { class: 'actions' },
        half ? h('button', { type: 'button', click: () => this.#put(format(half)) }, 'Keep the public half') : '',
        h('button', { type: 'button', click: () => { this.#allowed = text; this.#edited(); } }, 'Send it anyway'))));
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
    // Not JSON: PEM.
  }
  return { key: text };
}

customElements.define('trust-form', TrustForm);
