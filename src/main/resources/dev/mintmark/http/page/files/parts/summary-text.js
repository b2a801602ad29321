import { fill, h } from '../lib/dom.js';

/** A token in a few plain sentences; a sentence lights up with the fields it is about. */
export class SummaryText extends HTMLElement {
  /** @param content an answer of decode, or null; verdict one of verify, or null. Returns whether there is anything to say. */
  show(content, verdict) {
    const sentences = of(content, verdict);
    fill(this, h('p', { class: 'summary' }, sentences.map(({ text, about }) => [h('span', { 'data-pointer': about[0] }, text), ' '])));
    return sentences.length > 0;
  }
}

/** A verdict repeats no claim of a token without a valid signature: then the decoded content speaks, and the verdict says why it is refused. */
function of(content, verdict) {
  if (!verdict || !content || verdict.signature.valid) {
    return verdict?.summary ?? content?.summary ?? [];
  }
  return [...content.summary, ...verdict.summary.filter((sentence) => sentence.checks.length > 0)];
}

customElements.define('summary-text', SummaryText);
