import { fill, h } from '../lib/dom.js';

/** A token in a few plain sentences; each leads to what it is about: a finding, a check, or a field. */
export class SummaryText extends HTMLElement {
  #list;

  /** @param list the advisories beside it */
  constructor(list) {
    super();
    this.#list = list;
  }

  /** @param content an answer of decode or mint, or null; verdict one of verify, or null. Returns whether there is anything to say. */
  show(content, verdict) {
    const sentences = of(content, verdict);
    fill(this, h('p', { class: 'summary' }, sentences.map((sentence) => [this.#sentence(sentence), ' '])));
    return sentences.length > 0;
  }

  #sentence({ text, about, rules, checks }) {
    const leads = about.length + rules.length + checks.length > 0;
    return leads ? h('a', { href: location.hash || '#make', 'data-pointer': about[0], click: (event) => this.#go(event, { about, rules, checks }) }, text) : h('span', {}, text);
  }

  #go(event, { about, rules, checks }) {
    event.preventDefault();
    const view = this.closest('read-view, make-view');
    const check = view.querySelector(checks.map((name) => `check-list [data-check="${CSS.escape(name)}"]`).join() || 'none');
    const fields = about.flatMap((pointer) => [...view.querySelectorAll(`token-content tr[data-pointer="${CSS.escape(pointer)}"], token-content .member[data-pointer="${CSS.escape(pointer)}"]`)]);
    const place = check ?? (rules.length > 0 ? null : fields[0]);
    if (place) {
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: 'center' });
    } else {
      this.#list.go(({ rule }) => rules.includes(rule));
    }
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
