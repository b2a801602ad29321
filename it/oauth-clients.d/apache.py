"""mod_auth_openidc: sys.argv[1] is the URL of a page that Apache protects; its redirect URI is /protected/callback."""
import json
import sys
import urllib.parse

from browser import sign_in

app = sys.argv[1]
callback = app + '/protected/callback'


def info(browser):
    return json.loads(browser.open(callback + '?info=json').text)


for hint, user in ((None, 'bob'), ('alice', 'alice')):
    browser, page = sign_in(app + '/protected/', user, hint)
    assert page.headers['X-User'] == user, page.headers
    before = info(browser)
    assert before['userinfo']['email'] == user + '@example.com', before
    token = urllib.parse.quote(before['access_token'])
    back = urllib.parse.quote(app + '/protected/')
    page = browser.open(f'{callback}?refresh={back}&access_token={token}')
    assert page.status == 200 and 'error' not in page.url, page
    after = info(browser)
    assert after['access_token'] != before['access_token'], 'the access token was not refreshed'
    page = browser.open(f'{callback}?logout={urllib.parse.quote(app + "/goodbye.html")}')
    assert page.url == app + '/goodbye.html' and 'Goodbye' in page.text, page
    page = browser.hintless().open(app + '/protected/')
    assert 'id="user-bob"' in page.text, page
