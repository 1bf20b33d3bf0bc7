import type { Handlers } from '#shared/contract/index.ts';
import type { ClientImport } from './import.ts';

export function clientImportHandlers(lists: ClientImport): Handlers<'clientImport.read' | 'clientImport.preview' | 'clientImport.apply'> {
  return {
    'clientImport.read': (input) => lists.read(input),
    'clientImport.preview': (input) => lists.preview(input),
    'clientImport.apply': (input) => lists.apply(input),
  };
}
