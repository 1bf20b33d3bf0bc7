import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { MayButton } from '../../../people/MayButton.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { FileField } from './FileField.tsx';
import classes from './Papers.module.css';

const PROOFS = '.pdf,.jpg,.jpeg,.png,.eml,.msg,application/pdf,image/jpeg,image/png';

export interface SignOffFormProps {
  readonly view: ReturnView;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

export function SignOffForm({ view, today, onClose }: SignOffFormProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const record = useAct('vat.signOff');
  const [who, setWho] = useState(view.signOff?.who ?? '');
  const [on, setOn] = useState<string>(view.signOff?.on ?? today);
  const [file, setFile] = useState<File | null>(null);
  const day = isLocalDate(on) ? on : null;
  const send = async (): Promise<void> => {
    if (!day || who.trim() === '') return;
    const proof = file ? { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : {};
    record.mutate({ id: view.id, who: who.trim(), on: day, ...proof }, { onSuccess: onClose, onError: problem });
  };
  return (
    <Modal opened onClose={onClose} title={t('vatPapersView.signOff')} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextInput
          label={t('vatPapersView.signOffWho')}
          value={who}
          maxLength={120}
          onChange={(event) => setWho(event.currentTarget.value)}
          data-autofocus
          data-testid="sign-off-who"
        />
        <TextInput
          type="date"
          w={180}
          label={t('vatPapersView.signOffOn')}
          value={on}
          max={today}
          onChange={(event) => setOn(event.currentTarget.value)}
          data-testid="sign-off-on"
        />
        <FileField label={t('vatPapersView.signOffFile')} accept={PROOFS} file={file} onFile={setFile} testId="sign-off-file" />
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <MayButton
            needs="vat.signOff"
            type="submit"
            variant="filled"
            disabled={who.trim() === '' || !day}
            loading={record.isPending}
            data-testid="sign-off-confirm"
          >
            {t('vatPapersView.signOffRecord')}
          </MayButton>
        </div>
      </form>
    </Modal>
  );
}
