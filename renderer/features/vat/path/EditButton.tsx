import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useProblem } from '../../../ui/use-problem.ts';

export interface EditButtonProps {
  readonly view: ReturnView;
  readonly label: string;
  readonly filled?: boolean;
}

/** Takes the return back to draft and opens its grids; absent where that is not allowed. */
export function EditButton({ view, label, filled = false }: EditButtonProps): ReactNode {
  const navigate = useNavigate();
  const problem = useProblem();
  const edit = useAct('vat.edit');
  if (!view.allowed.includes('edit')) return null;
  return (
    <Button
      variant={filled ? 'filled' : 'default'}
      loading={edit.isPending}
      onClick={() =>
        edit.mutate(
          { id: view.id, version: view.version },
          { onSuccess: () => void navigate(`/vat/return/${view.id}/grids`, { replace: true }), onError: problem },
        )
      }
      data-testid="btn-edit"
      data-primary={filled || undefined}
    >
      {label}
    </Button>
  );
}
