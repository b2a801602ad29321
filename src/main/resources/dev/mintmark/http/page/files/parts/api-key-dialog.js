import { access } from '../lib/access.js';
import { announce, h } from '../lib/dom.js';
import { FormField } from './form-field.js';

/** Where the API key is entered. It stays in the memory of this tab. */
export class ApiKeyDialog extends HTMLElement {
  #dialog;
  #input = h('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  #button;

  /** @param button opens it, and shows whether a key is set */
  constructor(button) {
    super();
    this.#button = button;
    button.addEventListener('click', () => access.ask());
    access.addEventListener('asked', () => this.#open());
    this.#dialog = h('dialog', { 'aria-labelledby': 'api-key-title' },
      h('form', { novalidate: true, submit: (event) => this.#use(event) }, h('h2', { id: 'api-key-title' }, 'API key'),
        h('p', { class: 'help' }, 'A service with API key authentication asks for one to mint and to revoke.'),
        new FormField({ label: 'Key for this tab', help: 'Kept in memory until the tab is closed.', control: this.#input }),
        h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'primary' }, 'Use it'),
          h('button', { type: 'button', class: 'quiet', click: () => this.#dialog.close() }, 'Cancel'))));
    this.append(this.#dialog);
  }

  #open() {
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    this.#input.focus();
  }

  #use(event) {
    event.preventDefault();
    const key = this.#input.value.trim();
    this.#input.value = '';
    this.#dialog.close();
    this.#button.textContent = key ? 'API key ✓' : 'API key';
    announce(key ? 'The key is used in this tab.' : 'No key is used.');
    access.use(key);
  }
}

customElements.define('api-key-dialog', ApiKeyDialog);
