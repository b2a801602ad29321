const DEFAULT = 'http://localhost:8080';

/** The runner's command for a POSIX shell. It names this service unless the runner finds it without. */
export function command({ url, audience, issuer }) {
  const options = { url, audience, issuer, mintmark: location.origin === DEFAULT ? undefined : location.origin };
  const given = Object.entries(options).filter(([, value]) => value);
  return ['java -jar quarkus-run.jar drill', ...given.map(([name, value]) => `--${name} ${quoted(value)}`)].join(' ');
}

function quoted(value) {
  return /^[\w./:@%+=,-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
