const GROUP = 5;
export const GROUPS = 8;
/** Of a whole recovery code, without what stands between its groups. */
export const CODE_LENGTH = GROUP * GROUPS;

const charactersOf = (text: string): string => text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();

/** How much of a code is there. */
export const codeLength = (text: string): number => charactersOf(text).length;

/** A recovery code as it stands on paper: `ABCDE-FGHJK-…`, whatever was typed or pasted between its characters. */
export const inGroups = (text: string): string =>
  charactersOf(text)
    .match(/.{1,5}/gsu)
    ?.join('-') ?? '';

/** Where a group stands in a code in groups. @param group counted from 1 */
export const rangeOfGroup = (group: number): readonly [start: number, end: number] => [(group - 1) * (GROUP + 1), group * (GROUP + 1) - 1];
