import { convert, generate, jwks, keys, publicJwk, publicPem } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { HMAC, SIGNATURES } from '../lib/names.js';
import { CopyButton } from '../parts/copy-button.js';
import { fileSource } from '../parts/file-source.js';
import { FormField, select, showErrors } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { textBlock } from '../parts/text-block.js';
import { keyMaterial } from './key-material.js';
import { keyOf } from '../views/sign-with.js';

/** The keys of the service, new keys to take away, and the conversion of keys. */
export class KeysView extends HTMLElement {
  #ring = h('div', {});
  #shown = h('div', { 'aria-live': 'polite' });
  #note = new ProblemNote();

  constructor() {
    super();
    const address = `${location.origin}/.well-known/jwks.json`;
    this.append(
      h('div', { class: 'lede' }, h('div', {}, h('h1', { tabindex: -1 }, 'Keys'), h('p', {}, 'The keys that sign and verify here, new keys to take away, and conversion between formats.'))),
      h('section', { class: 'card', 'aria-labelledby': 'keys-ring' },
        h('div', { class: 'bar' }, h('h2', { id: 'keys-ring' }, 'Keys of this service'),
          h('div', { class: 'actions' },
            new CopyButton('Copy JWKS URL', () => address),
            h('button', { type: 'button', class: 'quiet', click: () => this.#show('JWKS', jwks) }, 'Show JWKS'))),
        h('p', { class: 'help' }, 'Your services verify tokens with the JWKS at ', h('code', {}, address)), this.#note, this.#ring, this.#shown),
      h('div', { class: 'columns even' }, this.#generator(), this.#converter()));
  }

  /** Keys rotate while the page is open, so they are asked for each time. */
  async refresh() {
    try {
      const [list, published] = await Promise.all([keys(), jwks()]);
      this.#note.clear();
      fill(this.#ring, list.ephemeral ? h('p', { class: 'hint' }, 'Ephemeral keys: made when the service started, gone when it stops.') : '', this.#table(list.keys, new Set(published.keys.map((key) => key.kid))));
    } catch (error) {
      this.#note.show(error, () => this.refresh());
    }
  }

  #table(list, published) {
    return h('table', { class: 'ring' },
      h('thead', {}, h('tr', {}, ['Algorithm', 'State', 'Origin', 'Key ID', 'Public key'].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, list.map((key) => this.#row(key, published.has(key.key_id)))));
  }

  #row({ key_id: id, algorithm, state, origin, file }, isPublic) {
    const show = (form, fetch) => h('button', { type: 'button', class: 'quiet', 'aria-label': `${form} of ${algorithm}`, click: () => this.#show(`${algorithm}, ${form}`, () => fetch(id)) }, form);
    return h('tr', {},
      h('th', { scope: 'row' }, algorithm), h('td', {}, h('span', { class: `badge state-${state}` }, state)), h('td', { class: 'origin' }, file ?? origin),
      h('td', { class: 'id' }, h('code', { class: 'kid' }, id)),
      h('td', { class: 'public' }, isPublic ? h('span', { class: 'forms' }, show('JWK', publicJwk), show('PEM', publicPem)) : h('span', { class: 'calm' }, 'none, it is a secret')));
  }

  async #show(title, fetch) {
    try {
      fill(this.#shown, textBlock(title, await fetch()));
      this.#note.clear();
    } catch (error) {
      this.#note.show(error);
    }
  }

  #generator() {
    const control = select([...SIGNATURES, ...HMAC]);
    const out = h('div', { 'aria-live': 'polite' });
    control.value = 'ES256';
    return tool('New key or secret', 'Generated here and not kept. Generate production keys where they are stored.',
      new FormField({ label: 'Algorithm', control, pointer: '/algorithm' }), 'Generate', out, async () => fill(out, keyMaterial(await generate({ algorithm: control.value }))));
  }

  #converter() {
    const control = h('textarea', { rows: 6, spellcheck: 'false', autocomplete: 'off' });
    const field = new FormField({ label: 'Key', control, pointer: '/key' });
    field.append(fileSource(field, 'the key', (text) => { control.value = text.trim(); }));
    const out = h('div', { 'aria-live': 'polite' });
    return tool('Convert between JWK and PEM', 'A private or public key in either form, in all its forms.',
      field, 'Convert', out, async () => fill(out, keyMaterial(await convert({ key: keyOf(control.value) }))));
  }
}

function tool(title, help, field, action, out, run) {
  const note = new ProblemNote();
  const button = h('button', { type: 'submit', class: 'primary' }, action);
  const form = h('form', { class: 'card', novalidate: true, submit: submit }, h('h2', {}, title), h('p', { class: 'help' }, help), field, button, note, out);
  async function submit(event) {
    event?.preventDefault();
    button.setAttribute('aria-busy', 'true');
    try {
      await run();
      note.clear();
      showErrors(form, []);
    } catch (error) {
      fill(out);
      showErrors(form, error.errors);
      note.show(error, submit);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
  return form;
}

customElements.define('keys-view', KeysView);
