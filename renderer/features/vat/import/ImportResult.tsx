import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconFileCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Failure } from '../../../ui/Failure.tsx';
import classes from './ImportResult.module.css';
import type { ImportOutcome } from './use-import.ts';

type Declaration = ImportOutcome['declarations'][number];

/** What became of each declaration of each file. */
export function ImportResult({
  outcomes,
  onClose,
}: {
  readonly outcomes: readonly ImportOutcome[];
  readonly onClose: () => void;
}): ReactNode {
  const t = useT();
  const all = outcomes.flatMap((outcome) => outcome.declarations);
  const taken = all.filter((declaration) => declaration.returnId !== null).length;
  // A file that cannot be read counts as one.
  const refused = all.length - taken + outcomes.filter((outcome) => outcome.error !== null).length;
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('vatView.import.title', { taken, refused })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <div data-testid="vat-import-result">
        {outcomes.map((outcome) => (
          <section key={outcome.fileName} className={classes.file}>
            <h3 className={classes.name}>{outcome.fileName}</h3>
            {outcome.error && <Failure error={outcome.error}>{t('vatView.import.nothingKept')}</Failure>}
            {outcome.declarations.map((declaration) => (
              <Line key={declaration.sequence} declaration={declaration} onClose={onClose} />
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** A number as it should be written; a wrong one as it stands in the file. */
const shownNumber = (text: string): string => {
  const number = /^\d+$/.test(text) ? parseEnterpriseNumber(text) : null;
  return number ? formatEnterpriseNumber(number) : text;
};

function Line({ declaration, onClose }: { readonly declaration: Declaration; readonly onClose: () => void }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const { returnId, error, findings } = declaration;
  const problems = findings.filter((finding) => finding.severity !== 'advice' && !finding.justified);
  return (
    <div className={classes.line} data-testid={returnId ? 'import-taken' : 'import-refused'}>
      {returnId ? (
        <IconFileCheck className={classes.icon} size={16} aria-hidden />
      ) : (
        <IconAlertTriangle className={classes.icon} data-refused size={16} aria-hidden />
      )}
      <div className={classes.body}>
        <div className={classes.who}>
          {declaration.sequence}. {declaration.clientName ?? shownNumber(declaration.enterpriseNumber)} ·{' '}
          {formatPeriod(declaration.periodKey, t)}
        </div>
        {error && <div className={classes.why}>{t.error(error)}</div>}
        {returnId && (
          <div className={classes.what}>
            {problems.length === 0 ? t('vatView.import.clean') : t('vatView.problems', { count: problems.length })}
          </div>
        )}
        {!returnId &&
          findings.map((finding) => (
            <div key={finding.id + finding.message.en} className={classes.what}>
              {finding.message[t.locale]}
            </div>
          ))}
      </div>
      {returnId && (
        <Button
          onClick={() => {
            onClose();
            navigate(`/vat/return/${returnId}`);
          }}
          data-testid="import-open"
        >
          {t('vatView.import.open')}
        </Button>
      )}
    </div>
  );
}
