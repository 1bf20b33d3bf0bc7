import { IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { matches } from '../../ui/match.ts';
import { Picker, type PickerOption } from '../../ui/Picker.tsx';
import { NOBODY } from './filter-url.ts';

export interface AssignPickerProps {
  readonly count: number;
  readonly onPick: (assigneeId: string | null) => void;
  readonly onClose: () => void;
}

/** To whom the documents go: whoever is at work first, then the others, then nobody. */
export function AssignPicker({ count, onPick, onClose }: AssignPickerProps): ReactNode {
  const t = useT();
  const list = useCall('users.list', {}).data;
  const users = (list?.users ?? []).filter(({ active }) => active);
  const optionsFor = (typed: string): PickerOption[] => {
    const people = users
      .toSorted((a, b) => Number(b.id === list?.currentId) - Number(a.id === list?.currentId))
      .filter((user) => matches(`${user.name} ${user.initials}`, typed))
      .map((user) => ({
        key: user.id,
        label: user.name,
        mark: user.initials,
        hint: user.id === list?.currentId ? t('documentsDesk.me') : undefined,
      }));
    const nobody = { key: NOBODY, label: t('documentsDesk.nobody'), mark: <IconUserOff size={14} aria-hidden /> };
    return matches(nobody.label, typed) ? [...people, nobody] : people;
  };
  return (
    <Picker
      title={t('documentsDesk.assignTitle', { count, shown: formatCount(count) })}
      placeholder={t('documentsDesk.assignHint')}
      optionsFor={optionsFor}
      onPick={(key) => onPick(key === NOBODY ? null : key)}
      onClose={onClose}
      empty={t('frame.nothingFound')}
      testId="doc-assign"
    />
  );
}
