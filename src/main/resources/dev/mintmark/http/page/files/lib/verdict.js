import { duration } from './time.js';

const SIGNATURE_CHECKS = ['form', 'algorithm', 'key', 'signature'];
const SIGNED_BY = { service: 'by a key of this service', keys: 'with the key you gave', secret: 'with the secret you gave' };

/**
 * The two answers that people want of a verdict: whether the signature is verified, and whether the token can be used
 * now. Each is `{state, text, detail}`.
 *
 * @param verdict an answer of POST /tokens/verify
 * @param about `{source, issuer, claims, since}`: whose keys it was verified with (`service`, `keys` or `secret`), the
 *   issuer of this service, the claims of the token, and when it was verified
 * @param now in seconds
 */
export function summarize(verdict, about, now) {
  const signature = signatureOf(verdict, about);
  return { signature, usable: usableOf(verdict, signature.state, about, now) };
}

function signatureOf(verdict, { source, issuer, claims }) {
  const { header } = verdict;
  const check = (name) => verdict.checks.find((one) => one.check === name) ?? {};
  if (check('form').status === 'failed') {
    return { state: 'wrong', text: 'Not a signed JWT', detail: check('form').message };
  }
  if (check('signature').status === 'passed') {
    return { state: 'verified', text: 'Signature verified', detail: `${header.alg}, ${SIGNED_BY[source]}` };
  }
  if (String(header?.alg).toLowerCase() === 'none') {
    return { state: 'wrong', text: 'Not signed', detail: 'Anyone can write a token without a signature.' };
  }
  if (source === 'service' && isForeign(check, header, claims, issuer)) {
    const symmetric = /^HS/.test(header?.alg);
    return {
      state: 'foreign', symmetric,
      text: symmetric ? 'Not signed with a key of this service' : 'Not signed by this service',
      detail: symmetric ? 'Enter its secret to verify it.' : 'Paste its JWKS to verify it.',
    };
  }
  const failed = SIGNATURE_CHECKS.map(check).find((one) => one.status === 'failed');
  return { state: 'wrong', text: 'Signature not verified', detail: failed?.message ?? '' };
}

/** Such a token is not forged for all that is known: this service simply has no key for it. */
function isForeign(check, header, claims, issuer) {
  const otherIssuer = claims?.iss !== undefined && claims.iss !== issuer;
  const unknownKey = check('key').code === 'key_not_found';
  const ownSecret = /^HS/.test(header?.alg) && header.kid === undefined;
  return otherIssuer || unknownKey || ownSecret;
}

function usableOf(verdict, signature, { claims, since }, now) {
  const failed = verdict.checks.filter((one) => one.status === 'failed' && !SIGNATURE_CHECKS.includes(one.check));
  if (failed.length > 0) {
    return { state: 'no', text: `Usable now: no, ${failed.map((one) => reason(one, claims, now)).join('; ')}` };
  }
  if (signature === 'wrong') {
    return { state: 'no', text: 'Usable now: no, its signature is not verified' };
  }
  if (signature === 'foreign') {
    return { state: 'unknown', text: 'Usable now: unknown until the signature is verified' };
  }
  if (claims?.exp > since && claims.exp <= now) {
    return { state: 'no', text: `Usable now: no, expired ${duration(now - claims.exp)} ago` };
  }
  return { state: 'yes', text: `Usable now: yes, ${until(claims, now)}, ${where(claims)}` };
}

function reason(check, claims, now) {
  if (check.code === 'expired' && typeof claims?.exp === 'number') {
    return `expired ${duration(now - claims.exp)} ago`;
  }
  if (check.code === 'not_yet_valid' && check.check === 'not_before' && claims?.nbf > now) {
    return `not valid before ${duration(claims.nbf - now)} from now`;
  }
  if (check.code === 'audience_mismatch') {
    return `meant for ${[claims?.aud].flat().join(' and ') || 'nobody'}`;
  }
  return lower(check.message);
}

function until(claims, now) {
  if (typeof claims?.exp !== 'number') {
    return 'and it never expires';
  }
  return claims.exp > now ? `for ${duration(claims.exp - now)}` : 'within the leeway';
}

function where(claims) {
  const audience = [claims?.aud ?? []].flat();
  return audience.length > 0 ? `at ${audience.join(' and ')}` : 'at every service that does not check the audience';
}

function lower(sentence) {
  const text = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z ]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
