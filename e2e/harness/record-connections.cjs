// Loaded before the application (`-r`): notes every address that its Node threads ask for, one JSON line each. Nothing is held back.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const threads = require('node:worker_threads');

const file = process.env.GUICHET_CONNECTIONS;
const note = (kind, host, port) =>
  appendFileSync(
    file,
    `${JSON.stringify({ by: threads.isMainThread ? 'main' : 'thread', kind, host: String(host), port: Number(port) || 0 })}\n`,
  );

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given;
  const options = typeof first === 'object' ? first : { port: first, host: given[1] };
  if (!options.path) note('tcp', typeof options.host === 'string' ? options.host : 'localhost', options.port);
  return connect.apply(this, given);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  for (const owner of [dns, dns.promises]) {
    const ask = owner[name];
    owner[name] = (host, ...rest) => {
      note('dns', host, 0);
      return ask.call(owner, host, ...rest);
    };
  }
}
const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...given) {
  note(
    'udp',
    given.filter((each) => typeof each === 'string').at(-1) ?? 'localhost',
    given.find((each) => typeof each === 'number'),
  );
  return send.apply(this, given);
};
const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(script, options = {}) {
    super(script, { ...options, execArgv: [...(options.execArgv ?? []), '-r', __filename] });
  }
};
syncBuiltinESMExports();
if (threads.isMainThread) note('start', 'localhost', 0);
else note('thread', 'localhost', 0);
