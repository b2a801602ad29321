// Lists and calls every tool with each official client. Usage: node clients.mjs URL URL JAVA JAR KEYS
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client as Sdk } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as SdkStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as SdkHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { alternate } from './alternate.mjs';

const [one, two, java, jar, keys] = process.argv.slice(2);
const TOOLS = ['draft_token', 'mint_token', 'explain_token', 'diagnose_token', 'advise', 'explain_rule', 'explain_claim',
  'convert_key', 'snippet', 'mint_drill_tokens'];
const stdio = { command: java, args: ['-jar', jar, 'mcp', '--keys', keys] };
const self = { name: 'it', version: '1' };

/** Uses every tool, resource and prompt of a connected client. */
async function useAll(client) {
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), TOOLS);
  const used = new Set();
  const call = async (name, args) => {
    const result = await client.callTool({ name, arguments: args });
    assert.equal(result.isError, false, JSON.stringify(result));
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
    used.add(name);
    return result.structuredContent;
  };
  const { spec } = await call('draft_token', { sentence: 'token for alice, audience https://orders.example' });
  const { token, note } = await call('mint_token', { ...spec, scope: ['orders:read'], claims: { plan: 'gold' } });
  assert.match(note, /A test token/);
  assert.match((await call('explain_token', { token })).summary[0], /alice/);
  const refused = await call('diagnose_token', { token, expect: { audience: 'https://stock.example' } });
  assert.deepEqual(refused.failed.map((it) => it.check), ['audience']);
  // Alternating instances: the one that verifies is not the one that minted.
  for (let i = 0; i < 4; i++) {
    assert.equal((await call('diagnose_token', { token, expect: refused.expect })).valid, true);
  }
  assert.ok((await call('advise', { spec: { expires_in: '9d' } })).advisories.length > 0);
  assert.equal((await call('explain_rule', { rule: 'alg-none' })).rule, 'alg-none');
  assert.equal((await call('explain_claim', { name: 'azp' })).registered, true);
  const jwks = JSON.parse((await client.readResource({ uri: 'mintmark://jwks' })).contents[0].text);
  const { public_pem: pem } = await call('convert_key', { key: jwks.keys[0] });
  assert.match(pem, /BEGIN PUBLIC KEY/);
  assert.match((await call('snippet', { framework: 'spring-boot' })).code, /jwk-set-uri/);
  const { drills } = await call('mint_drill_tokens', { audience: 'https://orders.example' });
  for (const { id, expect, token: drill } of drills) {
    const { valid } = await call('diagnose_token', { token: drill, expect: { audience: 'https://orders.example', issuer: 'http://localhost:8080' }, jwks });
    assert.equal(valid, expect === 'accept', id);
  }
  assert.deepEqual([...used].sort(), [...TOOLS].sort());
  const wrong = await client.callTool({ name: 'mint_token', arguments: { secret: 'x' } });
  assert.equal(wrong.isError, true);
  await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }));
  const { resources } = await client.listResources();
  for (const { uri } of resources) {
    await client.readResource({ uri });
  }
  assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 1);
  const { prompts } = await client.listPrompts();
  for (const { name } of prompts) {
    await client.getPrompt({ name });
  }
  await client.close();
}

async function check(name, run) {
  const begin = Date.now();
  await run();
  console.log(`mcp: ${name} passed in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

const balancer = await alternate([one, two]);
const url = new URL('/mcp', balancer.url);

await check('sdk 1.32.2 over HTTP', async () => {
  const client = new Sdk(self);
  await client.connect(new SdkHttp(url));
  assert.equal(client.getServerVersion().name, 'mintmark');
  await client.ping();
  await useAll(client);
});
await check('client 2.4.0 in 2026-07-28 over HTTP', async () => {
  const client = new Client(self, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  await client.connect(new StreamableHTTPClientTransport(url));
  await useAll(client);
});
await check('client 2.4.0 with a handshake over HTTP', async () => {
  const client = new Client(self);
  await client.connect(new StreamableHTTPClientTransport(url));
  await useAll(client);
});
const [first, second] = balancer.counts;
assert.ok(first > 50 && Math.abs(first - second) <= 1, `the instances answered ${first} and ${second} requests`);
await check('sdk 1.32.2 over stdio', async () => {
  const client = new Sdk(self);
  await client.connect(new SdkStdio(stdio));
  await useAll(client);
});
await check('client 2.4.0 in 2026-07-28 over stdio', async () => {
  const client = new Client(self, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  await client.connect(new StdioClientTransport(stdio));
  await useAll(client);
});

const inspect = async (target, ...args) => {
  const { stdout } = await promisify(execFile)('node_modules/.bin/mcp-inspector', ['--cli', ...target, ...args], { cwd: import.meta.dirname });
  return JSON.parse(stdout);
};
const tool = async (target, name, ...pairs) => {
  const args = pairs.flatMap((pair) => ['--tool-arg', pair]);
  const result = await inspect(target, '--method', 'tools/call', '--tool-name', name, ...args);
  assert.equal(result.isError, false, JSON.stringify(result));
  return result.structuredContent;
};
async function inspectAll(target) {
  const { tools } = await inspect(target, '--method', 'tools/list');
  assert.deepEqual(tools.map((it) => it.name), TOOLS);
  const { token } = await tool(target, 'mint_token', 'subject=alice', 'audience=a');
  const jwks = (await inspect(target, '--method', 'resources/read', '--uri', 'mintmark://jwks')).contents[0].text;
  const calls = [['draft_token', 'sentence=a token for alice'], ['explain_token', `token=${token}`], ['diagnose_token', `token=${token}`],
    ['advise', `token=${token}`], ['explain_rule', 'rule=alg-none'], ['explain_claim', 'name=azp'],
    ['convert_key', `key=${JSON.stringify(JSON.parse(jwks).keys[0])}`], ['snippet', 'framework=nginx'], ['mint_drill_tokens', 'audience=a']];
  assert.equal(calls.length, TOOLS.length - 1);
  while (calls.length > 0) {
    await Promise.all(calls.splice(0, 3).map((call) => tool(target, ...call)));
  }
  assert.equal((await inspect(target, '--method', 'prompts/list')).prompts.length, 3);
}
await check('inspector 0.15.0 over HTTP', () => inspectAll([url.href]));
await check('inspector 0.15.0 over stdio', async () => {
  const { tools } = await inspect([stdio.command, ...stdio.args], '--method', 'tools/list');
  assert.equal(tools.length, TOOLS.length);
});
balancer.close();
