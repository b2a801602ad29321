import { announce, fill, h, svg } from '../lib/dom.js';
import { now } from '../lib/time.js';
import { visible } from '../lib/unseen.js';
import { summarize } from '../lib/verdict.js';

const SECOND = 1000;
const MARKS = {
  verified: 'M6 12.5 10.5 17 18 8', yes: 'M6 12.5 10.5 17 18 8',
  wrong: 'M7.5 7.5 16.5 16.5M16.5 7.5 7.5 16.5', no: 'M7.5 7.5 16.5 16.5M16.5 7.5 7.5 16.5',
  foreign: 'M7 12H17', unknown: 'M7 12H17', none: 'M7 12H17',
};

/** The two answers on a token: is its signature verified, and can it be used now. The second one moves with the clock. */
export class VerdictStamp extends HTMLElement {
  #shown = null;
  #drawn = '';
  #timer;

  /**
   * @param verdict an answer of POST /tokens/verify
   * @param about `{source, issuer, claims}` as for `summarize`
   */
  show(verdict, about) {
    this.#shown = [verdict, { ...about, since: now() }];
    const summary = this.#draw();
    this.dataset.verdict = verdict.valid ? 'valid' : summary.signature.state === 'foreign' ? 'foreign' : 'invalid';
    announce(`${summary.signature.text}. ${summary.usable.text}.`);
    return summary;
  }

  /** Before there is a verdict, or when there is none. */
  wait(headline, reason) {
    this.#shown = null;
    this.dataset.verdict = 'none';
    this.#drawn = '';
    fill(this, line('none', headline, reason));
  }

  connectedCallback() {
    this.#timer = setInterval(() => this.#shown && this.checkVisibility() && this.#draw(), SECOND);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #draw() {
    const summary = summarize(...this.#shown, now());
    const { signature, usable } = summary;
    const key = JSON.stringify(summary);
    if (this.#drawn !== key) {
      this.#drawn = key;
      fill(this, line(signature.state, signature.text, signature.detail), line(usable.state, usable.text));
    }
    return summary;
  }
}

function line(state, text, detail) {
  return h('div', { class: 'verdict-line', 'data-state': state },
    svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('circle', { cx: 12, cy: 12, r: 11 }), svg('path', { d: MARKS[state] })),
    h('p', {}, h('strong', { class: 'headline' }, visible(text)), detail ? h('span', { class: 'detail' }, visible(detail)) : ''));
}

customElements.define('verdict-stamp', VerdictStamp);
