"""oidc-client-ts in Chromium: sys.argv[1] is the issuer URL, sys.argv[2] the directory with spa.html and the library."""
import functools
import http.server
import sys
import threading

from webdriver import Chromium


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *unused):
        pass


issuer = sys.argv[1]
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=sys.argv[2]))
threading.Thread(target=server.serve_forever, daemon=True).start()
# Another site than localhost: cookies of the issuer do not reach its frames.
app = f'http://127.0.0.1:{server.server_port}/spa.html'

with Chromium() as page:
    def start():
        page.open(f'{app}?issuer={issuer}')
        page.until("return window.result === 'ready'")

    def by_page(user):
        page.until(f"return document.getElementById('user-{user}')")
        page.js(f"document.getElementById('user-{user}').click()")

    def result():
        found = page.until("return window.result !== 'ready' && window.result")
        assert 'error' not in found, found
        return found

    silently = ('return manager.getUser().then(async user => { if (arguments[0]) { user.refresh_token = undefined;'
                ' await manager.storeUser(user) } return manager.signinSilent() }).then(facts, e => ({error: String(e)}))')

    for hint, user in ((None, 'bob'), ('alice', 'alice')):
        start()
        page.js('manager.signinRedirect(arguments[0])', {'login_hint': hint} if hint else {})
        if hint is None:
            by_page(user)
        first = result()
        assert (first['sub'], first['email']) == (user, user + '@example.com'), first
        # By refresh token, and then in a frame by the ID token.
        for in_frame in (False, True):
            renewed = page.js(silently, in_frame)
            assert renewed.get('sub') == user and renewed['auth_time'] == first['auth_time'], renewed
            assert renewed['id_token'] != first['id_token'], 'nothing was renewed'
        page.js('manager.signoutRedirect()')
        page.until(f"return location.href.startsWith('{app}') && window.result === 'ready'")
        start()
        gone = page.js("return manager.signinSilent({id_token_hint: arguments[0]}).then(facts, e => ({error: e.error}))", first['id_token'])
        assert gone == {'error': 'login_required'}, gone

    start()
    page.js("window.popup = manager.signinPopup().then(facts, e => ({error: String(e)})); window.popup.then(r => { window.result = r })")
    main, popup = page.await_windows(2)
    page.switch(popup)
    by_page('carol')
    page.switch(main)
    assert result()['sub'] == 'carol', result()
server.shutdown()
