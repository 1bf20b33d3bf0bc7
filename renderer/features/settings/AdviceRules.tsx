import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { RULES } from '#shared/vat/rules/evaluate.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useMay } from '../../people/use-may.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';

const ADVICE = RULES.filter((rule, index) => rule.severity === 'advice' && RULES.findIndex((other) => other.id === rule.id) === index);

/** Rules that only advise, one by one on or off. */
export function AdviceRules({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const set = useAct('settings.set');
  const { may, why } = useMay('settings.set', { adviceOff: [] });
  const off = new Set(settings.adviceOff);
  const toggle = (id: string, on: boolean): void => {
    const adviceOff = on ? settings.adviceOff.filter((one) => one !== id) : [...settings.adviceOff, id];
    set.mutate({ adviceOff }, { onError: problem });
  };
  return (
    <div>
      <p className={classes.text}>{t('settingsView.adviceText', { on: ADVICE.length - off.size, all: ADVICE.length })}</p>
      {why && <p className={classes.text}>{why}</p>}
      <ul className={classes.rules}>
        {ADVICE.map((rule) => (
          <li key={rule.id} className={classes.rule} data-testid={`advice-${rule.id}`}>
            <span className={classes.ruleId}>{rule.id}</span>
            {/* The amounts of a message stand in braces until a return fills them. */}
            <span>{rule.message[t.locale].replace(/\s*\(\{\w+\}\)/g, '').replace(/\{\w+\}/g, '…')}</span>
            <Switch
              checked={!off.has(rule.id)}
              disabled={!may}
              onChange={(event) => toggle(rule.id, event.currentTarget.checked)}
              aria-label={t('settingsView.adviceRule', { id: rule.id })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
