import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconHourglass } from '@tabler/icons-react';
import type { Consent } from '#shared/contract/identity.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { dateOfInstant } from '../../i18n/format.ts';
import type { Tone } from '../../ui/tone.ts';

export const CONSENT_STATES: Readonly<Record<Consent['state'], { readonly icon: typeof IconClockHour4; readonly tone: Tone }>> = {
  pending: { icon: IconHourglass, tone: 'accent' },
  active: { icon: IconCircleCheck, tone: 'accent' },
  expired: { icon: IconClockHour4, tone: 'danger' },
  failed: { icon: IconAlertTriangle, tone: 'danger' },
};

/** So long before its end a consent is warned about, well before its seven days have passed. */
const WARNED_DAYS = 2;

/** Whether a consent in force ends soon unless it is used. */
export const endsSoon = ({ state, expiresAt }: Pick<Consent, 'state' | 'expiresAt'>, today: LocalDate): boolean =>
  state === 'active' && expiresAt !== null && dateOfInstant(expiresAt) <= addDays(today, WARNED_DAYS);

/** What one enterprise consented to, with the attempt to renew it, if one waits or has failed. */
export interface Connection {
  readonly consent: Consent;
  readonly attempt: Consent | null;
}

/** One connection for each enterprise and kind. The consent in force leads; without one, the latest attempt. */
export function connectionsOf(consents: readonly Consent[]): readonly Connection[] {
  const alike = new Map<string, Consent[]>();
  for (const consent of consents) {
    const key = `${consent.enterpriseNumber} ${consent.kind}`;
    alike.set(key, [...(alike.get(key) ?? []), consent]);
  }
  return [...alike.values()].flatMap((group) => {
    const active = group.find(({ state }) => state === 'active');
    const attempt = group.find(({ state }) => state === 'pending') ?? group.find(({ state }) => state === 'failed') ?? null;
    const lead = active ?? attempt ?? group[0];
    return lead ? [{ consent: lead, attempt: attempt === lead ? null : attempt }] : [];
  });
}
