import { announce, fill, h } from '../lib/dom.js';
import { token as coloured } from '../lib/highlight.js';
import { recognize } from '../lib/recognize.js';
import { CodeField } from './code-field.js';
import { fileSource } from './file-source.js';

/**
 * Where a token is pasted, dropped, or chosen as a file. What people copy along with it is removed, visibly; a key is
 * held back. Fires `change` whenever there is something else to read.
 */
export class TokenField extends HTMLElement {
  #field = new CodeField({ label: 'Token', help: 'Paste or drop a token, with or without “Bearer”.', colour: coloured, name: 'token', placeholder: 'eyJhbGciOi…' });
  #hint = h('div', { role: 'status' });
  #offer;
  /** What the user took back, so that it is not removed once more. */
  #kept = null;

  /** @param offer is called with the text of keys that were given as a token */
  constructor(offer) {
    super();
    this.#offer = offer;
    this.#field.area.addEventListener('input', () => this.#changed(this.#field.value));
    this.append(this.#field, this.#hint, this.#actions());
  }

  /** What is to be read; empty while there is nothing that may be sent. */
  get value() {
    const text = this.#field.value.trim();
    return recognize(text).kind === 'keys' ? '' : text;
  }

  /** Takes a text from elsewhere. */
  take(text) {
    this.#field.value = text.trim();
    this.#changed(text);
  }

  light(part) {
    this.#field.light(part);
  }

  partAt(x, y) {
    return this.#field.partAt(x, y);
  }

  #actions() {
    return h('div', { class: 'actions' }, fileSource(this, 'the token', (text) => this.take(text)),
      h('button', { type: 'button', class: 'quiet', click: () => this.take('') }, 'Clear'));
  }

  #changed(text) {
    const found = recognize(text);
    fill(this.#hint);
    if (found.kind === 'token' && found.token !== text.trim() && text !== this.#kept) {
      this.#repair(text, found);
    } else if (found.kind === 'keys') {
      this.#holdBack(text, found.isPrivate);
    }
    this.dispatchEvent(new Event('change'));
  }

  #repair(text, { token, removed }) {
    const words = `Removed ${removed.join(', ')}.`;
    this.#field.value = token;
    announce(words);
    fill(this.#hint, h('p', { class: 'hint' }, `${words} `, h('button', {
      type: 'button', class: 'quiet', click: () => {
        this.#kept = text.trim();
        this.take(this.#kept);
      },
    }, 'Undo')));
  }

  #holdBack(text, isPrivate) {
    fill(this.#hint, h('p', { class: 'hint warning' },
      h('strong', {}, isPrivate ? 'This is a private key, not a token. ' : 'This is a key, not a token. '), isPrivate ? 'It was not sent. ' : '',
      isPrivate ? '' : h('button', {
        type: 'button', click: () => {
          this.take('');
          this.#offer(text);
        },
      }, 'Verify with it')));
  }
}

customElements.define('token-field', TokenField);
