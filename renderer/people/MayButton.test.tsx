import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Role, User } from '#shared/contract/users.ts';
import { keyOf } from '../data/answers.ts';
import { MayButton } from './MayButton.tsx';

const person = (id: string, name: string, role: Role, active = true): User => ({ id, name, initials: name, role, active, hasPin: false });
const USERS = [
  person('1', 'Anne', 'assistant'),
  person('2', 'Bob', 'accountant'),
  person('3', 'Cleo', 'partner'),
  person('4', 'Dirk', 'partner', false),
];

/** The button of a user, as it stands in the page. */
function shown(currentId: string | null, button: ReactNode): string {
  const queries = new QueryClient();
  if (currentId) queries.setQueryData(keyOf('users.list', {}), { users: USERS, currentId });
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <MantineProvider>{button}</MantineProvider>
    </QueryClientProvider>,
  );
}
const isBarred = (html: string): boolean => html.includes('aria-disabled="true"');

describe('a button that needs a role', () => {
  it('is barred for who does not have it, by the method and by what is asked of it', () => {
    const forget = <MayButton needs="identity.forget">x</MayButton>;
    const file = <MayButton needs="vat.batch" input={{ action: 'file' }} />;
    const check = <MayButton needs="vat.batch" input={{ action: 'check' }} />;
    const save = <MayButton needs="users.save" />;
    expect(['1', '2', '3'].map((id) => [forget, file, check, save].map((button) => isBarred(shown(id, button))))).toEqual([
      [true, true, false, true],
      [false, false, false, true],
      [false, false, false, false],
    ]);
  });

  it('leaves the decision to the core while nobody is known, and keeps its own reasons', () => {
    expect(isBarred(shown(null, <MayButton needs="users.save" />))).toBe(false);
    expect(shown('3', <MayButton needs="users.save" disabled />)).toMatch(/<button[^>]* disabled=""/);
  });

  it('keeps the keyboard and is not the step’s own button', () => {
    const html = shown('1', <MayButton needs="vat.file" disabled title="own" data-primary data-testid="t" />);
    expect(html).toContain('data-testid="t"');
    expect(html).not.toMatch(/<button[^>]*( disabled=""|data-primary|title=)/);
  });
});
