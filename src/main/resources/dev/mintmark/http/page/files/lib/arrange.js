const NARROW = matchMedia('(max-width: 61.99rem)');

/**
 * Calls `place` now and whenever the window becomes narrow or wide, with whether it is narrow. Views put their cards in
 * another order then, in the document too, so that keyboard and screen reader follow what is seen.
 */
export function arrange(place) {
  place(NARROW.matches);
  NARROW.addEventListener('change', () => place(NARROW.matches));
}

export function isNarrow() {
  return NARROW.matches;
}
