const UNITS = [[86_400, 'd'], [3_600, 'h'], [60, 'min'], [1, 's']];

export function now() {
  return Date.now() / 1000;
}

/** A length of time in its two largest units, as 14 min 57 s. */
export function duration(seconds) {
  const first = UNITS.findIndex(([size]) => seconds >= size);
  if (first < 0) {
    return '0 s';
  }
  let rest = Math.trunc(seconds);
  const words = UNITS.slice(first, first + 2).map(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count} ${unit}` : '';
  });
  return words.filter(Boolean).join(' ');
}

/** Seconds from now in words. */
export function relative(seconds) {
  if (Math.abs(seconds) < 1) {
    return 'now';
  }
  return seconds > 0 ? `in ${duration(seconds)}` : `${duration(-seconds)} ago`;
}

/** Seconds since 1970 as a date, or nothing where no calendar goes so far. */
export function date(seconds) {
  const point = new Date(seconds * 1000);
  return Number.isNaN(point.getTime()) ? null : `${point.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
