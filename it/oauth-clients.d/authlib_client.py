"""Authlib and PyJWT: sys.argv[1] is the issuer URL, and all that they know of the issuer."""
import json
import sys
import urllib.request

import jwt
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey
from authlib.jose import jwt as jose
from authlib.oidc.core import CodeIDToken
from browser import Browser

issuer = sys.argv[1]
redirect = 'http://localhost:3000/cb'
with urllib.request.urlopen(issuer + '/.well-known/openid-configuration') as response:
    metadata = json.load(response)
with urllib.request.urlopen(metadata['jwks_uri']) as response:
    keys = JsonWebKey.import_key_set(json.load(response))


def claims(tokens, nonce):
    """The claims of the ID token, verified by both libraries."""
    options = {
        'iss': {'essential': True, 'value': issuer},
        'aud': {'essential': True, 'value': 'authlib'},
        'nonce': {'essential': nonce is not None, 'value': nonce},
    }
    parameters = {'access_token': tokens['access_token'], 'nonce': nonce, 'client_id': 'authlib'}
    verified = jose.decode(tokens['id_token'], keys, CodeIDToken, options, parameters)
    verified.validate()
    key = jwt.PyJWKClient(metadata['jwks_uri']).get_signing_key_from_jwt(tokens['id_token'])
    again = jwt.decode(tokens['id_token'], key.key, metadata['id_token_signing_alg_values_supported'], audience='authlib', issuer=issuer)
    assert again == dict(verified)
    return verified


def login(hint, method):
    browser = Browser(hint, redirect)
    client = OAuth2Session('authlib', 'secret', scope='openid email', redirect_uri=redirect,
                           token_endpoint_auth_method=method, code_challenge_method='S256')
    nonce, verifier = generate_token(), generate_token(48)
    url, state = client.create_authorization_url(metadata['authorization_endpoint'], nonce=nonce, code_verifier=verifier)
    page = browser.open(url)
    user = hint or 'bob'
    if hint is None:
        page = browser.press(page, user=user)
    tokens = client.fetch_token(metadata['token_endpoint'], authorization_response=page.url, code_verifier=verifier, state=state)
    first = claims(tokens, nonce)
    assert first['sub'] == user and first['email'] == user + '@example.com', first
    assert client.get(metadata['userinfo_endpoint']).json()['sub'] == user
    client.refresh_token(metadata['token_endpoint'])
    assert client.token['access_token'] != tokens['access_token']
    assert claims(client.token, None)['auth_time'] == first['auth_time']
    assert client.introspect_token(metadata['introspection_endpoint'], client.token['access_token']).json()['active']
    end = browser.open(metadata['end_session_endpoint'] + '?id_token_hint=' + tokens['id_token'] + '&post_logout_redirect_uri=' + redirect)
    assert end.url == redirect, end
    assert client.get(metadata['userinfo_endpoint']).status_code == 401


login(None, 'client_secret_basic')
login('alice', 'client_secret_post')
machine = OAuth2Session('authlib', 'secret', scope='orders:read')
assert machine.fetch_token(metadata['token_endpoint'], grant_type='client_credentials')['scope'] == 'orders:read'
