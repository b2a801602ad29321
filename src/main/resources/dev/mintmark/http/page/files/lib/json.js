import { UNSEEN } from './unseen.js';

/** Reads JSON; a number that JavaScript would round keeps its digits, where the browser can do that. */
export function parse(text) {
  return JSON.parse(text, (name, value, context) => {
    const rounded = typeof value === 'number' && !Number.isSafeInteger(value) && context?.source && JSON.rawJSON;
    return rounded ? JSON.rawJSON(context.source) : value;
  });
}

/** Writes JSON on several lines; what nobody could see is escaped, and means the same. */
export function format(value) {
  return JSON.stringify(value, null, 2).replace(UNSEEN, (unit) =>
    Array.from({ length: unit.length }, (_, i) => `\\u${unit.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));
}

export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step of a JSON Pointer (RFC 6901 section 3). */
export function step(name) {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
