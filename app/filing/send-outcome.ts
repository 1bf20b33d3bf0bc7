import { z } from 'zod';
import { looksLikeHtml } from '#app/platform/http/body.ts';
import { type ErrorOptions, type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { LOCALES, type Localized } from '#shared/domain/locale.ts';
import type { Refusal } from './return-repository.ts';
import { gridsOfRule } from './rule-grids.ts';

/**
 * What a POST came to. `notSent`: SPF surely did not take it, it may be sent again by a person. `unreached`: no byte left the machine. `refused`: SPF read it and said no.
 * `unknown`: nobody can tell; only the receipt of the next day can.
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly pdfReference: string; readonly xmlReference: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal | null; readonly error: ErrorShape }
  | { readonly kind: 'notSent'; readonly error: ErrorShape }
  | { readonly kind: 'unreached'; readonly error: ErrorShape }
  /** `refusal`: what SPF said, where it said that the period is filed already. */
  | { readonly kind: 'unknown'; readonly refusal?: Refusal | null; readonly error: ErrorShape };

const zAccepted = z.object({ pdfReference: z.string().min(1), xmlReference: z.string().min(1) });
const zText = z.partialRecord(z.enum(LOCALES), z.string().nullable()).nullish();
const zRefused = z.object({
  instance: z.string().nullish(),
  businessrules: z.array(z.object({ type: z.string().nullish(), errorIdentifier: z.string(), descriptions: zText })).min(1),
});

type Answer = readonly [kind: 'refused' | 'notSent', code: string, options: ErrorOptions];

/** Answers that say for certain that nothing was filed. A status that is not here (5xx, 3xx, 2xx other than 200) says nothing. */
const DEFINITE: Readonly<Record<number, Answer>> = {
  400: ['refused', 'filing.bad_request', { action: 'editReturn' }],
  401: ['notSent', 'filing.unauthorized', { action: 'retry', retryable: true }],
  403: ['refused', 'filing.forbidden', { action: 'openPortal' }],
  404: ['refused', 'filing.route', {}],
  405: ['refused', 'filing.route', {}],
  413: ['refused', 'filing.too_large', { action: 'editReturn' }],
  415: ['refused', 'filing.media_type', {}],
  429: ['notSent', 'filing.too_many', { action: 'retry', retryable: true }],
};

/** SPF writes a text in each language or leaves one out; the first one at hand stands in. */
function localized(text: z.infer<typeof zText>, fallback: string): Localized {
  const any = LOCALES.map((locale) => text?.[locale]?.trim()).find((candidate) => candidate) ?? fallback;
  const of = (locale: (typeof LOCALES)[number]): string => text?.[locale]?.trim() || any;
  return { fr: of('fr'), nl: of('nl'), de: of('de'), en: of('en') };
}

/** `error:uuid:<32 HEX>` of the answer is what the helpdesk asks for. */
const helpdeskIdOf = (instance: string | null | undefined): string | null => instance?.replace(/^error:uuid:/i, '') ?? null;

function refusalOf(body: unknown): Refusal | null {
  const parsed = zRefused.safeParse(body);
  if (!parsed.success) return null;
  const entries = parsed.data.businessrules.map((rule) => ({
    identifier: rule.errorIdentifier,
    severity: rule.type === 'WARNING' ? ('WARNING' as const) : ('ERROR' as const),
    grids: gridsOfRule(rule.errorIdentifier),
    text: localized(rule.descriptions, rule.errorIdentifier),
  }));
  return { helpdeskId: helpdeskIdOf(parsed.data.instance), entries };
}

function jsonOf(bytes: Uint8Array | null): unknown {
  if (bytes === null || looksLikeHtml(bytes)) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

const lost = (code: string, params: ErrorOptions['params'] = {}): Outcome => ({
  kind: 'unknown',
  error: toErrorShape(new GuichetError(code, { params, action: 'openPortal' })),
});

/**
 * Reads the answer to a filing.
 * @param body `null` when the connection broke while it arrived
 */
export function outcomeOf(status: number, body: Uint8Array | null): Outcome {
  if (status === 200) {
    const accepted = zAccepted.safeParse(jsonOf(body));
    return accepted.success ? { kind: 'accepted', ...accepted.data } : lost('filing.unreadable_answer');
  }
  const definite = DEFINITE[status];
  if (!definite) return lost('filing.no_answer', { status });
  const [kind, code, options] = definite;
  const json = jsonOf(body);
  if (kind === 'notSent') return { kind, error: toErrorShape(new GuichetError(code, options)) };
  const refusal = status === 400 ? refusalOf(json) : null;
  const helpdesk = refusal?.helpdeskId ?? helpdeskIdOf(z.object({ instance: z.string() }).safeParse(json).data?.instance) ?? '–';
  const error = new GuichetError(refusal ? 'filing.rules' : code, {
    ...options,
    params: { helpdesk, count: refusal?.entries.length ?? 0 },
  });
  return { kind, refusal, error: toErrorShape(error) };
}

/** Reads what the network threw instead of an answer. */
export function outcomeOfFailure(error: unknown): Outcome {
  const shape = toErrorShape(error);
  // These are thrown before the first byte leaves; anything else may have left some.
  if (shape.code === 'net.offline') return { kind: 'unreached', error: shape };
  if (shape.code === 'net.forbidden') return { kind: 'notSent', error: shape };
  return lost('filing.no_answer', { status: 0 });
}
