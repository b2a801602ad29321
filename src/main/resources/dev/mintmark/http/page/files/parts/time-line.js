import { fill, h } from '../lib/dom.js';
import { date, now, relative } from '../lib/time.js';

const DATES = [['iat', 'issued'], ['nbf', 'valid from'], ['exp', 'expires']];
const MARGIN = 0.06;
const SECOND = 1000;

/** When the token was issued, is valid and expires, and where now is among them; it moves. */
export class TimeLine extends HTMLElement {
  #points = [];
  #timer;

  show(claims) {
    this.#points = DATES
      .filter(([name]) => typeof claims?.[name] === 'number' && date(claims[name]))
      .map(([name, words]) => ({ name, words, at: claims[name] }));
    this.#draw();
  }

  connectedCallback() {
    this.#timer = setInterval(() => this.checkVisibility() && this.#draw(), SECOND);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #draw() {
    if (this.#points.length === 0) {
      fill(this, h('p', { class: 'calm' }, 'There is no date in it: the token says neither when it was issued nor when it expires.'));
      return;
    }
    const points = [...this.#points, { name: 'now', words: 'now', at: now() }];
    const first = Math.min(...points.map((point) => point.at));
    const length = Math.max(...points.map((point) => point.at)) - first || 1;
    const place = (at) => MARGIN + ((at - first) / length) * (1 - 2 * MARGIN);
    fill(this, this.#bar(points, place), h('ul', { class: 'dates' }, points.map(legend)));
  }

  #bar(points, place) {
    const bar = h('div', { class: 'time-bar', 'aria-hidden': 'true' });
    const at = Object.fromEntries(points.map((point) => [point.name, point.at]));
    const from = Math.max(at.iat ?? -Infinity, at.nbf ?? -Infinity);
    const life = h('span', { class: 'life' });
    life.style.left = percent(Number.isFinite(from) ? place(from) : 0);
    life.style.right = percent(at.exp === undefined ? 0 : 1 - place(at.exp));
    bar.append(life);
    for (const point of points) {
      const mark = h('span', { class: `time-mark time-${point.name}` });
      mark.style.left = percent(place(point.at));
      bar.append(mark);
    }
    return bar;
  }
}

function percent(share) {
  return `${Math.round(share * 10_000) / 100}%`;
}

function legend({ name, words, at }) {
  const text = name === 'now' ? '' : relative(at - now());
  return h('li', { class: `time-${name}`, 'data-pointer': name === 'now' ? null : `/payload/${name}` },
    h('span', { class: 'time-dot', 'aria-hidden': 'true' }), h('span', {}, h('strong', {}, name === 'now' ? 'now' : `${name}, ${words}`), ` ${text}`),
    h('time', {}, date(at)));
}

customElements.define('time-line', TimeLine);
