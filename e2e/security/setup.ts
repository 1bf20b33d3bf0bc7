export { expect, test } from '@playwright/test';
export { type Guichet, launchGuichet } from '../harness/launch.ts';
