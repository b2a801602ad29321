import { catalogue } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { visible } from '../lib/unseen.js';
import { severity } from '../parts/advisory-list.js';
import { ProblemNote } from '../parts/problem-note.js';
import { comparison } from './comparison.js';

/** The handbook and all rules, with a search. */
export class LearnView extends HTMLElement {
  #catalogue;
  #search = h('input', { type: 'search', id: 'learn-search', placeholder: 'refresh, kid, localStorage, CWE-347 …', autocomplete: 'off', input: () => this.#draw() });
  #count = h('p', { class: 'help', role: 'status' });
  #handbook = h('div', { class: 'handbook' });
  #rules = h('div', { class: 'rules' });
  #note = new ProblemNote();
  #empty = h('div', { class: 'card', hidden: true });
  #found = h('div', { class: 'found' });

  constructor() {
    super();
    this.append(
      h('div', { class: 'lede' }, h('div', {}, h('h1', { tabindex: -1 }, 'Learn'), h('p', {}, 'Practice for tokens, and every rule behind the security advice.'))),
      h('div', { class: 'search' }, h('label', { for: 'learn-search' }, 'Search the handbook and the rules'), this.#search, this.#count),
      this.#note, this.#empty, this.#found);
    fill(this.#found,
      h('section', { class: 'card', 'aria-labelledby': 'learn-pair' }, h('h2', { id: 'learn-pair' }, 'Access and refresh tokens'), comparison()),
      h('section', { 'aria-labelledby': 'learn-handbook' }, h('h2', { id: 'learn-handbook' }, 'Handbook'), this.#handbook),
      h('section', { 'aria-labelledby': 'learn-rules' }, h('h2', { id: 'learn-rules' }, 'Rules'), this.#rules));
  }

  /** @param rule the one to open, if any */
  async refresh(rule) {
    try {
      this.#catalogue ??= await catalogue();
      this.#note.clear();
      if (rule) {
        this.#search.value = rule;
      }
      this.#draw(rule);
    } catch (error) {
      this.#note.show(error, () => this.refresh(rule));
    }
  }

  #draw(open) {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (entry) => {
      const text = JSON.stringify(entry).toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const handbook = this.#catalogue.handbook.filter(fits);
    const rules = this.#catalogue.rules.filter(fits);
    this.#count.textContent = `${handbook.length} entries, ${rules.length} rules`;
    this.#showEmpty(handbook.length + rules.length === 0);
    fill(this.#handbook, handbook.map(entry));
    fill(this.#rules, rules.map((one) => rule(one, one.rule === open)));
    this.#handbook.parentElement.hidden = handbook.length === 0;
    this.#rules.parentElement.hidden = rules.length === 0;
    if (open) {
      this.#rules.querySelector('details[open]')?.scrollIntoView({ block: 'center' });
    }
  }

  #showEmpty(isEmpty) {
    this.#empty.hidden = !isEmpty;
    this.#found.hidden = isEmpty;
    fill(this.#empty, h('p', {}, 'Nothing in the handbook and the rules has all these words: ', h('strong', {}, visible(this.#search.value)), '.'),
      h('div', { class: 'actions' }, h('button', { type: 'button', click: () => this.#clear() }, 'Clear the search')));
  }

  #clear() {
    this.#search.value = '';
    this.#draw();
    this.#search.focus();
  }
}

function entry({ topic, title, text, references }) {
  return h('article', { class: 'card' }, h('p', { class: 'topic' }, topic), h('h3', {}, title), h('p', {}, text), h('p', { class: 'references' }, references.join(' · ')));
}

function rule({ rule: id, title, severities, applies, trigger, why, fix, references }, open) {
  return h('details', { class: `severity-${severities[0]}`, open, 'data-rule': id },
    h('summary', {}, severity(severities[0]), h('span', { class: 'advisory-message' }, title), h('code', { class: 'where' }, id)),
    h('dl', {}, row('When', trigger), row('Why', why), row('Fix', fix), row('In', applies.join(', ')), row('See', references.join(' · '))));
}

function row(term, meaning) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, meaning));
}

customElements.define('learn-view', LearnView);
