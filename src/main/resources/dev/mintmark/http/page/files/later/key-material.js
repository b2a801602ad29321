import { textBlock } from '../parts/text-block.js';

const SECRET = 'Keep it secret: it signs tokens in your name.';

/** A key in every form it has, as POST /keys/generate and /keys/convert answer. */
export function keyMaterial(answer) {
  const forms = [
    ['Secret, base64url', answer.secret, SECRET],
    ['Private key, PEM', answer.private_pem, SECRET],
    ['Private key, JWK', answer.private_jwk, SECRET],
    ['Public key, PEM', answer.public_pem],
    ['Public key, JWK', answer.public_jwk],
  ];
  return forms.filter(([, content]) => content).map(([title, content, note]) => textBlock(title, content, note));
}
