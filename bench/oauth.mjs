// The rows of the OAuth endpoints: client credentials, a whole login, forward authentication.
import {load, paired, warm} from './load.mjs';
import {mockOauth2Server, post, start} from './servers.mjs';

const FORM = 'application/x-www-form-urlencoded';
const CLIENT = 'client_id=bench&client_secret=bench&scope=bench';
const ISSUER = '/issuers/bench';
const REQUESTS_OF_A_LOGIN = 3;

const grant = {path: `${ISSUER}/token`, type: FORM, body: `grant_type=client_credentials&${CLIENT}`};
/** Each connection has a thread of its own, whose script holds the code and the token. */
const login = (issuer, closes) => ({path: '/', script: 'login.lua', words: [issuer], threads: 16, closes});
const window = (server, request) => () => load(server.url, request);
const logins = (server, request) => () => {
  const seen = load(server.url, request);
  return {...seen, rate: seen.rate / REQUESTS_OF_A_LOGIN};
};

/** Measures on a server of Mintmark; `figure` takes a row, and `format` writes ratios and rates. */
export async function oauth(server, work, figure, {percent, times, both}) {
  warm(server.url, server.request);
  warm(server.url, grant, 20);
  const credentials = paired(window(server, grant), window(server, server.request), 5);
  figure('client credentials RS256, against `POST /tokens` RS256', percent(credentials.ratio), '90 %', both(credentials));

  const {access_token: token} = await (await post(server.url, grant)).json();
  const verify = {path: '/tokens/verify', type: 'application/json', body: JSON.stringify({token, advise: false})};
  const forward = {path: `${ISSUER}/forward-auth`, script: 'bearer.lua', words: [token]};
  warm(server.url, verify);
  warm(server.url, forward, 20);
  const gateway = paired(window(server, forward), window(server, verify), 5);
  figure('forward authentication, against `POST /tokens/verify` without advice', percent(gateway.ratio), '80 %', both(gateway));

  const theirs = await start(mockOauth2Server(work, work.java), work);
  try {
    const [ours, peer] = [login(ISSUER), login('/bench', true)];
    warm(server.url, ours);
    warm(theirs.url, peer);
    const logged = paired(logins(server, ours), logins(theirs, peer), 5);
    figure(`code, tokens and userinfo, against ${theirs.name}`, times(logged.ratio), '3x', both(logged));
  } finally {
    await theirs.stop();
  }
}
