"""The sample quarkus-login: sys.argv[1] is its URL, sys.argv[2] that of its issuer for machines."""
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

from browser import sign_in

app, issuer = sys.argv[1:]


def login_of(page):
    return re.search('id="login">([^<]+)<', page.text).group(1)


for hint, user in ((None, 'bob'), ('alice', 'alice')):
    # quarkus-oidc forwards the hint by itself.
    browser, page = sign_in(app + '/' + (f'?login_hint={hint}' if hint else ''), user, hint)
    assert f'<b id="user">{user}</b>, {user}@example.com' in page.text, page
    assert login_of(browser.open(app + '/')) != login_of(page), 'the ID token was not refreshed'
    stock = json.loads(browser.open(app + '/stock').text)
    assert stock['subject'] == 'quarkus', stock
    page = browser.open(app + '/logout')
    assert page.text == 'Goodbye', page
    page = browser.hintless().open(app + '/')
    assert 'id="user-bob"' in page.text, page


def orders(token):
    request = urllib.request.Request(app + '/api/orders', headers={'Authorization': 'Bearer ' + token} if token else {})
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)['subject']
    except urllib.error.HTTPError as error:
        return error.code


form = {'grant_type': 'password', 'client_id': 'any', 'username': 'carol', 'password': 'x'}
with urllib.request.urlopen(issuer + '/token', urllib.parse.urlencode(form).encode()) as response:
    assert orders(json.load(response)['access_token']) == 'carol'
assert orders('x') == orders('') == 401
