import { installDouble } from './double.ts';

installDouble(new URLSearchParams(location.search));
await import('../main.tsx');
