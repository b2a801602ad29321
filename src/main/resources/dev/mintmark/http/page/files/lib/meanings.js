import { decode } from './api.js';

const asked = new Map();

/** A value of each type, because the service also explains what is wrong with a value. */
const EXAMPLES = { text: 'x', number: 1, boolean: true, list: ['x'], json: {} };
const LONGEST = 140;

/**
 * The glossary of the service for some names: a map from name to meaning. The service explains what it decodes, so an
 * unsigned token with every name as a member is decoded. Requested once.
 *
 * @param part `header` or `payload`
 * @param known names with their types
 */
export function meanings(part, known) {
  if (!asked.has(part)) {
    const answer = ask(part, known);
    asked.set(part, answer);
    answer.catch(() => asked.delete(part));
  }
  return asked.get(part);
}

async function ask(part, known) {
  const members = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, EXAMPLES[type]]));
  const header = { alg: 'none', ...(part === 'header' ? members : {}) };
  const { explanations } = await decode({ token: `${encode(header)}.${encode(part === 'payload' ? members : {})}.` });
  return new Map(explanations.filter((one) => one.pointer.startsWith(`/${part}/`)).map((one) => [one.name, short(one.meaning)]));
}

function short(meaning) {
  return meaning.length > LONGEST ? `${meaning.slice(0, LONGEST)}…` : meaning;
}

/** Names and values are ASCII. */
function encode(object) {
  return btoa(JSON.stringify(object)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
