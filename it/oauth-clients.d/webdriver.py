"""The few commands of WebDriver that a login needs."""
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request


class Chromium:
    def __enter__(self):
        with socket.create_server(('127.0.0.1', 0)) as free:
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(['chromedriver', f'--port={port}'], stdout=subprocess.DEVNULL)
        self.base = f'http://127.0.0.1:{port}'
        for _ in range(60):
            try:
                urllib.request.urlopen(self.base + '/status').close()
                break
            except OSError:
                time.sleep(0.5)
        options = {'args': ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']}
        session = self.post('/session', {'capabilities': {'alwaysMatch': {'goog:chromeOptions': options}}})
        self.base += '/session/' + session['sessionId']
        self.post('/timeouts', {'script': 60000, 'pageLoad': 60000})
        return self

    def __exit__(self, *unused):
        try:
            self.send('DELETE', '')
        finally:
            self.driver.terminate()
            self.driver.wait()

    def send(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, {'Content-Type': 'application/json'}, method=method)
        with urllib.request.urlopen(request, timeout=120) as response:
            return json.load(response)['value']

    def post(self, path, body):
        return self.send('POST', path, body)

    def open(self, url):
        self.post('/url', {'url': url})

    def js(self, script, *arguments):
        """The value of a script; a promise is awaited."""
        return self.post('/execute/sync', {'script': script, 'args': list(arguments)})

    def until(self, script):
        """Waits for a script to return something."""
        for _ in range(200):
            try:
                found = self.js(script)
                if found:
                    return found
            except urllib.error.HTTPError:
                pass  # The page is changing.
            time.sleep(0.1)
        raise AssertionError(f'{script} at {self.js("return location.href + document.body.innerText")}')

    def await_windows(self, count):
        """The windows in the order in which they were opened."""
        for _ in range(100):
            windows = self.send('GET', '/window/handles')
            if len(windows) == count:
                return windows
            time.sleep(0.1)
        raise AssertionError(f'{len(windows)} windows and not {count}')

    def switch(self, window):
        self.post('/window', {'handle': window})
