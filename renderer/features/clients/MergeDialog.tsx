import { Button, Modal, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ClientRow } from '#shared/contract/clients.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import classes from './ClientForm.module.css';

export interface MergeDialogProps {
  readonly from: ClientRow;
  readonly clients: readonly ClientRow[];
  readonly onMerged: (answer: { readonly documents: number; readonly undoId: string }) => void;
  readonly onClose: () => void;
}

/** One client recorded twice becomes one. */
export function MergeDialog({ from, clients, onMerged, onClose }: MergeDialogProps): ReactNode {
  const t = useT();
  const merge = useAct('clients.merge');
  const [into, setInto] = useState<string | null>(null);
  const chosen = clients.find(({ id }) => id === into);
  const others = clients.filter(({ id, archived }) => id !== from.id && !archived);
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('clientActions.mergeTitle', { name: from.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <div className={classes.form}>
        <p>{t('clientActions.mergeText', { name: from.name })}</p>
        <Select
          label={t('clientActions.mergeInto')}
          searchable
          limit={60}
          nothingFoundMessage={t('frame.nothingFound')}
          data={others.map(({ id, name, enterpriseNumber }) => ({
            value: id,
            label: `${name} · ${formatEnterpriseNumber(enterpriseNumber)}`,
          }))}
          value={into}
          onChange={setInto}
          data-autofocus
          data-testid="merge-into"
        />
        {merge.error && <Failure error={merge.error}>{t('clientsView.notSaved')}</Failure>}
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <MayButton
            needs="clients.merge"
            variant="filled"
            disabled={!chosen}
            loading={merge.isPending}
            onClick={() => {
              if (!chosen) return;
              merge.mutate(
                { from: from.id, into: chosen.id },
                {
                  onSuccess: (answer) => {
                    onMerged(answer);
                    onClose();
                  },
                },
              );
            }}
            data-testid="merge-do"
          >
            {chosen ? t('clientActions.mergeDo', { from: from.name, into: chosen.name }) : t('clientActions.merge')}
          </MayButton>
        </div>
      </div>
    </Modal>
  );
}
