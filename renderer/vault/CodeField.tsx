import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { useT } from '../i18n/context.tsx';
import { CODE_LENGTH, codeLength, inGroups, rangeOfGroup } from './code-groups.ts';
import classes from './vault.module.css';

/** With room for what somebody puts between the groups. */
const LONGEST = 200;

export interface CodeFieldProps {
  readonly value: string;
  readonly onValue: (code: string) => void;
  /** Of the last attempt; about the code only when its code begins so. */
  readonly error: ErrorShape | null;
  readonly testId: string;
  /** Of the error at the field. */
  readonly problemId: string;
}

export const isAboutCode = (error: ErrorShape | null): boolean =>
  error !== null && (error.code.startsWith('recovery.') || error.code === 'vault.noCode' || error.code === 'vault.otherProfile');

/** The recovery code as it stands on paper. Takes a pasted one as it is, and puts the cursor on the group that is mistyped. */
export function CodeField({ value, onValue, error, testId, problemId }: CodeFieldProps): ReactNode {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const wrong = isAboutCode(error) ? error : null;
  const count = codeLength(value);
  useEffect(() => {
    if (!wrong) return;
    input.current?.focus();
    const group = Number(wrong.params.group ?? 0);
    if (group > 0) input.current?.setSelectionRange(...rangeOfGroup(group));
  }, [wrong]);
  return (
    <TextInput
      ref={input}
      classNames={{ input: classes.code ?? '' }}
      label={t('gate.code.label')}
      description={count === 0 ? t('gate.code.hint') : t('gate.code.count', { count, total: CODE_LENGTH })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={wrong && t.error(wrong)}
      errorProps={{ 'data-testid': problemId }}
      value={value}
      // Grouping while somebody mends the middle would move the cursor.
      onChange={({ currentTarget: { value: text, selectionEnd } }) => onValue(selectionEnd === text.length ? inGroups(text) : text)}
      onBlur={() => onValue(inGroups(value))}
      maxLength={LONGEST}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      data-testid={testId}
    />
  );
}
