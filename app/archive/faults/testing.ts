import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import type { App } from '#app/core/app.ts';
import type { AppConfig } from '#app/core/config.ts';
import type { Ports } from '#app/core/ports.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';

export const CLIENT = '0100000268';

/** No sandbox: nothing is filled in at the start, and the clock is the machine's or the test's. */
export const PLAIN = { environment: 'acceptance', quota: 'off', controlBase: undefined } as const satisfies Partial<AppConfig>;

export interface Logged {
  readonly path: string;
  readonly status: number;
  readonly at: string;
}

/** A simulator with a consented profile on it, and the ways to look at both. */
export async function createScene(options: Parameters<typeof createStage>[0] = {}) {
  const stage: Stage = await createStage({ documents: 0, ...options });
  // The consent needs the simulator's control plane, where the program registers itself.
  const first = await stage.open({ environment: 'acceptance', quota: 'off' });
  await connect(first);
  await first.close();
  const copies: string[] = [];
  return {
    stage,
    open: (ports: Partial<Ports> = {}, config: Partial<AppConfig> = {}): Promise<App> => stage.open({ ...PLAIN, ...config }, ports),
    add: async (body: object): Promise<string[]> =>
      (await stage.control<{ uuids: string[] }>('POST', '/documents', { owner: CLIENT, ...body })).uuids,
    fault: (kind: string, count = 1, params: Record<string, number> = {}, route = 'mmf.content'): Promise<unknown> =>
      stage.control('POST', '/faults', { route, kind, count, params }),
    calm: (): Promise<unknown> => stage.control('DELETE', '/faults'),
    requests: async (route = 'mmf.content'): Promise<Logged[]> =>
      (await stage.control<{ items: Logged[] }>('GET', `/requests?route=${route}`)).items,
    /** The profile as the disk holds it at this instant. */
    copy: (): string => {
      const folder = mkdtempSync(path.join(tmpdir(), 'guichet copy '));
      copies.push(folder);
      cpSync(stage.profileDir, folder, { recursive: true });
      return folder;
    },
    end: async (): Promise<void> => {
      await stage.end();
      for (const folder of copies) rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Scene = Awaited<ReturnType<typeof createScene>>;

export const rowsOf = async (app: App, filter: object = {}): Promise<DocumentRow[]> =>
  (await app.call('documents.list', { filter, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 500 })).rows;

/** The run's reason to stop, `null` when it came to its end. */
export const runOf = (app: App): Promise<string | null> =>
  app.sync.run({}).then(
    () => null,
    (error: { code?: string }) => error.code ?? 'unknown',
  );

export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Everything the rows promise is there, and nothing lies about. */
export async function expectSound(app: App, profileDir: string, stored?: number): Promise<void> {
  const list = await rowsOf(app);
  for (const row of list.filter(({ archive }) => archive === 'stored')) {
    const { bytes } = await app.call('documents.content', { id: row.id });
    expect(bytes.byteLength).toBe(row.size);
    expect(Buffer.from(bytes.subarray(0, 64)).toString('latin1')).not.toMatch(/<!doctype|<html/i);
  }
  if (stored === undefined) return;
  expect(list.map(({ archive }) => archive)).toEqual(Array(stored).fill('stored'));
  expect(filesUnder(path.join(profileDir, 'archive', 'incoming'))).toEqual([]);
}
