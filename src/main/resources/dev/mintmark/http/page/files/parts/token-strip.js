import { fill, h } from '../lib/dom.js';
import { partNames, token as coloured } from '../lib/highlight.js';

/** A token in the colours of its parts, and how much of it each part is. */
export class TokenStrip extends HTMLElement {
  show(token) {
    const names = partNames(token);
    const parts = token.split('.');
    const weights = h('div', { class: 'weights', 'aria-hidden': 'true' }, parts.map((part, i) => weight(names[i], part)));
    fill(this,
      h('p', { class: 'token', tabindex: 0, 'aria-label': 'Token' }, coloured(token)),
      weights,
      h('p', { class: 'sizes' },
        parts.map((part, i) => h('span', {}, h('span', { class: `swatch part-${names[i]}` }), `${names[i]} ${part.length} B`)),
        h('strong', {}, `${token.length} bytes`)));
  }
}

function weight(name, part) {
  const bar = h('span', { class: `weight part-${name}` });
  bar.style.flexGrow = part.length;
  return bar;
}

customElements.define('token-strip', TokenStrip);
