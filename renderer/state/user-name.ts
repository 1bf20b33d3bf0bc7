import type { User } from '#shared/contract/users.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { messages } from '#shared/i18n/messages.ts';

/** The word of a role as a name. */
export function roleName(role: User['role'], locale: Locale): string {
  const word: string = messages[`settingsView.role.${role}`][locale];
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/** Whether nobody has given this user a name yet: it is called as the core called it, or by its role. */
export const isUnnamed = ({ name, initials, role }: Pick<User, 'name' | 'initials' | 'role'>): boolean =>
  name === initials || LOCALES.some((locale) => name === roleName(role, locale));
