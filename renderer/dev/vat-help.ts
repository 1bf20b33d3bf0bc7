import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { Annex } from '#shared/contract/vat.ts';
import type { Comparison, Outlier, Phrase } from '#shared/contract/vat-help.ts';
import { type Cents, cents } from '#shared/domain/cents.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { type Period, parsePeriodKey, periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { addCarried } from '#shared/vat/net-negative.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { idOf, seeded } from './random.ts';
import type { Entry, VatDouble } from './vat.ts';

type Methods =
  | 'vat.compare'
  | 'vat.nil'
  | 'vat.carry'
  | 'vat.addAnnex'
  | 'vat.removeAnnex'
  | 'vat.phrases'
  | 'vat.savePhrase'
  | 'vat.deletePhrase';

const TYPES: Readonly<Record<string, Annex['fileType']>> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};
const REFUND = [
  { code: 'minimum', met: true },
  { code: 'asked', met: false },
  { code: 'inTime', met: true },
  { code: 'account', met: null },
] as const;
const USUAL: GridAmounts = { '01': cents(390000), '03': cents(2410000), '81': cents(700000), '82': cents(120000), '59': cents(260000) };

const periodOf = (entry: Entry): Period => parsePeriodKey(entry.periodKey) ?? { year: 2026, month: 10 };

/** What a client of the double filed before: near the usual amounts, a little more each year, a dip in July. */
function pastOf(entry: Entry): Comparison['history'] {
  const random = seeded(Number(entry.client.enterpriseNumber) % 9973);
  const now = periodOf(entry);
  return Array.from({ length: 14 }, (_, index) => {
    const period = shiftPeriod(now, index - 14);
    const factor = (0.85 + random() * 0.3) * ('month' in period && period.month === 7 ? 0.5 : 1);
    const scaled = (amount: Cents | undefined): Cents => cents(Math.round((amount ?? 0) * factor));
    const grids: Partial<Record<Grid, Cents>> = {};
    for (const grid of Object.keys(USUAL) as Grid[]) grids[grid] = scaled(USUAL[grid]);
    grids['54'] = cents(Math.round((grids['01'] ?? 0) * 0.06 + (grids['03'] ?? 0) * 0.21));
    return { periodKey: periodKey(period), grids: { ...withBalance(grids) } };
  });
}

function outliers(now: GridAmounts, average: GridAmounts): Outlier[] {
  return (['01', '03', '81', '82', '83', '59'] as const).flatMap((grid): Outlier[] => {
    const usual = average[grid] ?? cents(0);
    const value = now[grid] ?? cents(0);
    if (usual === 0) return value > 0 ? [{ grid, kind: 'new', now: value, usual, ratio: null }] : [];
    if (value === 0) return [{ grid, kind: 'missing', now: value, usual, ratio: null }];
    const ratio = Math.round((value / usual) * 10) / 10;
    return ratio >= 2
      ? [{ grid, kind: 'high', now: value, usual, ratio }]
      : ratio <= 0.5
        ? [{ grid, kind: 'low', now: value, usual, ratio }]
        : [];
  });
}

function compare(entry: Entry): Comparison {
  const history = pastOf(entry);
  const year = history.slice('month' in periodOf(entry) ? -12 : -4);
  const mean: Partial<Record<Grid, Cents>> = {};
  for (const { grids } of year) {
    for (const [grid, amount] of Object.entries(grids) as [Grid, Cents][]) mean[grid] = cents((mean[grid] ?? 0) + amount);
  }
  for (const grid of Object.keys(mean) as Grid[]) mean[grid] = cents(Math.round((mean[grid] ?? 0) / year.length));
  return {
    previous: history.at(-1) ?? null,
    lastYear: history.at('month' in periodOf(entry) ? -12 : -4) ?? null,
    average: { returns: year.length, grids: mean },
    history,
    outliers: outliers(entry.content.grids as GridAmounts, mean),
  };
}

export function vatHelpDouble(vat: VatDouble, emit: (...topics: Topic[]) => void): Handlers<Methods> {
  const drafts = vat.entries.filter((entry) => entry.state === 'draft');
  for (const entry of drafts) entry.extra = { ...entry.extra, refund: [...REFUND] };
  const carrying = drafts[0];
  if (carrying) {
    const fromPeriodKey = periodKey(shiftPeriod(periodOf(carrying), -1));
    carrying.extra = { ...carrying.extra, carried: [{ grid: '82', amount: cents(-31_250), fromPeriodKey }] };
  }
  let phrases: Phrase[] = [
    { id: idOf(13, 1), code: 'W_TVA_GRID_59_INCORRECT_VALUE', text: 'TVA à l’importation de septembre, document reçu en octobre.' },
    { id: idOf(13, 2), code: 'W_TVA_GRID_59_INCORRECT_VALUE', text: 'Achat d’un véhicule utilitaire, facture en annexe.' },
  ];
  const changed = (entry: Entry): ReturnType<VatDouble['view']> => {
    entry.version += 1;
    emit('vat');
    return vat.view(entry);
  };
  return {
    'vat.compare': ({ id }) => compare(vat.find(id)),
    'vat.nil': ({ clientId, periodKey: key }) => {
      const made = vat.handlers['vat.open']({ clientId, periodKey: key }) as { id: string };
      const entry = vat.find(made.id);
      if (Object.values(entry.content.grids).some((amount) => amount !== 0)) throw new GuichetError('vat.not_now');
      entry.content = { ...entry.content, grids: {} };
      return changed(entry);
    },
    'vat.carry': ({ id }) => {
      const entry = vat.find(id);
      const carried = entry.extra.carried ?? [];
      const grids = addCarried(entry.content.grids as GridAmounts, Object.fromEntries(carried.map(({ grid, amount }) => [grid, amount])));
      const from = carried[0]?.fromPeriodKey;
      entry.content = { ...entry.content, grids: { ...grids }, ...(from ? { carriedFrom: from } : {}) };
      entry.extra = { ...entry.extra, carried: [] };
      return changed(entry);
    },
    'vat.addAnnex': ({ id, fileName, bytes, description }) => {
      const fileType = TYPES[fileName.split('.').at(-1)?.toLowerCase() ?? ''];
      if (!fileType) throw new GuichetError('vat.annexType');
      const entry = vat.find(id);
      const annexes = entry.extra.annexes ?? [];
      const annex = {
        id: idOf(14, entry.version),
        fileName,
        fileType,
        description: description ?? '',
        size: bytes.length,
        sha256: '0'.repeat(64),
      };
      entry.extra = { ...entry.extra, annexes: [...annexes, annex] };
      return changed(entry);
    },
    'vat.removeAnnex': ({ id, annexId }) => {
      const entry = vat.find(id);
      entry.extra = { ...entry.extra, annexes: (entry.extra.annexes ?? []).filter((annex) => annex.id !== annexId) };
      return changed(entry);
    },
    'vat.phrases': () => ({ phrases }),
    'vat.savePhrase': ({ id, code, text }) => {
      phrases = [...phrases.filter((phrase) => phrase.id !== id), { id: id ?? idOf(13, phrases.length + 10), code, text }];
      return { phrases };
    },
    'vat.deletePhrase': ({ id }) => {
      phrases = phrases.filter((phrase) => phrase.id !== id);
      return { phrases };
    },
  };
}
