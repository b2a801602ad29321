const UNITS = [[86_400, 'day'], [3_600, 'hour'], [60, 'minute'], [1, 'second']];
const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

export function now() {
  return Date.now() / 1000;
}

/** Seconds from now in words, in the largest unit that counts more than one. */
export function relative(seconds) {
  if (Math.abs(seconds) < 1) {
    return 'now';
  }
  const [size, unit] = UNITS.find(([length]) => Math.abs(seconds) >= length * 2) ?? UNITS.at(-1);
  return WORDS.format(Math.trunc(seconds / size), unit);
}

/** Seconds since 1970 as a date, or nothing where no calendar goes so far. */
export function date(seconds) {
  const point = new Date(seconds * 1000);
  return Number.isNaN(point.getTime()) ? null : `${point.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
