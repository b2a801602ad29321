"""A browser without script, for logins: it keeps cookies, follows redirects and presses buttons of forms."""
import html.parser
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *unused):
        return None


class Form(html.parser.HTMLParser):
    """The action of the first form of a page, and its hidden fields."""

    def __init__(self, text):
        super().__init__()
        self.action, self.fields = None, {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == 'form' and self.action is None:
            self.action = attributes.get('action', '')
        if tag == 'input' and attributes.get('type') == 'hidden':
            self.fields[attributes['name']] = attributes.get('value', '')


class Page:
    def __init__(self, url, status, headers, text):
        self.url, self.status, self.headers, self.text = url, status, headers, text

    def __repr__(self):
        return f'{self.status} {self.url}\n{self.text[:2000]}'


class Browser:
    """hint: a login_hint that is added to authorization requests. last: a URL that is not opened but returned."""

    def __init__(self, hint=None, last=None):
        self.hint, self.last = hint, last
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies, NoRedirect)

    def open(self, url, form=None):
        for _ in range(15):
            if self.last and url.startswith(self.last):
                return Page(url, 0, {}, '')
            if self.hint and '/authorize?' in url and 'login_hint=' not in url:
                url += '&login_hint=' + self.hint
            data = urllib.parse.urlencode(form).encode() if form is not None else None
            request = urllib.request.Request(url, data, {'Accept': 'text/html,*/*;q=0.8'})
            try:
                response = self.opener.open(request, timeout=60)
            except urllib.error.HTTPError as error:
                response = error
            with response:
                text = response.read().decode()
                location = response.headers.get('Location')
                if response.status not in (301, 302, 303, 307) or not location:
                    return Page(url, response.status, response.headers, text)
            url, form = urllib.parse.urljoin(url, location), None
        raise AssertionError('too many redirects at ' + url)

    def hintless(self):
        """The same browser, without signing a user in."""
        self.hint = None
        return self

    def press(self, page, **button):
        """Sends the first form of a page with its hidden fields."""
        form = Form(page.text)
        assert form.action is not None, page
        return self.open(urllib.parse.urljoin(page.url, form.action), {**form.fields, **button})


def sign_in(app, user, hint=None):
    """Opens a page that needs a login, signs in on the page or by the hint, and returns the browser and the page."""
    browser = Browser(hint)
    page = browser.open(app)
    if hint is None:
        assert f'id="user-{user}"' in page.text, page
        page = browser.press(page, user=user)
    assert page.status == 200 and page.url.startswith(app.split('?')[0]), page
    return browser, page
