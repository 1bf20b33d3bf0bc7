/** What a user of the workstation may do, the least first; each may do what those before may. */
export const ROLES = ['assistant', 'accountant', 'partner'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The least role of every method, and of those of its actions that need more (`method:action`). Assistants prepare and read; accountants
 * answer for what reaches SPF and for what the firm shows of itself; partners decide who may do what. One table for the core, which
 * enforces it, and for the screen, which says it before anybody tries. Switching users is everybody's: the PIN
 * guards it, and the recovery code the way around a forgotten one.
 */
const TABLE: Readonly<Record<Role, readonly string[]>> = {
  assistant: [
    ...['app.status', 'app.echo', 'settings.get', 'settings.set', 'sandbox.advance'],
    ...['users.list', 'users.switch', 'users.setPin', 'users.forgotPin'],
    ...['clients.list', 'clients.save', 'clientImport.read', 'clientImport.preview', 'clientImport.apply'],
    ...['identity.list', 'identity.installation', 'identity.cancel', 'shell.openConsent', 'shell.openPortal'],
    ...['documents.list', 'documents.sections', 'documents.facets', 'documents.get', 'documents.content', 'documents.fetch'],
    ...['documents.shown', 'documents.printed', 'shell.showInFolder', 'shell.openDocument', 'shell.saveDocument'],
    ...['desk.change', 'desk.undo', 'desk.views', 'desk.saveView', 'desk.deleteView', 'labels.unknown', 'labels.assign'],
    ...['reading.get', 'reading.correct', 'reading.forget', 'reading.again', 'reading.status', 'reading.text'],
    ...['archive.status', 'archive.verify', 'archive.cancelVerify', 'archive.reindex'],
    ...['mirror.status', 'mirror.preview', 'mirror.issues', 'mirror.repair', 'shell.openMirrorFolder'],
    ...['exports.write', 'exports.status', 'exports.cancel', 'shell.export'],
    ...['sync.gaps', 'sync.wake', 'sync.notices', 'sync.status', 'sync.start', 'sync.cancel'],
    ...['vat.board', 'vat.history', 'vat.open', 'vat.get', 'vat.save', 'vat.check', 'vat.xml', 'vat.edit', 'vat.import', 'shell.saveXml'],
    ...['vat.compare', 'vat.nil', 'vat.carry', 'vat.addAnnex', 'vat.removeAnnex', 'vat.phrases', 'vat.savePhrase', 'vat.deletePhrase'],
    ...[
      'vat.corrections',
      'vat.addCorrection',
      'vat.dropCorrection',
      'vat.applyCorrections',
      'vat.replace',
      'vat.replaceElsewhere',
      'vat.discard',
      'vat.restore',
      'vat.seekReceipt',
    ],
    ...['vat.batch', 'vat.batchStatus', 'vat.cancelBatch', 'vatTable.read', 'vatTable.preview', 'vatTable.apply'],
    ...['vat.paper', 'vat.letters', 'vat.mail', 'calendar.ics'],
    ...['shell.savePaper', 'shell.openPaper', 'shell.mailPapers', 'shell.saveCalendar'],
    ...['today.get', 'calendar.list', 'activity.list', 'audit.status', 'backup.status'],
    ...['retention.status', 'retention.items', 'retention.ofDocument'],
    ...['updates.status', 'updates.check', 'updates.standing', 'users.may'],
    ...['vault.status', 'vault.unlock', 'vault.create', 'vault.recover', 'vault.retry', 'vault.note', 'shell.openProfileFolder'],
    ...['restore.status', 'restore.choose', 'lock.status', 'lock.lock', 'lock.notice', 'lock.unlock'],
    ...['support.preview', 'support.bundle', 'shell.saveSupport'],
  ],
  accountant: [
    ...['clients.archive', 'clients.merge', 'identity.begin', 'identity.renew', 'identity.forget', 'sync.acknowledgeGap'],
    ...['vat.approve', 'vat.again', 'vat.file', 'vat.queue', 'vat.unqueue', 'vat.release', 'vat.portal', 'vat.takeOver', 'vat.signOff'],

    ...['vat.batch:approve', 'vat.batch:file', 'vat.saveLetter'],
    ...['settings.set:receiptDays', 'settings.set:adviceOff', 'settings.set:autoSync', 'settings.set:quota'],
    ...['mirror.set', 'mirror.setFolder', 'shell.chooseMirrorFolder'],
    ...['backup.set', 'backup.run', 'backup.verify', 'backup.cancel', 'backup.setFolder', 'backup.perform', 'shell.chooseBackupFolder'],
    ...['retention.hold', 'retention.lift', 'retention.propose', 'retention.reject', 'retention.exportClient', 'shell.exportClient'],
    ...['updates.download', 'updates.install'],
    ...['audit.list', 'audit.verify', 'audit.export', 'shell.exportAudit'],
  ],
  partner: [
    'retention.approve',
    'recovery.begin',
    'recovery.confirm',
    'users.save',
    'settings.set:approval',
    ...['vault.protect', 'restore.run', 'settings.set:lockAfter', 'settings.set:lockWithSystem'],
    'identity.rotateKey',
    'identity.revokeInstallation',
  ],
};

const LEAST: ReadonlyMap<string, Role> = new Map(ROLES.flatMap((role) => TABLE[role].map((name) => [name, role] as const)));

/** Methods whose input decides: what it asks for, by the names of {@link TABLE}. */
const ACTIONS: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => readonly string[]>> = {
  'vat.batch': ({ action }) => [String(action)],
  'settings.set': (change) => Object.keys(change).filter((key) => change[key] !== undefined),
};

const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> => typeof input === 'object' && input !== null;
const higher = (one: Role, other: Role): Role => (ROLES.indexOf(one) < ROLES.indexOf(other) ? other : one);

export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);
export const hasRole = (name: string): boolean => LEAST.has(name);
/** The names of the table, for its test. */
export const ROLE_NAMES: readonly string[] = [...LEAST.keys()];

/** The names of those who have at least a role, for saying who may. */
export const namesWithRole = (
  users: readonly { readonly name: string; readonly role: Role; readonly active: boolean }[],
  least: Role,
): string =>
  users
    .filter(({ active, role }) => active && isAtLeast(role, least))
    .map(({ name }) => name)
    .join(', ');

/** Names of settings or actions that need more than their method does. */
export const actionsAbove = (method: string): string[] =>
  ROLE_NAMES.filter((name) => name.startsWith(`${method}:`)).map((name) => name.slice(method.length + 1));

/** The least role a call needs; what the table does not know is for partners alone. */
export function leastRoleOf(method: string, input: unknown = {}): Role {
  const own = LEAST.get(method) ?? 'partner';
  const actions = (isRecord(input) && ACTIONS[method]?.(input)) || [];
  return actions.reduce<Role>((role, action) => higher(role, LEAST.get(`${method}:${action}`) ?? role), own);
}
