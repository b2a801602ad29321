"""The sample spring-login: sys.argv[1] is its URL, sys.argv[2] that of its issuer."""
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

from browser import sign_in

app, issuer = sys.argv[1:]


def orders(token):
    request = urllib.request.Request(app + '/api/orders', headers={'Authorization': 'Bearer ' + token} if token else {})
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)['subject']
    except urllib.error.HTTPError as error:
        return error.code


def token(of, client):
    form = {'grant_type': 'password', 'client_id': client, 'client_secret': 'secret', 'username': 'carol', 'password': 'x'}
    with urllib.request.urlopen(of + '/token', urllib.parse.urlencode(form).encode()) as response:
        return json.load(response)['access_token']


for hint, user in ((None, 'bob'), ('alice', 'alice')):
    browser, page = sign_in(app + '/', user, hint)
    assert f'<b id="user">{user}</b>, {user}@example.com' in page.text, page
    first, second = (json.loads(browser.open(app + '/orders').text) for _ in range(2))
    assert first['subject'] == second['subject'] == user
    assert first['token'] != second['token'], 'the access token was not refreshed'
    page = browser.press(browser.open(app + '/'))
    assert page.text == 'Goodbye', page
    page = browser.hintless().open(app + '/')
    assert 'id="user-bob"' in page.text, page

# The resource server, which finds the keys by its issuer-uri.
assert orders(token(issuer, 'any')) == 'carol'
assert orders(token(issuer + '2', 'any')) == 401, 'a token of another issuer'
assert orders('x') == orders('') == 401
