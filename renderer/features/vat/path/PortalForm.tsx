import { Button, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { MayButton } from '../../../people/MayButton.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { FileField } from '../papers/FileField.tsx';
import classes from '../papers/Papers.module.css';

const SHORTEST = 3;

/** The way out when Guichet cannot file: somebody did so on SPF's portal, and proves it. Absent where that makes no sense. */
export function PortalButton({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  if (!view.allowed.includes('portal')) return null;
  return (
    <>
      <MayButton needs="vat.portal" variant="subtle" onClick={() => setAsking(true)} data-testid="btn-portal">
        {t('vatPathView.portal')}
      </MayButton>
      {asking && <PortalForm view={view} onClose={() => setAsking(false)} />}
    </>
  );
}

function PortalForm({ view, onClose }: { readonly view: ReturnView; readonly onClose: () => void }): ReactNode {
  const t = useT();
  const portal = useAct('vat.portal');
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const ready = file !== null && reason.trim().length >= SHORTEST;
  const send = async (): Promise<void> => {
    if (!file || !ready) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    portal.mutate({ id: view.id, version: view.version, reason: reason.trim(), fileName: file.name, bytes });
  };
  return (
    <Modal opened onClose={onClose} title={t('vatPathView.portalTitle')} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('vatPathView.portalText')}</p>
        {portal.error && <Failure error={portal.error} testId="portal-error" />}
        <Textarea
          label={t('vatPathView.portalReason')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          data-testid="portal-reason"
        />
        <FileField label={t('vatPathView.portalProof')} accept=".pdf,application/pdf" file={file} onFile={setFile} testId="portal-file" />
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <MayButton
            needs="vat.portal"
            type="submit"
            variant="filled"
            disabled={!ready}
            loading={portal.isPending}
            data-testid="portal-confirm"
          >
            {t('vatPathView.portalRecord')}
          </MayButton>
        </div>
      </form>
    </Modal>
  );
}
