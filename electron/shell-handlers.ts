import { type BrowserWindow, dialog } from 'electron';
import type { Handlers, ShellMethod } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { openInBrowser } from './adapters/browser.ts';
import { safeFileName } from './adapters/file-names.ts';
import type { OpenCopies } from './adapters/open-copies.ts';
import { saveFile } from './adapters/save-file.ts';
import { openFolder, openInMailProgram, openInViewer, showInFolder } from './adapters/viewer.ts';
import { restoreHandlers } from './restore/handlers.ts';
import type { Restorer } from './restore/restorer.ts';
import { updateHandlers } from './updates/handlers.ts';
import type { Updater } from './updates/updater.ts';
import type { Keeper } from './vault/keeper.ts';
import type { Ask } from './workers/ask.ts';

export interface ShellOptions {
  readonly ask: Ask;
  readonly copies: OpenCopies;
  readonly window: () => BrowserWindow;
  /** Origins the system's browser may be sent to: the authorization server of the profile. */
  readonly browserOrigins: readonly string[];
  /** MyMinfin as a person sees it; in the sandbox the simulator's own page. */
  readonly portal: string;
  readonly updater: () => Promise<Updater>;
  readonly restorer: () => Promise<Restorer>;
  readonly keeper: Pick<Keeper, 'handlers'>;
  readonly profileDir: string;
}

/** What only the desktop can do: dialogs, other programs, the system's browser. Everything else lives in the core. */
export function shellHandlers({
  ask,
  copies,
  window,
  browserOrigins,
  portal,
  updater,
  restorer,
  keeper,
  profileDir,
}: ShellOptions): Handlers<ShellMethod> {
  const save = async (fileName: string, bytes: Uint8Array): Promise<{ saved: boolean }> => ({
    saved: await saveFile(window(), fileName, bytes, () => ask('users.may', { method: 'shell.saveDocument', input: {} })),
  });
  return {
    ...updateHandlers(updater),
    ...keeper.handlers,
    ...restoreHandlers(restorer),
    'shell.openProfileFolder': async () => {
      await openFolder(profileDir);
      return {};
    },
    'shell.openDocument': async (content) => {
      const { bytes, fileName } = await ask('documents.content', { ...content, as: 'opened' });
      await openInViewer(copies, fileName, bytes);
      return {};
    },
    'shell.showInFolder': async (content) => {
      const { bytes, fileName } = await ask('documents.content', { ...content, as: 'saved' });
      await showInFolder(copies, fileName, bytes);
      return {};
    },
    'shell.openPortal': async () => {
      await openInBrowser(portal, browserOrigins);
      return {};
    },
    'shell.chooseMirrorFolder': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] });
      const path = filePaths[0];
      if (canceled || !path) return { chosen: false };
      await ask('mirror.setFolder', { path });
      return { chosen: true };
    },
    'shell.chooseBackupFolder': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] });
      const path = filePaths[0];
      if (canceled || !path) return { chosen: false };
      await ask('backup.setFolder', { path });
      return { chosen: true };
    },
    'shell.exportClient': async ({ clientId }) => {
      const { clients } = await ask('clients.list', {});
      const name = clients.find(({ id }) => id === clientId)?.name ?? 'Guichet';
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: safeFileName(`${name}.zip`),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return { saved: false, documents: 0, missing: 0, rows: 0, bytes: 0 };
      return { saved: true, ...(await ask('retention.exportClient', { clientId, path: filePath })) };
    },
    'shell.openMirrorFolder': async () => {
      const { folder } = await ask('mirror.status', {});
      if (folder) await openFolder(folder);
      return {};
    },
    'shell.export': async ({ selection, format, name }) => {
      const defaultPath = safeFileName(`${name ?? 'Guichet'}.${format}`);
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return { saved: false, documents: 0, missing: 0, bytes: 0 };
      return { saved: true, ...(await ask('exports.write', { selection, format, path: filePath })) };
    },
    'shell.exportAudit': async (asked) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: safeFileName(`guichet-audit-${asked.from}-${asked.until}.${asked.format}`),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return { saved: false, entries: 0, bytes: 0 };
      return { saved: true, ...(await ask('audit.export', { ...asked, path: filePath })) };
    },
    'shell.saveDocument': async (content) => {
      const { bytes, fileName } = await ask('documents.content', { ...content, as: 'saved' });
      return save(safeFileName(fileName), bytes);
    },
    'shell.savePaper': async (asked) => {
      const { bytes, fileName } = await ask('vat.paper', asked);
      return save(safeFileName(fileName), bytes);
    },
    'shell.openPaper': async (asked) => {
      const { bytes, fileName } = await ask('vat.paper', asked);
      await openInViewer(copies, fileName, bytes);
      return {};
    },
    'shell.mailPapers': async (asked) => {
      const { bytes, fileName } = await ask('vat.mail', asked);
      await openInMailProgram(copies, fileName, bytes);
      return {};
    },
    'shell.saveCalendar': async ({ year }) => {
      const { bytes, fileName } = await ask('calendar.ics', { year });
      return save(safeFileName(fileName), bytes);
    },
    'shell.saveXml': async ({ id }) => {
      const [{ xml }, view] = await Promise.all([ask('vat.xml', { id }), ask('vat.get', { id })]);
      const name = safeFileName(`${view.enterpriseNumber} ${view.periodKey}.xml`);
      return save(name, Buffer.from(xml, 'utf8'));
    },
    'shell.saveSupport': async ({ id }) => {
      const { bytes, fileName } = await ask('support.bundle', { id });
      return save(fileName, bytes);
    },
    'shell.openConsent': async ({ id }) => {
      const { consents } = await ask('identity.list', {});
      const url = consents.find((consent) => consent.id === id)?.url;
      if (!url) throw new GuichetError('shell.noConsentPage');
      await openInBrowser(url, browserOrigins);
      return {};
    },
  };
}
