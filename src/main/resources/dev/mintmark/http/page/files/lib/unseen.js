import { h } from './dom.js';

/** Characters that take no room, or turn the direction of the text: controls, soft hyphens, joiners, bidi, tags. */
export const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff]|\udb40[\udc00-\udfff]/g;

/** A text as nodes in which every such character is shown by its code point. */
export function visible(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(UNSEEN)) {
    nodes.push(text.slice(end, match.index), mark(match[0]));
    end = match.index + match[0].length;
  }
  return h('bdi', {}, nodes, text.slice(end));
}

function mark(character) {
  const code = `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return h('span', { class: 'unseen', title: 'A character that cannot be seen' }, code);
}
