import { h } from '../lib/dom.js';
import { AdvisoryList } from '../parts/advisory-list.js';
import { CheckList } from '../parts/check-list.js';
import { ProblemNote } from '../parts/problem-note.js';
import { SummaryText } from '../parts/summary-text.js';
import { TimeLine } from '../parts/time-line.js';
import { TokenContent } from '../parts/token-content.js';

/** What was read: plain words and findings first, then the fields, the dates and the checks. */
export class ReadResult extends HTMLElement {
  #note = new ProblemNote();
  #list = new AdvisoryList();
  #summary = new SummaryText(this.#list);
  #content = new TokenContent((one) => this.#list.go((item) => item.rule === one.rule && item.pointer === one.where));
  #times = new TimeLine();
  #checks = new CheckList();
  #cards = {
    summary: card('In plain words', this.#summary),
    advice: card('Security advice', this.#list),
    content: h('section', { class: 'card', 'aria-label': 'Decoded token' }, this.#content),
    dates: card('Time line', this.#times),
    checks: card('Checks', this.#checks),
  };

  constructor() {
    super();
    this.append(this.#note, ...Object.values(this.#cards));
  }

  /** The advisories, for those who lead to them. */
  get advisories() {
    return this.#list;
  }

  clear() {
    this.#note.clear();
    Object.values(this.#cards).forEach((section) => {
      section.hidden = true;
    });
  }

  /** @param content an answer of decode, or null with the error; verdict one of verify, or null; advisories the latest ones */
  show(content, error, verdict, advisories) {
    if (!content && error) {
      this.#note.show(error);
    } else {
      this.#note.clear();
    }
    const { summary, advice, content: fields, dates, checks } = this.#cards;
    summary.hidden = !this.#summary.show(content, verdict);
    advice.hidden = !advisories;
    fields.hidden = !content;
    dates.hidden = !content;
    checks.hidden = !verdict;
    if (advisories) {
      this.#list.show(advisories);
    }
    if (content) {
      this.#content.show({ ...content, advisories });
      this.#times.show(content.payload);
    }
    if (verdict) {
      this.#checks.show(verdict.checks);
    }
  }

  /** Lights up every place with this pointer; none without one. */
  light(pointer) {
    for (const node of this.querySelectorAll('[data-pointer]')) {
      node.classList.toggle('lit', Boolean(pointer) && node.dataset.pointer === pointer);
    }
  }
}

function card(title, ...children) {
  return h('section', { class: 'card', 'aria-label': title }, h('h2', {}, title), children);
}

customElements.define('read-result', ReadResult);
