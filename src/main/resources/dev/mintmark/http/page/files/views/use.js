import { snippet } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { session } from '../lib/session.js';
import { FormField, choice, select } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { textBlock } from '../parts/text-block.js';

/** Each is a file of the folder snippets, which tests run too. */
const SNIPPETS = [
  ['Verify', [['quarkus', 'Quarkus'], ['spring-boot', 'Spring Boot'], ['node-jose', 'Node, jose'], ['python-pyjwt', 'Python, PyJWT'], ['go-jwt', 'Go, golang-jwt'], ['nginx', 'nginx'], ['envoy', 'Envoy']]],
  ['Mint in a test', [['mint-curl', 'curl'], ['mint-rest-assured', 'REST Assured'], ['mint-k6', 'k6']]],
];

/** What to write in one's own service, filled with the issuer, audience, algorithm and address at hand. */
export class UseView extends HTMLElement {
  #values = new Map();
  #name = SNIPPETS[0][1][0][0];
  #out = h('div', { class: 'snippet', 'aria-live': 'polite' });
  #note = new ProblemNote();
  #texts = new Map();

  constructor({ publicAlgorithms, issuer }) {
    super();
    const text = (name, value) => this.#field(name, h('input', { type: 'text', value, spellcheck: 'false', autocomplete: 'off', input: () => this.#draw() }));
    this.append(
      h('h1', { tabindex: -1 }, 'Use it in my service'),
      h('section', { class: 'card', 'aria-labelledby': 'use-filled' }, h('h2', { id: 'use-filled' }, 'What is filled in'), h('div', { class: 'fields-grid' },
        text('issuer', issuer), text('audience', 'https://orders.example'),
        this.#field('algorithm', select(publicAlgorithms, { change: () => this.#draw() })),
        text('jwks', `${location.origin}/.well-known/jwks.json`))),
      h('section', { class: 'card', 'aria-labelledby': 'use-what' }, h('h2', { id: 'use-what' }, 'What to write'), SNIPPETS.map(([title, names]) => choice(title, names, (name) => this.#choose(name))), this.#note, this.#out));
    this.#single();
    session.addEventListener('minted', () => this.#follow());
  }

  async refresh() {
    await this.#draw();
  }

  /** Two groups, of which one choice holds: they are one group to the browser. */
  #single() {
    this.querySelectorAll('.choice input').forEach((input, i) => {
      input.name = 'snippet';
      input.checked = i === 0;
    });
  }

  #field(label, control) {
    this.#values.set(label, control);
    return new FormField({ label: label === 'jwks' ? 'JWKS address' : label, control });
  }

  /** The token that was just made is the one that a service is to accept. */
  #follow() {
    const { header, claims } = session.minted.answer;
    this.#values.get('issuer').value = claims.iss ?? '';
    this.#values.get('audience').value = [claims.aud].flat()[0] ?? '';
    const algorithm = this.#values.get('algorithm');
    // A token signed with a secret, or with a key of one's own, is not verified by the JWKS.
    if ([...algorithm.options].some((option) => option.value === header.alg)) {
      algorithm.value = header.alg;
    }
  }

  #choose(name) {
    this.#name = name;
    this.#draw();
  }

  async #draw() {
    const name = this.#name;
    try {
      this.#texts.set(name, this.#texts.get(name) ?? await snippet(name));
      if (name === this.#name) {
        this.#note.clear();
        fill(this.#out, textBlock('To copy', this.#filled(this.#texts.get(name))));
      }
    } catch (error) {
      this.#note.show(error, () => this.#draw());
    }
  }

  #filled(text) {
    const service = location.origin;
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name) => (name === 'service' ? service : this.#values.get(name)?.value ?? whole));
  }
}

customElements.define('use-view', UseView);
