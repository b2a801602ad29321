// One address for several instances, each of which answers every second request.
import http from 'node:http';

export async function alternate(targets) {
  const counts = targets.map(() => 0);
  let next = 0;
  const server = http.createServer((request, response) => {
    const index = next++ % targets.length;
    counts[index]++;
    const { hostname, port } = new URL(targets[index]);
    const onward = http.request({ hostname, port, path: request.url, method: request.method, headers: request.headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    counts,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
