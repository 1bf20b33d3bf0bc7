import { useEffect, useRef, useState } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { initialsOf } from '#shared/domain/initials.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { useAct, useCall } from '../data/hooks.ts';
import { isFirstStart } from '../state/look.ts';
import { roleName } from '../state/user-name.ts';

/** Once, when the window first opens: the language becomes the one shown until then, and the first user is called by the role. */
export function useFirstStart(settings: Settings | undefined, locale: Locale): void {
  const [first] = useState(() => isFirstStart(localStorage));
  const users = useCall('users.list', {}).data?.users;
  const { mutate: set } = useAct('settings.set');
  const { mutate: save } = useAct('users.save');
  const done = useRef(!first);
  useEffect(() => {
    if (done.current || !settings || !users) return;
    done.current = true;
    if (locale !== settings.locale) set({ locale });
    const [only, ...others] = users;
    if (!only || others.length > 0 || only.name !== only.initials) return;
    const name = roleName(only.role, locale);
    save({ ...only, name, initials: initialsOf(name) });
  }, [settings, locale, users, set, save]);
}
