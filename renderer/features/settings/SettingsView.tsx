import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Version } from '../../updates/Version.tsx';
import { AdviceRules } from './AdviceRules.tsx';
import { Archive } from './Archive.tsx';
import { Background } from './Background.tsx';
import { Backup } from './Backup.tsx';
import { Filing } from './Filing.tsx';
import { Folders } from './Folders.tsx';
import { General } from './General.tsx';
import { Labels } from './Labels.tsx';
import { Letters } from './Letters.tsx';
import { Retention } from './Retention.tsx';
import { Security } from './Security.tsx';
import classes from './SettingsView.module.css';
import { Support } from './Support.tsx';
import { Users } from './Users.tsx';

const SECTIONS = [
  ...(['general', 'connections', 'users', 'security', 'filing', 'letters', 'advice'] as const),
  ...(['background', 'folders', 'archive', 'backup', 'retention', 'labels', 'version', 'support'] as const),
];
/** Sections whose words stand elsewhere. */
const NAMED = {
  security: 'securityView.section',
  filing: 'vatPapersView.section.filing',
  letters: 'vatPapersView.section.letters',
  version: 'updates.section',
  support: 'support.section',
} as const;
type Section = (typeof SECTIONS)[number];
const isNamed = (section: Section): section is keyof typeof NAMED => section in NAMED;

export function SettingsView({ connections }: { readonly connections: ReactNode }): ReactNode {
  const t = useT();
  const named = useParams().section;
  const section = SECTIONS.find((one) => one === named) ?? 'general';
  const settings = useCall('settings.get', {});
  const version = useCall('app.status', {}).data?.version;
  useReady(settings.data !== undefined);
  return (
    <View testId="view-settings" title={t('frame.nav.settings')} note={version && t('settingsView.version', { version })} scroll>
      <div className={classes.columns}>
        <nav className={classes.sections} aria-label={t('settingsView.sections')}>
          {SECTIONS.map((one) => (
            <Link
              key={one}
              to={`/settings/${one}`}
              replace
              className={classes.section}
              aria-current={one === section ? 'page' : undefined}
              data-testid={`settings-${one}`}
            >
              {t(isNamed(one) ? NAMED[one] : `settingsView.section.${one}`)}
            </Link>
          ))}
        </nav>
        <div className={classes.body} data-wide={section === 'letters' || undefined}>
          {settings.error ? (
            <Failure error={settings.error} onRetry={() => void settings.refetch()} />
          ) : !settings.data ? (
            <Waiting rows={6} />
          ) : (
            <>
              {section === 'general' && <General settings={settings.data} />}
              {section === 'connections' && connections}
              {section === 'users' && <Users />}
              {section === 'security' && <Security settings={settings.data} />}
              {section === 'filing' && <Filing settings={settings.data} />}
              {section === 'letters' && <Letters />}
              {section === 'background' && <Background settings={settings.data} />}
              {section === 'folders' && <Folders />}
              {section === 'archive' && <Archive />}
              {section === 'backup' && <Backup />}
              {section === 'retention' && <Retention />}
              {section === 'labels' && <Labels />}
              {section === 'version' && <Version />}
              {section === 'support' && <Support />}
              {section === 'advice' && <AdviceRules settings={settings.data} />}
            </>
          )}
        </div>
      </div>
    </View>
  );
}
