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
/** What a sync of next to nothing holds is the program itself. */
const FEW = 10;
const GROWTH_MEGABYTES = 120;
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

interface Synced {
  readonly ms: number;
  readonly insideMs: number;
  readonly peakMegabytes: number;
}

/** The product: consent first (not measured), then one sync of everything into a new encrypted archive. */
async function withGuichet(server: Server, profile: string, expected: number): Promise<Synced> {
  const where = ['--profile', profile, '--auth', server.auth, '--api', server.api, '--json'];
  await guichet(['connect', '--ecb', FIRM, '--no-browser', ...where], (line) => {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) void giveConsent(url);
  });
  const { ms, stdout, peakMegabytes } = await guichet(['sync', '--quota', 'off', ...where]);
  const summary = JSON.parse(stdout) as { stored: number; failed: number; durationMs: number };
  if (summary.stored < expected || summary.failed > 0) throw new Error(`the sync stored ${summary.stored} of ${expected}`);
  return { ms, insideMs: summary.durationMs, peakMegabytes };
}

const emptyServer = (): Promise<Server> =>
  simulatorProcess(['--seed', '1', '--quota', 'off', '--documents', '0', '--clients', '5', '--history', '0']);

/** The simulator makes so many at once. */
const AT_ONCE = 10_000;

async function addDocuments(server: Server, count: number, size: number): Promise<string[]> {
  const made: string[] = [];
  while (made.length < count) {
    const answer = await fetch(`${server.control}/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ owner: CLIENT, count: Math.min(AT_ONCE, count - made.length), size }),
    });
    made.push(...((await answer.json()) as { uuids: string[] }).uuids);
  }
  return made;
}

/**
 * Whole processes, start included, on both sides in alternation. Each turn has folders of its own and none is removed before the end: after
 * thousands of files were deleted, ext4 is slow at making new ones for minutes, and the figures would be its.
 */
async function measureThroughput(folder: string, count: number, size: number): Promise<Ratio[]> {
  const server = await emptyServer();
  try {
    await addDocuments(server, FEW, size);
    const small = await withGuichet(server, path.join(folder, 'archive-few'), FEW);
    const uuids = await addDocuments(server, count - FEW, size);
    const curl: number[] = [];
    const ours: Synced[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      curl.push(await withCurl(server, path.join(folder, `plain-${turn}`), uuids));
      ours.push(await withGuichet(server, path.join(folder, `archive-${turn}`), count));
    }
    const of = (pick: (synced: Synced) => number): number => median(ours.map(pick));
    const name = `sync of ${count} documents of ${size / 1000} kB`;
    const growth = of(({ peakMegabytes }) => peakMegabytes) - small.peakMegabytes;
    return [
      { name: `${name}, whole process / curl --parallel`, ours: of(({ ms }) => ms), theirs: median(curl), unit: 'ms', target: 1.3 },
      {
        name: `${name}, without process start / the same`,
        ours: of(({ insideMs }) => insideMs),
        theirs: median(curl),
        unit: 'ms',
        target: 1.3,
      },
      { name: `${name}, memory beyond that of ${FEW} / allowed`, ours: growth, theirs: GROWTH_MEGABYTES, unit: 'MB', target: 1 },
    ];
  } finally {
    server.stop();
  }
}

/** Small contents: what is asked is the cost of each document's bookkeeping, and the disk need not hold gigabytes. */
const SIZES = [1000, 5000, 20_000, 50_000] as const;
const SMALL = 4000;

/** Least squares of the sync's time over the number of documents: a fixed part and one for each document, in milliseconds. */
function lineThrough(points: readonly (readonly [count: number, ms: number])[]): { readonly fixed: number; readonly each: number } {
  const mean = (pick: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [x, y] = [mean(([count]) => count), mean(([, ms]) => ms)];
  const each =
    points.reduce((sum, [count, ms]) => sum + (count - x) * (ms - y), 0) / points.reduce((sum, [count]) => sum + (count - x) ** 2, 0);
  return { fixed: y - each * x, each };
}

/** Whether each further document costs the same: what those from 20,000 to 50,000 cost over what those up to 20,000 did. */
async function measureFlatness(folder: string): Promise<Ratio[]> {
  const server = await emptyServer();
  try {
    const points: [number, number][] = [];
    for (const count of SIZES) {
      await addDocuments(server, count - (points.at(-1)?.[0] ?? 0), SMALL);
      const { insideMs } = await withGuichet(server, path.join(folder, `sizes-${count}`), count);
      points.push([count, insideMs]);
    }
    const { fixed, each } = lineThrough(points);
    const told = points.map(([count, ms]) => `${count}: ${(ms / count).toFixed(2)}`).join(', ');
    console.log(`  per document in ms, ${told}; fit ${fixed.toFixed(0)} ms + ${each.toFixed(3)} ms each`);
    const [first, , middle, last] = points as [[number, number], [number, number], [number, number], [number, number]];
    const slope = (from: [number, number], to: [number, number]): number => (to[1] - from[1]) / (to[0] - from[0]);
    const name = 'a further document, 20,000 to 50,000 / 1,000 to 20,000';
    return [{ name, ours: slope(middle, last), theirs: slope(first, middle), unit: 'ms', target: 1.2 }];
  } finally {
    server.stop();
  }
}

export const measureSync = async (folder: string, count = 10_000, size = 120_000): Promise<Ratio[]> => [
  ...(await measureThroughput(folder, count, size)),
  ...(await measureFlatness(folder)),
];
