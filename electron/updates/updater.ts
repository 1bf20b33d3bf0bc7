import type { Update, UpdateSource } from '#shared/contract/updates.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { judge, type Offer } from './judge.ts';
import { RELEASE_FILE, readRelease } from './release.ts';

/** What the core says of the profile. */
export interface Standing {
  readonly source: UpdateSource | null;
  readonly filings: number;
  readonly schema: readonly string[];
}

/** What really replaces the program. */
export interface Installer {
  /**
   * Fetches the file and keeps it only when it is the one that was signed.
   * @throws GuichetError `updates.hash`, `updates.unreachable`
   */
  download(offer: Offer, url: string, progress: (percent: number) => void): Promise<void>;
  /** Compares the file once more, then ends the program and starts the new one. @throws GuichetError `updates.hash` */
  install(): Promise<void>;
}

export interface UpdaterOptions {
  readonly version: string;
  readonly target: string;
  readonly installation: string;
  /** `null` where the program does not replace itself. */
  readonly installer: Installer | null;
  /** A small text of the feed. @throws GuichetError `updates.unreachable` */
  readonly read: (url: string) => Promise<string>;
  readonly standing: () => Promise<Standing>;
  readonly now: () => number;
}

export interface Updater {
  status(): Promise<Update>;
  check(): Promise<Update>;
  download(): Promise<Update>;
  install(): Promise<void>;
}

type Phase = Exclude<Update['state'], 'off' | 'unsupported'>;
/** Work under way is not begun a second time. */
const BUSY: ReadonlySet<Phase> = new Set<Phase>(['checking', 'downloading']);

/** Looks for a new version, fetches it, and replaces the program when a person says so and nothing is on its way to SPF. */
export function createUpdater({ version, target, installation, installer, read, standing, now }: UpdaterOptions): Updater {
  let phase: Phase = 'idle';
  let offer: Offer | null = null;
  let percent = 0;
  let checkedAt: number | null = null;
  let problem: Update['problem'] = null;

  const show = async (known?: Standing): Promise<Update> => {
    const { source, filings } = known ?? (await standing());
    return {
      state: source === null ? 'off' : installer === null ? 'unsupported' : phase,
      version,
      checkedAt: checkedAt === null ? null : new Date(checkedAt).toISOString(),
      release: offer && {
        version: offer.release.version,
        released: offer.release.released,
        bytes: offer.file.size,
        steps: offer.steps,
      },
      percent,
      filings,
      problem,
    };
  };

  /** Runs a phase; what goes wrong is kept for the screen. */
  const during = async (busy: Phase, work: () => Promise<Phase>): Promise<void> => {
    phase = busy;
    problem = null;
    try {
      phase = await work();
    } catch (error) {
      phase = 'failed';
      offer = null;
      problem = toErrorShape(error);
    }
  };

  return {
    status: () => show(),
    check: async () => {
      const { source, schema, ...rest } = await standing();
      if (source && installer && !BUSY.has(phase)) {
        await during('checking', async () => {
          offer = null;
          const release = await readRelease(await read(`${source.feed}/${RELEASE_FILE}`), source.keys);
          checkedAt = now();
          offer = judge(release, { version, target, installation, schema, now: now() });
          return offer ? 'available' : 'current';
        });
      }
      return show({ source, schema, ...rest });
    },
    download: async () => {
      const known = await standing();
      const chosen = offer;
      if (known.source && installer && chosen && phase === 'available') {
        const url = `${known.source.feed}/${chosen.file.name}`;
        percent = 0;
        // Not waited for: the screen asks how far it is.
        void during('downloading', async () => {
          await installer.download(chosen, url, (done) => {
            percent = done;
          });
          return 'ready';
        });
      }
      return show(known);
    },
    install: async () => {
      if (!installer || phase !== 'ready') throw new GuichetError('updates.notReady');
      const { filings } = await standing();
      if (filings > 0) throw new GuichetError('updates.filings', { params: { count: filings }, retryable: true, action: 'retry' });
      try {
        await installer.install();
      } catch (error) {
        phase = 'failed';
        offer = null;
        problem = toErrorShape(error);
        throw error;
      }
    },
  };
}
