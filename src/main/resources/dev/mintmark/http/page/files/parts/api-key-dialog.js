import { hasApiKey, onUnauthorized, useApiKey } from '../lib/api.js';
import { announce, h } from '../lib/dom.js';
import { FormField } from './form-field.js';

/** Where the key of a guarded service is entered. It stays in the memory of this tab. */
export class ApiKeyDialog extends HTMLElement {
  #dialog;
  #input = h('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  #button;
  #why = h('p', { class: 'help' });

  /** @param button opens it, and shows whether a key is set */
  constructor(button) {
    super();
    this.#button = button;
    button.addEventListener('click', () => this.#open('Only a guarded service asks for one.'));
    onUnauthorized(() => this.#open('This service is guarded: making and revoking need a key.'));
    this.#dialog = h('dialog', { 'aria-labelledby': 'api-key-title' },
      h('form', { novalidate: true, submit: (event) => this.#use(event) }, h('h2', { id: 'api-key-title' }, 'API key'), this.#why,
        new FormField({ label: 'Key for this tab', help: 'Kept in memory, gone when the tab is closed.', control: this.#input }),
        h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'primary' }, 'Use it'),
          h('button', { type: 'button', class: 'quiet', click: () => this.#dialog.close() }, 'Cancel'))));
    this.append(this.#dialog);
  }

  #open(why) {
    this.#why.textContent = why;
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    this.#input.focus();
  }

  #use(event) {
    event.preventDefault();
    useApiKey(this.#input.value.trim());
    this.#input.value = '';
    this.#button.textContent = hasApiKey() ? 'API key ✓' : 'API key';
    this.#dialog.close();
    announce(hasApiKey() ? 'The key is used in this tab.' : 'No key is used.');
  }
}

customElements.define('api-key-dialog', ApiKeyDialog);
