import type { BrowserWindow } from 'electron';
import type { CoreMethod, Handlers, Input, Output, ShellMethod } from '#shared/contract/index.ts';
import { fromErrorShape, GuichetError } from '#shared/domain/errors.ts';
import { openInBrowser } from './adapters/browser.ts';
import { safeFileName } from './adapters/file-names.ts';
import type { OpenCopies } from './adapters/open-copies.ts';
import { saveFile } from './adapters/save-file.ts';
import { openInViewer } from './adapters/viewer.ts';
import type { CoreClient } from './workers/core-client.ts';

export interface ShellOptions {
  readonly core: CoreClient;
  readonly copies: OpenCopies;
  readonly window: () => BrowserWindow;
  /** Origins the system's browser may be sent to: the authorization server of the profile. */
  readonly browserOrigins: readonly string[];
}

/** What only the desktop can do: dialogs, other programs, the system's browser. Everything else lives in the core. */
export function shellHandlers({ core, copies, window, browserOrigins }: ShellOptions): Handlers<ShellMethod> {
  const ask = async <M extends CoreMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await core.call(method, input);
    if (!answer.ok) throw fromErrorShape(answer.error);
    return answer.value as Output<M>;
  };
  return {
    'shell.openDocument': async ({ id }) => {
      const { bytes, fileName } = await ask('documents.content', { id });
      await openInViewer(copies, fileName, bytes);
      return {};
    },
    'shell.saveDocument': async ({ id }) => {
      const { bytes, fileName } = await ask('documents.content', { id });
      return { saved: await saveFile(window(), safeFileName(fileName), bytes) };
    },
    'shell.saveXml': async ({ id }) => {
      const [{ xml }, view] = await Promise.all([ask('vat.xml', { id }), ask('vat.get', { id })]);
      const name = safeFileName(`${view.enterpriseNumber} ${view.periodKey}.xml`);
      return { saved: await saveFile(window(), name, Buffer.from(xml, 'utf8')) };
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
