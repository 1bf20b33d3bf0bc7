import type { ReturnView } from '#shared/contract/vat.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Fact } from '../pdf/parts.ts';

const percent = (value: number): string => `${String(value).replace('.', ',')} %`;

/** What a return asks and says beside its amounts; the two questions of the form always, the rest where it is said. */
export function statements({ content, annexes }: Pick<ReturnView, 'content' | 'annexes'>, t: Translator): Fact[] {
  const yesNo = (is: boolean): string => t(is ? 'papers.yes' : 'papers.no');
  const said = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : []);
  const { deduction } = content;
  const year = { year: String(deduction?.adjustedYear ?? '') };
  const use = deduction?.realUse;
  return [
    { label: t('papers.refund'), value: yesNo(content.restitution) },
    { label: t('papers.nihil'), value: yesNo(content.clientListingNihil) },
    ...said(t('papers.replaces'), content.replaces),
    ...said(t('papers.reference'), content.reference),
    ...said(t('papers.deduction', year), deduction?.generalPercentage === undefined ? undefined : percent(deduction.generalPercentage)),
    ...said(t('papers.special', year), deduction?.specialPercentages?.map(percent).join(' · ')),
    ...said(t('papers.realUse', year), use && [use.deductible, use.notDeductible, use.mixed].map(percent).join(' · ')),
    ...said(t('papers.annexes'), annexes.map(({ fileName }) => fileName).join(' · ')),
    ...said(t('papers.comment'), content.comment),
    ...content.justifications.flatMap(({ code, comment }) => said(`${t('papers.justification')} ${code}`, comment)),
  ];
}
