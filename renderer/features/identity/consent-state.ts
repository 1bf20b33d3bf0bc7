import { IconAlertTriangle, IconCircleCheck, IconClockHour4, IconHourglass } from '@tabler/icons-react';
import type { Consent } from '#shared/contract/identity.ts';
import type { Tone } from '../../ui/tone.ts';

export const CONSENT_STATES: Readonly<Record<Consent['state'], { readonly icon: typeof IconClockHour4; readonly tone: Tone }>> = {
  pending: { icon: IconHourglass, tone: 'accent' },
  active: { icon: IconCircleCheck, tone: 'accent' },
  expired: { icon: IconClockHour4, tone: 'danger' },
  failed: { icon: IconAlertTriangle, tone: 'danger' },
};
