import { fill, h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';
import { severity } from './advisory-list.js';
import { FormField } from './form-field.js';

const STOPS = ['1m', '5m', '10m', '15m', '30m', '1h', '4h', '12h', '1d', '7d', '30d', '365d'];

/** How long a token lives, typed or chosen with a slider. The service's advice on it stands beside it. */
export class LifetimeField extends HTMLElement {
  #text;
  #slider;
  #warning = h('p', { class: 'lifetime-warning' });

  constructor(changed) {
    super();
    this.#text = h('input', { type: 'text', placeholder: '15m', spellcheck: 'false', autocomplete: 'off', input: () => this.#changed(this.#text.value.trim(), changed) });
    this.#slider = h('input', {
      type: 'range', min: 0, max: STOPS.length - 1, step: 1, 'aria-label': 'Lifetime, from one minute to one year',
      input: () => {
        this.#text.value = STOPS[this.#slider.value];
        this.#changed(this.#text.value, changed);
      },
    });
    this.append(new FormField({ label: 'Lifetime', claim: 'exp', control: this.#text, pointer: '/expires_in' }), this.#slider, this.#warning);
  }

  show(value) {
    if (this.#text !== document.activeElement) {
      this.#text.value = value ?? '';
    }
    this.#follow();
  }

  warn(advisory) {
    this.dataset.severity = advisory?.severity ?? '';
    fill(this.#warning, advisory ? [severity(advisory.severity), ' ', visible(advisory.message)] : '');
  }

  #changed(value, changed) {
    this.#follow();
    changed(/^\d+$/.test(value) ? Number(value) : value);
  }

  #follow() {
    const stop = STOPS.indexOf(this.#text.value);
    this.#slider.value = stop < 0 ? STOPS.indexOf('15m') : stop;
    this.#slider.setAttribute('aria-valuetext', this.#text.value || 'the default, 15m');
  }
}

customElements.define('lifetime-field', LifetimeField);
