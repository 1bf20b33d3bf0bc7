import { expect, it } from 'vitest';
import { contract } from '../contract/index.ts';
import { hasRole, isAtLeast, leastRoleOf, ROLE_NAMES } from './roles.ts';

it('has a row for every method, and none for a method that is not there', () => {
  expect(Object.keys(contract).filter((method) => !hasRole(method))).toEqual([]);
  expect(ROLE_NAMES.filter((name) => !Object.hasOwn(contract, name.split(':')[0]!))).toEqual([]);
});

it('asks more for some actions of a method, and the most of several', () => {
  expect(leastRoleOf('vat.batch', { action: 'check' })).toBe('assistant');
  expect(leastRoleOf('vat.batch', { action: 'file' })).toBe('accountant');
  expect(leastRoleOf('settings.set', { locale: 'nl' })).toBe('assistant');
  expect(leastRoleOf('settings.set', { receiptDays: 3, approval: 'off', theme: 'dark' })).toBe('partner');
  expect(leastRoleOf('settings.set', { approval: undefined })).toBe('assistant');
});

it('leaves to partners what it does not know', () => {
  expect(leastRoleOf('something.new', null)).toBe('partner');
  expect([isAtLeast('accountant', 'assistant'), isAtLeast('accountant', 'partner')]).toEqual([true, false]);
});
