import { convert, generate, jwks, keys, publicJwk, publicPem } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { isObject, parse } from '../lib/json.js';
import { CopyButton } from '../parts/copy-button.js';
import { FormField, select, showErrors } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { textBlock } from '../parts/text-block.js';
import { keyMaterial } from './key-material.js';

/** The keys of the service, fresh ones to take away, and one form of a key from another. */
export class KeysView extends HTMLElement {
  #ring = h('div', {});
  #shown = h('div', { 'aria-live': 'polite' });
  #note = new ProblemNote();

  constructor({ contract }) {
    super();
    const address = `${location.origin}/.well-known/jwks.json`;
    this.append(
      h('h1', { tabindex: -1 }, 'Keys'),
      h('section', { class: 'card', 'aria-labelledby': 'keys-ring' },
        h('div', { class: 'bar' }, h('h2', { id: 'keys-ring' }, 'The ring of this service'),
          h('div', { class: 'actions' },
            new CopyButton('Copy the JWKS address', () => address),
            h('button', { type: 'button', class: 'quiet', click: () => this.#show('JWKS', jwks) }, 'Show the JWKS'))),
        h('p', { class: 'help' }, 'Your services verify with ', h('code', {}, address)), this.#note, this.#ring, this.#shown),
      h('div', { class: 'columns even' }, this.#generator(contract), this.#converter()));
  }

  /** The ring changes while the page is open, so it is asked for each time. */
  async refresh() {
    try {
      const [list, published] = await Promise.all([keys(), jwks()]);
      this.#note.clear();
      fill(this.#ring, list.ephemeral ? h('p', { class: 'hint' }, 'Made when the service started, and gone when it stops.') : '', this.#table(list.keys, new Set(published.keys.map((key) => key.kid))));
    } catch (error) {
      this.#note.show(error, () => this.refresh());
    }
  }

  #table(list, published) {
    return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Keys of the service' }, h('table', { class: 'ring' },
      h('thead', {}, h('tr', {}, ['Algorithm', 'State', 'Origin', 'Id', 'Public key'].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, list.map((key) => this.#row(key, published.has(key.key_id))))));
  }

  #row({ key_id: id, algorithm, state, origin, file }, isPublic) {
    const show = (form, fetch) => h('button', { type: 'button', class: 'quiet', 'aria-label': `${form} of ${algorithm}`, click: () => this.#show(`${algorithm}, ${form}`, () => fetch(id)) }, form);
    return h('tr', {},
      h('th', { scope: 'row' }, algorithm), h('td', {}, h('span', { class: `badge state-${state}` }, state)), h('td', {}, file ?? origin),
      h('td', {}, h('code', { class: 'kid' }, id)),
      h('td', {}, isPublic ? [show('JWK', publicJwk), ' ', show('PEM', publicPem)] : 'a secret has none'));
  }

  async #show(title, fetch) {
    try {
      fill(this.#shown, textBlock(title, await fetch()));
      this.#note.clear();
    } catch (error) {
      this.#note.show(error);
    }
  }

  #generator(contract) {
    const control = select(contract.values('Algorithm'));
    const out = h('div', { 'aria-live': 'polite' });
    control.value = 'ES256';
    return tool('Fresh key or secret', 'Made for you and forgotten here. Keys for production are better made where they are kept.',
      new FormField({ label: 'algorithm', control, pointer: '/algorithm' }), 'Make', out, async () => fill(out, keyMaterial(await generate({ algorithm: control.value }))));
  }

  #converter() {
    const control = h('textarea', { rows: 6, spellcheck: 'false', autocomplete: 'off' });
    const out = h('div', { 'aria-live': 'polite' });
    return tool('JWK to PEM, and back', 'A private or public key in either form becomes every form it has.',
      new FormField({ label: 'key', control, pointer: '/key' }), 'Convert', out, async () => fill(out, keyMaterial(await convert({ key: keyOf(control.value) }))));
  }
}

function tool(title, help, field, action, out, run) {
  const note = new ProblemNote();
  const form = h('form', { class: 'card', novalidate: true, submit: submit }, h('h2', {}, title), h('p', { class: 'help' }, help), field,
    h('button', { type: 'submit', class: 'primary' }, action), note, out);
  async function submit(event) {
    event?.preventDefault();
    try {
      await run();
      note.clear();
      showErrors(form, []);
    } catch (error) {
      fill(out);
      showErrors(form, error.errors);
      note.show(error, submit);
    }
  }
  return form;
}

function keyOf(text) {
  try {
    const value = parse(text);
    return isObject(value) ? value : text;
  } catch {
    return text;
  }
}

customElements.define('keys-view', KeysView);
