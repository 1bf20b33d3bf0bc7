import type { z } from 'zod';
import type { ErrorShape } from '../domain/errors.ts';
import { archiveContract } from './archive.ts';
import { auditContract } from './audit.ts';
import { backupContract } from './backup.ts';
import { clientImportContract } from './client-import.ts';
import { clientsContract } from './clients.ts';
import { deskContract } from './desk.ts';
import { documentsContract } from './documents.ts';
import { exportsContract } from './exports.ts';
import { identityContract } from './identity.ts';
import { lockContract } from './lock.ts';
import { mirrorContract } from './mirror.ts';
import { overviewContract } from './overview.ts';
import { readingContract } from './reading.ts';
import { recoveryContract } from './recovery.ts';
import { restoreContract } from './restore.ts';
import { retentionContract } from './retention.ts';
import { settingsContract } from './settings.ts';
import { supportContract } from './support.ts';
import { syncContract } from './sync.ts';
import { updatesContract } from './updates.ts';
import { usersContract } from './users.ts';
import { vatContract } from './vat.ts';
import { vatHelpContract } from './vat-help.ts';
import { vatPapersContract } from './vat-papers.ts';
import { vatPathContract } from './vat-path.ts';
import { vatTablesContract } from './vat-tables.ts';
import { vaultContract } from './vault.ts';

/** Every method of the core and the shell. Channel names, validators, registration, client and test double are derived from this record. */
export const contract = {
  ...settingsContract,
  ...usersContract,
  ...clientsContract,
  ...clientImportContract,
  ...identityContract,
  ...documentsContract,
  ...deskContract,
  ...readingContract,
  ...archiveContract,
  ...backupContract,
  ...recoveryContract,
  ...retentionContract,
  ...mirrorContract,
  ...exportsContract,
  ...supportContract,
  ...syncContract,
  ...vatContract,
  ...vatHelpContract,
  ...vatPathContract,
  ...vatTablesContract,
  ...vatPapersContract,
  ...overviewContract,
  ...updatesContract,
  ...auditContract,
  ...vaultContract,
  ...restoreContract,
  ...lockContract,
};

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** The input as a handler gets it, validated. */
export type Parsed<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;
export type MethodsOf<S extends Contract[Method]['side']> = { [M in Method]: Contract[M]['side'] extends S ? M : never }[Method];

/** What the core serves. */
export type CoreMethod = MethodsOf<'core' | 'house'>;
export type ShellMethod = MethodsOf<'shell'>;
/** What the window may call. */
export type WindowMethod = MethodsOf<'core' | 'shell'>;

/** One handler per method of a side; leaving one out does not compile. */
export type Handlers<M extends Method> = { readonly [K in M]: (input: Parsed<K>) => Output<K> | Promise<Output<K>> };

/** What crosses the door: never a thrown exception, whose text could carry client data. */
export type Answer<M extends Method> =
  | { readonly ok: true; readonly value: Output<M> }
  | { readonly ok: false; readonly error: ErrorShape };

/** The door as a caller sees it; the bridge in the window and test doubles have this shape. */
export type Call = <M extends WindowMethod>(method: M, input: Input<M>) => Promise<Output<M>>;

const METHODS = Object.keys(contract) as Method[];
export const WINDOW_METHODS = METHODS.filter((method): method is WindowMethod => contract[method].side !== 'house');
export const channelOf = (method: Method): string => `guichet/${method}`;

export * from './events.ts';
