import { snippet } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { HMAC } from '../lib/names.js';
import { session } from '../lib/session.js';
import { FormField, choice, select } from '../parts/form-field.js';
import { ProblemNote } from '../parts/problem-note.js';
import { textBlock } from '../parts/text-block.js';

/** Each is a file of the folder snippets; tests run them too. */
const SNIPPETS = [
  ['Verify', [['quarkus', 'Quarkus'], ['spring-boot', 'Spring Boot'], ['node-jose', 'Node, jose'], ['python-pyjwt', 'Python, PyJWT'], ['go-jwt', 'Go, golang-jwt'], ['nginx', 'nginx'], ['envoy', 'Envoy']]],
  ['Mint in a test', [['mint-curl', 'curl'], ['mint-rest-assured', 'REST Assured'], ['mint-k6', 'k6']]],
];

const LABELS = { issuer: 'Issuer', audience: 'Audience', algorithm: 'Algorithm', jwks: 'JWKS URL' };

/** Code for a service that accepts the tokens, filled with the issuer, audience, algorithm and address of the last one. */
export class IntegrateView extends HTMLElement {
  #values = new Map();
  #name = SNIPPETS[0][1][0][0];
  #out = h('div', { class: 'snippet', 'aria-live': 'polite' });
  #note = new ProblemNote();
  #texts = new Map();

  constructor({ algorithms, issuer }) {
    super();
    const text = (name, value) => this.#field(name, h('input', { type: 'text', value, spellcheck: 'false', autocomplete: 'off', input: () => this.#draw() }));
    this.append(
      h('div', { class: 'lede' }, h('div', {}, h('h1', { tabindex: -1 }, 'Integrate'), h('p', {}, 'Code that accepts these tokens in your service, and code that mints them in your tests.'))),
      h('section', { class: 'card', 'aria-labelledby': 'integrate-values' }, h('h2', { id: 'integrate-values' }, 'Values'), h('div', { class: 'fields-grid' },
        text('issuer', issuer), text('audience', 'https://orders.example'),
        this.#field('algorithm', select(algorithms.filter((name) => !HMAC.includes(name)), { change: () => this.#draw() })),
        text('jwks', `${location.origin}/.well-known/jwks.json`))),
      h('section', { class: 'card', 'aria-labelledby': 'integrate-code' }, h('h2', { id: 'integrate-code' }, 'Code'), SNIPPETS.map(([title, names]) => choice(title, names, (name) => this.#choose(name))), this.#note, this.#out));
    this.#single();
    session.addEventListener('minted', () => this.#follow());
    if (session.minted) {
      this.#follow();
    }
  }

  async refresh() {
    await this.#draw();
  }

  /** To the browser the groups are one, of which one choice holds. */
  #single() {
    this.querySelectorAll('.choice input').forEach((input, i) => {
      input.name = 'snippet';
      input.checked = i === 0;
    });
  }

  #field(label, control) {
    this.#values.set(label, control);
    return new FormField({ label: LABELS[label], control });
  }

  /** The token that was minted last is the one that a service is to accept. */
  #follow() {
    const { header, claims } = session.minted.answer;
    this.#values.get('issuer').value = claims.iss ?? '';
    this.#values.get('audience').value = [claims.aud].flat()[0] ?? '';
    const algorithm = this.#values.get('algorithm');
    // The JWKS does not verify a token that was signed with a secret or with one's own key.
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
        fill(this.#out, textBlock('Snippet', this.#filled(this.#texts.get(name))));
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

customElements.define('integrate-view', IntegrateView);
