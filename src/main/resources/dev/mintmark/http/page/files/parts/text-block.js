import { h } from '../lib/dom.js';
import { json, plain } from '../lib/highlight.js';
import { format } from '../lib/json.js';
import { CopyButton } from './copy-button.js';

/** A text to take away: a title, a button that copies it, and the text, JSON in its colours. */
export function textBlock(title, content, note) {
  const isText = typeof content === 'string';
  const text = isText ? content : format(content);
  return h('section', { class: 'text-block' },
    h('div', { class: 'bar' }, h('h3', {}, title), new CopyButton('Copy', () => text)),
    note ? h('p', { class: 'help' }, note) : '',
    h('pre', { class: 'json', tabindex: 0, 'aria-label': title }, isText ? plain(text) : json(text)));
}
