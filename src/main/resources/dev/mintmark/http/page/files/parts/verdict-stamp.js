import { announce, fill, h, svg } from '../lib/dom.js';

const TICK = 'M20 33.5 28.5 42 45 24';
const CROSS = 'M23 23 42 42M42 23 23 42';

/** The mark of the mint: struck when the service verified the token, broken when it did not. */
export class VerdictStamp extends HTMLElement {
  /** @param verdict an answer of POST /tokens/verify */
  show(verdict) {
    const failed = verdict.checks.filter((check) => check.status === 'failed');
    const skipped = verdict.checks.filter((check) => check.status === 'skipped').length;
    const headline = verdict.valid ? 'Verified' : 'Not valid';
    const reason = verdict.valid
      ? `${verdict.checks.length - skipped} checks passed, ${skipped} skipped.`
      : failed.map((check) => check.message).join('. ');
    this.dataset.verdict = verdict.valid ? 'valid' : 'invalid';
    fill(this, seal(verdict.valid), h('div', {}, h('p', { class: 'headline' }, headline), h('p', {}, reason)));
    announce(`${headline}. ${reason}`);
  }

  /** Before anything was asked, or when nobody can tell. */
  wait(headline, reason) {
    this.dataset.verdict = 'none';
    fill(this, seal(null), h('div', {}, h('p', { class: 'headline' }, headline), h('p', {}, reason)));
  }
}

function seal(valid) {
  return svg('svg', { viewBox: '0 0 65 65', 'aria-hidden': 'true', class: 'seal' },
    svg('circle', { cx: 32.5, cy: 32.5, r: 30.5, class: 'seal-edge' }),
    svg('circle', { cx: 32.5, cy: 32.5, r: 25.5, class: 'seal-beads' }),
    valid === null ? '' : svg('path', { d: valid ? TICK : CROSS, class: 'seal-mark' }));
}

customElements.define('verdict-stamp', VerdictStamp);
