import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { importKind } from '#shared/vat/import-kind.ts';
import { useAct } from '../../../data/hooks.ts';
import type { OpenTable } from '../tables/TableDialog.tsx';

/** One file and what became of it. */
export interface ImportOutcome {
  readonly fileName: string;
  readonly declarations: Output<'vat.import'>['declarations'];
  readonly error: ErrorShape | null;
}

export interface Import {
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly busy: boolean;
  /** What became of the files that say everything themselves, and of those that cannot be read. */
  readonly outcomes: readonly ImportOutcome[] | null;
  readonly closeOutcomes: () => void;
  /** The table that waits for somebody to look at it. */
  readonly table: OpenTable | null;
  readonly closeTable: () => void;
}

/** Takes files in: returns at once, tables one after the other through their dialog. */
export function useImport(): Import {
  const readReturns = useAct('vat.import');
  const readTable = useAct('vatTable.read');
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null);
  const [tables, setTables] = useState<readonly OpenTable[]>([]);
  const [busy, setBusy] = useState(false);

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setBusy(true);
    const done: ImportOutcome[] = [];
    const opened: OpenTable[] = [];
    // One after the other: each file stands or falls alone.
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const fileName = file.name.slice(0, 255);
      const fail = (error: ErrorShape): void => void done.push({ fileName, declarations: [], error });
      if (importKind(bytes, fileName) === 'returns')
        await readReturns
          .mutateAsync({ bytes, fileName })
          .then(({ declarations }) => done.push({ fileName, declarations, error: null }), fail);
      else await readTable.mutateAsync({ bytes, fileName }).then((table) => opened.push({ fileName, table }), fail);
    }
    setBusy(false);
    if (done.length > 0) setOutcomes(done);
    if (opened.length > 0) setTables(opened);
  };
  return {
    take,
    busy,
    outcomes,
    closeOutcomes: () => setOutcomes(null),
    table: outcomes === null ? (tables[0] ?? null) : null,
    closeTable: () => setTables(tables.slice(1)),
  };
}
