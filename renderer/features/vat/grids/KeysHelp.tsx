import { Modal } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import classes from './KeysHelp.module.css';
import { KEY_LINES } from './shortcuts.ts';

/** Every key of the form. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const word = (key: string): string =>
    key === 'enter' || key === 'esc' ? t(`documentsKeys.key.${key}`) : key === 'ctrl' ? t('documentsKeys.key.ctrl') : key;
  return (
    <Modal opened onClose={onClose} title={t('vatGrids.keys.title')} size={620} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <dl data-testid="grid-keys">
        {KEY_LINES.map(({ keys, does }) => (
          <div key={does} className={classes.line}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ' '}
                  <kbd className={classes.key}>{key.split(' ').map(word).join(' ')}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{t(`vatGrids.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
