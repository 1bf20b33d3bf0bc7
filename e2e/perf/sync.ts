import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TestClient, type Where } from '#app/simulator/test-client.ts';
import { giveConsent } from '../harness/consent.ts';
import { ended, guichet, simulatorProcess } from './children.ts';
import { median, type Ratio } from './statistics.ts';

const FIRM = '0100000169';
const CLIENT = '0100000268';
const TURNS = 3;
/** As many transfers at once as the product's own queue has. */
const PARALLEL = 8;

type Server = Awaited<ReturnType<typeof simulatorProcess>>;

/** Fetches every document with curl into plain files; the yardstick. */
async function withCurl(server: Server, folder: string, uuids: readonly string[]): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const client = new TestClient<Where>({ issuer: server.issuer, control: server.control, apiBase: server.api });
  await client.register();
  await client.login();
  const entries = uuids.map((uuid) =>
    [
      `url = "${server.api}/FineAPI/Generic/OAU/v2/documents/${uuid}/content?ownerType=CBE&ownerIdentifier=${CLIENT}"`,
      `output = "${path.join(folder, uuid)}"`,
      `header = "Authorization: Bearer ${client.token}"`,
      `header = "Minfin-Ws-Correlation: ${randomUUID()}"`,
    ].join('\n'),
  );
  const config = path.join(folder, 'curl.config');
  writeFileSync(config, entries.join('\nnext\n'));
  return (await ended(spawn('curl', ['--silent', '--fail', '--parallel', '--parallel-max', String(PARALLEL), '--config', config]))).ms;
}

/** The product: consent first (not measured), then one sync of everything into a new encrypted archive. */
async function withGuichet(server: Server, profile: string, expected: number): Promise<{ ms: number; insideMs: number }> {
  const where = ['--profile', profile, '--auth', server.auth, '--api', server.api, '--json'];
  await guichet(['connect', '--ecb', FIRM, '--no-browser', ...where], (line) => {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) void giveConsent(url);
  });
  const { ms, stdout } = await guichet(['sync', '--quota', 'off', ...where]);
  const summary = JSON.parse(stdout) as { stored: number; failed: number; durationMs: number };
  if (summary.stored < expected || summary.failed > 0) throw new Error(`the sync stored ${summary.stored} of ${expected}`);
  return { ms, insideMs: summary.durationMs };
}

/**
 * Whole processes, start included, on both sides. Each turn has folders of its own and none is removed before the end: after thousands of
 * files were deleted, ext4 is slow at making new ones for minutes, and the figures would be its.
 */
export async function measureSync(folder: string, count = 2000, size = 120_000): Promise<Ratio[]> {
  const server = await simulatorProcess(['--seed', '1', '--quota', 'off', '--documents', '0', '--clients', '5', '--history', '0']);
  try {
    const answer = await fetch(`${server.control}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ owner: CLIENT, count, size }),
    });
    const { uuids } = (await answer.json()) as { uuids: string[] };
    const curl: number[] = [];
    const ours: number[] = [];
    const inside: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      curl.push(await withCurl(server, path.join(folder, `plain-${turn}`), uuids));
      const { ms, insideMs } = await withGuichet(server, path.join(folder, `archive-${turn}`), count);
      ours.push(ms);
      inside.push(insideMs);
    }
    const name = `sync of ${count} documents of ${size / 1000} kB`;
    return [
      { name: `${name}, whole process / curl --parallel`, ours: median(ours), theirs: median(curl), unit: 'ms', target: 1.5 },
      { name: `${name}, without process start / the same`, ours: median(inside), theirs: median(curl), unit: 'ms', target: 1.5 },
    ];
  } finally {
    server.stop();
  }
}
