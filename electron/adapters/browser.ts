import { shell } from 'electron';
import { GuichetError } from '#shared/domain/errors.ts';
import { mayOpen } from './browser-rule.ts';

/** The only way to the system's browser. @throws GuichetError `shell.notAllowed` for any address but those of the profile's own server */
export async function openInBrowser(url: string, origins: readonly string[]): Promise<void> {
  if (!mayOpen(url, origins)) throw new GuichetError('shell.notAllowed');
  await shell.openExternal(url);
}
