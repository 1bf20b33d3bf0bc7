import { AUDIT_GROUPS, type AuditGroup } from '#shared/contract/audit.ts';

/** Which kinds belong to a group; a star stands for any end. The first group that fits counts; what fits none is `other`. */
const PATTERNS: Readonly<Record<Exclude<AuditGroup, 'other'>, readonly string[]>> = {
  access: [
    ...['consent.*', 'identity.*', 'app.*', 'lock.*', 'vault.*', 'recovery.*'],
    ...['user.switched', 'user.refused', 'user.denied', 'user.codeRefused', 'user.pinRecovered'],
  ],
  consultation: [
    ...['document.read', 'document.opened', 'document.saved', 'document.printed', 'document.exported'],
    ...['paper.*', 'exports.*', 'audit.exported'],
  ],
  filing: ['filing.*'],
  api: ['api.*'],
  people: ['user.*'],
  settings: ['settings.*', 'papers.*', 'mirror.*', 'backup.*', 'retention.*', 'labels.*', 'update.*'],
};
const NAMED = AUDIT_GROUPS.filter((group): group is keyof typeof PATTERNS => group !== 'other');

const fits = (kind: string, pattern: string): boolean => (pattern.endsWith('*') ? kind.startsWith(pattern.slice(0, -1)) : kind === pattern);

export const groupOf = (kind: string): AuditGroup =>
  NAMED.find((group) => PATTERNS[group].some((pattern) => fits(kind, pattern))) ?? 'other';

const anyOf = (patterns: readonly string[]): string => `(${patterns.map((pattern) => `kind GLOB '${pattern}'`).join(' OR ')})`;

/** The same as a condition of SQL, made of the constants above. */
export function groupCondition(group: AuditGroup): string {
  const before = NAMED.slice(0, group === 'other' ? NAMED.length : NAMED.indexOf(group)).map((each) => `NOT ${anyOf(PATTERNS[each])}`);
  return [...(group === 'other' ? [] : [anyOf(PATTERNS[group])]), ...before].join(' AND ');
}

/** Documents of SPF and papers of a return that a person saw or took away. */
export const CONSULTATIONS: readonly string[] = PATTERNS.consultation.filter((pattern) => pattern.startsWith('document.'));
