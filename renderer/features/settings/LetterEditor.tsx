import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useRef, useState } from 'react';
import type { Letter } from '#shared/contract/vat-papers.ts';
import { LETTER_FIELDS, SITUATIONS, unknownFields } from '#shared/vat/letter-template.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { useMay } from '../../people/use-may.ts';
import { useProblem } from '../../ui/use-problem.ts';
import { LetterPreview } from './LetterPreview.tsx';
import classes from './SettingsView.module.css';

type Part = 'subject' | 'body';

/** One letter being written: its fields insert where the cursor stood, and an unknown one is named at its place. */
export function LetterEditor({ letter }: { readonly letter: Letter }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const save = useAct('vat.saveLetter');
  const { may } = useMay('vat.saveLetter');
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  const fields = useRef<Record<Part, HTMLInputElement | HTMLTextAreaElement | null>>({ subject: null, body: null });
  const last = useRef<Part>('body');
  const texts = { subject, body };
  const set = { subject: setSubject, body: setBody };
  const changed = subject !== letter.subject || body !== letter.body;

  const wrong = (part: Part): string | null => {
    const unknown = unknownFields(texts[part]);
    if (unknown.length > 0) return t('vatPapersView.letters.unknown', { fields: unknown.map((name) => `{${name}}`).join(', ') });
    return null;
  };
  const insert = (name: string): void => {
    const part = last.current;
    const field = fields.current[part];
    const text = texts[part];
    const from = field?.selectionStart ?? text.length;
    const written = `{${name}}`;
    set[part](text.slice(0, from) + written + text.slice(field?.selectionEnd ?? from));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + written.length, from + written.length);
    });
  };
  const keep = (): void =>
    save.mutate(
      { locale: letter.locale, subject, body },
      {
        onSuccess: ({ letters }) => {
          // Emptied, it is the letter one starts from again.
          const kept = letters.find(({ locale }) => locale === letter.locale) ?? letter;
          setSubject(kept.subject);
          setBody(kept.body);
          notifications.show({ message: t('vatPapersView.letters.saved'), closeButtonProps: { 'aria-label': t('frame.close') } });
        },
        onError: (error) => error.code !== 'vat.letterField' && problem(error),
      },
    );
  const refused = save.error?.code === 'vat.letterField' ? t.error(save.error) : null;
  return (
    <div className={classes.letter}>
      <div className={classes.fields}>
        <TextInput
          ref={(element) => {
            fields.current.subject = element;
          }}
          label={t('vatPapersView.letters.subject')}
          value={subject}
          maxLength={200}
          readOnly={!may}
          error={wrong('subject')}
          onFocus={() => {
            last.current = 'subject';
          }}
          onChange={(event) => setSubject(event.currentTarget.value)}
          data-testid="letter-subject"
        />
        <Textarea
          ref={(element) => {
            fields.current.body = element;
          }}
          label={t('vatPapersView.letters.body')}
          value={body}
          maxLength={5000}
          readOnly={!may}
          rows={13}
          error={wrong('body') ?? refused}
          onFocus={() => {
            last.current = 'body';
          }}
          onChange={(event) => setBody(event.currentTarget.value)}
          data-testid="letter-body"
        />
        <div>
          <p className={classes.quiet}>{t('vatPapersView.letters.fields')}</p>
          {LETTER_FIELDS.map((name) => (
            <button
              key={name}
              type="button"
              className={classes.field}
              title={t(`vatPapersView.field.${name}`)}
              disabled={!may}
              onClick={() => insert(name)}
              data-testid={`letter-field-${name}`}
            >
              {`{${name}}`}
            </button>
          ))}
          <p className={classes.hint}>{t('letters.marks')}</p>
          <p className={classes.quiet}>
            {SITUATIONS.map((situation, index) => (
              <span key={situation}>
                {index > 0 && ' · '}
                <code>{`[${situation}]`}</code> {t(`letters.case.${situation}`)}
              </span>
            ))}
          </p>
        </div>
        <div className={classes.row}>
          <MayButton
            needs="vat.saveLetter"
            variant="filled"
            disabled={!changed || wrong('subject') !== null || wrong('body') !== null}
            loading={save.isPending}
            onClick={keep}
            data-testid="letter-save"
          >
            {t('vatPapersView.letters.save')}
          </MayButton>
          {changed && (
            <Button
              onClick={() => {
                setSubject(letter.subject);
                setBody(letter.body);
              }}
            >
              {t('vatPapersView.letters.undo')}
            </Button>
          )}
        </div>
      </div>
      <LetterPreview subject={subject} body={body} locale={letter.locale} />
    </div>
  );
}
