import type { Deduction } from '#shared/vat/types.ts';
import { SEQUENCES, USE_SHARES } from './names.ts';
import type { Report } from './problems.ts';
import { readSequence } from './sequence.ts';
import type { Element } from './tree.ts';

function percent(element: Element, report: Report): number {
  const found = element.text.trim();
  // Whole in the schema of the portal, up to two decimals in the shape of 07/2024.
  if (/^\d{1,3}(\.\d{1,2})?$/.test(found)) return Number(found);
  report('value', element.line, { element: element.name, found, expected: '1–100' });
  return 0;
}

const isYes = (text: string | undefined): boolean => /^(YES|true|1)$/i.test(text?.trim() ?? '');

function readSpecial(special: Element, report: Report): Pick<Deduction, 'specialPercentages' | 'realUse' | 'moreSpecial'> {
  const content = readSequence(special, SEQUENCES.SpecialAdjustedValue, report);
  const percentages = content.all('SpecialProRataPercentage').map((element) => percent(element, report));
  const use = content.all('UseProRataPercentage');
  if (use.length === 0 && percentages.length === 0) {
    report('missing', special.line, { element: 'SpecialProRataPercentage', parent: special.name });
  }
  const realUse = { deductible: 0, notDeductible: 0, mixed: 0 };
  for (const element of use) {
    const number = element.attributes.get('GridNumber')?.trim() ?? '';
    const share = USE_SHARES[number as keyof typeof USE_SHARES];
    if (share) realUse[share] = percent(element, report);
    else report('value', element.line, { element: '@GridNumber', found: number, expected: '1, 2, 3' });
  }
  return {
    ...(percentages.length > 0 ? { specialPercentages: percentages } : {}),
    ...(use.length > 0 ? { realUse } : {}),
    // An attribute in most files, an element in some.
    ...(isYes(special.attributes.get('moreSpecialProrata') ?? content.text('moreSpecialProrata')) ? { moreSpecial: true } : {}),
  };
}

/** Both shapes: whole percentages of the portal's schema, and two decimals with real use since 07/2024. */
export function readDeduction(element: Element, report: Report): Deduction {
  const content = readSequence(element, SEQUENCES.Deduction, report);
  const general = content.one('AdjustedValue');
  const special = content.one('SpecialAdjustedValue');
  if (Boolean(general) === Boolean(special)) {
    report('oneOf', element.line, { parent: 'Deduction', elements: 'AdjustedValue, SpecialAdjustedValue' });
  }
  const year = content.text('AdjustedPeriod') ?? '';
  if (content.one('AdjustedPeriod') && !/^\d{4}$/.test(year)) {
    report('value', element.line, { element: 'AdjustedPeriod', found: year, expected: 'YYYY' });
  }
  return {
    adjustedYear: Number(year) || 0,
    ...(general ? { generalPercentage: percent(general, report) } : {}),
    ...(special ? readSpecial(special, report) : {}),
  };
}
