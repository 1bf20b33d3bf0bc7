import { Modal } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useT } from '../../i18n/context.tsx';
import classes from './KeysHelp.module.css';
import { KEY_PARTS, type KeyName } from './keys.ts';

/** Every key of the list, in the user's language. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const words = (key: KeyName): string => (typeof key === 'string' ? key : t(`documentsKeys.key.${key.named}`));
  return (
    <Modal opened onClose={onClose} title={t('documentsKeys.title')} size={720} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <div className={classes.parts} data-testid="doc-keys">
        {KEY_PARTS.map(({ part, lines }) => (
          <section key={part}>
            <h3 className={classes.part}>{t(`documentsKeys.part.${part}`)}</h3>
            <dl>
              {lines.map(({ ways, does }) => (
                <div key={does} className={classes.line}>
                  <dt>
                    {ways.map((way, index) => (
                      <Fragment key={way.map(words).join()}>
                        {index > 0 && <span className={classes.or}>/</span>}
                        {way.map((key) => (
                          <kbd key={words(key)} className={classes.key}>
                            {words(key)}
                          </kbd>
                        ))}
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
