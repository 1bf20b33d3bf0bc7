import { z } from 'zod';
import type { Cents } from '../domain/cents.ts';
import { isEnterpriseNumber } from '../domain/enterprise-number.ts';
import { isLocalDate } from '../domain/local-date.ts';
import { LOCALES, type Locale, type Localized } from '../domain/locale.ts';
import { parsePeriodKey } from '../domain/period.ts';

/** Validators of the domain's values, shared by every topic of the contract. */
export const zNothing = z.object({}).strict();
export const zId = z.string().uuid();
export const zCents = z
  .number()
  .int()
  .transform((value) => value as Cents);
export const zLocalDate = z.string().refine(isLocalDate);
/** An instant, ISO 8601 in UTC. */
export const zInstant = z.iso.datetime();
export const zEnterpriseNumber = z.string().refine(isEnterpriseNumber);
export const zPeriodKey = z.string().refine((text) => parsePeriodKey(text) !== null);
export const zLocale: z.ZodType<Locale> = z.enum(LOCALES);
export const zLocalized: z.ZodType<Localized> = z.object({ fr: z.string(), nl: z.string(), de: z.string(), en: z.string() });
export const zRegime = z.enum(['month', 'quarter']);
/** At most 20 MB of bytes, the largest file SPF sends and the largest XML Guichet reads; a little more so that the reader can say so. */
export const zBytes = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 64 * 1024 * 1024);
export const zError = z.object({
  code: z.string(),
  retryable: z.boolean(),
  action: z.enum(['retry', 'connect', 'openPortal', 'chooseFile', 'editReturn', 'openSettings', 'none']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  correlationId: z.string().optional(),
});
