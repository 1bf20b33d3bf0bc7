import { validOn } from '../dated.ts';
import type { Finding, RuleContext, VatReturn } from '../types.ts';
import { ADVICE } from './advice.ts';
import { BALANCE_RULES } from './balance-rules.ts';
import { FILING_RULES } from './filing.ts';
import { sayHint } from './hint.ts';
import { isJustified, JUSTIFICATION_RULES } from './justification.ts';
import { LOCAL_RULES } from './local.ts';
import { PLAUSIBILITY } from './plausibility.ts';
import { fill, type Rule } from './rule.ts';
import { STRUCTURE_RULES } from './structure.ts';

/** Every rule, in the order findings are listed: structure, numbers and period, balance, plausibility, justifications, advice. */
export const RULES: readonly Rule[] = [
  ...STRUCTURE_RULES,
  ...FILING_RULES,
  ...BALANCE_RULES,
  ...PLAUSIBILITY,
  ...JUSTIFICATION_RULES,
  ...ADVICE,
  ...LOCAL_RULES,
];

/** Rules a firm may switch off. */
export const ADVICE_IDS: readonly string[] = RULES.filter((rule) => rule.severity === 'advice').map((rule) => rule.id);

/** Computed when first asked for, and once: what only asks whether a return can be filed puts nothing into words. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const ALWAYS = { always: true } as const;

function finding(rule: Rule, ret: VatReturn, ctx: RuleContext, fired: readonly string[]): Finding | null {
  const hit = rule.fires(ret.grids, ret, ctx, fired);
  if (!hit) return null;
  const message = lazily(() => fill(rule.message, hit.values));
  const found = {
    id: rule.id,
    severity: rule.severity,
    grids: hit.grids ?? rule.grids,
    justified: rule.severity === 'warning' && isJustified(ret, rule.id),
    ...(rule.always?.(ret.grids) ? ALWAYS : undefined),
    get message() {
      return message();
    },
  };
  const said = hit.hint;
  if (!said || said.bounds.length === 0) return found;
  const hint = lazily(() => sayHint(said));
  return Object.defineProperty(found, 'hint', { enumerable: true, get: hint });
}

/**
 * Judges a return as it would be sent (grids in the form of `asSent`) on the day of the context: SPF applies the rules of the day a
 * return comes in, whatever its period. Pure; a rule whose facts are unknown stays silent.
 */
export function evaluate(ret: VatReturn, ctx: RuleContext, rules: readonly Rule[] = RULES): Finding[] {
  const findings: Finding[] = [];
  const fired: string[] = [];
  for (const rule of rules) {
    if (!validOn(rule, ctx.today)) continue;
    if (rule.severity === 'advice' && ctx.adviceOff?.has(rule.id) && !rule.always?.(ret.grids)) continue;
    const found = finding(rule, ret, ctx, fired);
    if (!found) continue;
    findings.push(found);
    if (found.severity === 'warning') fired.push(found.id);
  }
  return findings;
}

/** Findings that keep a return from being filed: those that block, and warnings without a justification. */
export const obstacles = <T extends Pick<Finding, 'severity' | 'justified'>>(findings: readonly T[]): T[] =>
  findings.filter((found) => found.severity === 'blocking' || (found.severity === 'warning' && !found.justified));

/** Remarks that block nothing, and yet are to be read before the return leaves. */
export const remarks = <T extends Pick<Finding, 'severity'>>(findings: readonly T[]): T[] =>
  findings.filter((found) => found.severity === 'advice');

export const isFileable = (findings: readonly Pick<Finding, 'severity' | 'justified'>[]): boolean => obstacles(findings).length === 0;
