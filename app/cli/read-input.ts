import { GuichetError } from '#shared/domain/errors.ts';
import type { CliIo } from './io.ts';

/** The bytes of a file named on the command line. @throws GuichetError `vat.cli.file` with the system's reason */
export async function readInput(io: CliIo, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await io.readFile(file).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
    throw new GuichetError('vat.cli.file', { params: { file, reason }, cause });
  });
  return new Uint8Array(bytes);
}
