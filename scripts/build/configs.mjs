import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { root } from '../setup/paths.mjs';

/** Taken from node_modules at run time: native code, WebAssembly and data files that do not survive bundling. */
export const EXTERNAL = [
  'electron',
  'better-sqlite3',
  'libxml2-wasm',
  'pdfkit',
  'pdfjs-dist',
  'fastify',
  '@fastify/formbody',
  'pino',
  'electron-updater',
];
const isExternal = (id) =>
  builtinModules.includes(id) || id.startsWith('node:') || EXTERNAL.some((name) => id === name || id.startsWith(`${name}/`));

/** Built beside, then moved into place as a whole: a build never pulls the files away from under a running application. */
export const staging = path.join(root, 'node_modules/.guichet', `dist-${process.pid}`);
const out = (name) => path.join(staging, name);
const common = { configFile: false, root, logLevel: 'warn', publicDir: false };

/** Replaced by the protocol handler with a fresh value for each load. */
export const NONCE_PLACEHOLDER = 'GUICHET_NONCE';

export const renderer = {
  ...common,
  root: path.join(root, 'renderer'),
  base: '/',
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  worker: { format: 'es' },
  build: {
    outDir: out('renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    // A data: URL in a stylesheet would need an exception in the content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
  },
};

function node(input, format, extension) {
  return {
    ...common,
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      outDir: out('electron'),
      emptyOutDir: false,
      target: 'node20',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        external: isExternal,
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `chunks/[name]-[hash].${extension}` },
      },
    },
  };
}

const entry = (file) => path.join(root, 'electron', file);

/** Main process and its workers in one build, so that they share what they share. */
export const main = node(
  {
    main: entry('main.ts'),
    'core-worker': entry('workers/core-worker.ts'),
    'storage-worker': path.join(root, 'app/platform/node/storage-worker.ts'),
    'reading-worker': path.join(root, 'app/platform/node/reading-worker.ts'),
    'simulator-worker': entry('workers/simulator-worker.ts'),
    'restore-worker': entry('restore/restore-worker.ts'),
  },
  'es',
  'js',
);

/** A sandboxed preload is one CommonJS file. */
export const preload = node({ preload: entry('preload.ts') }, 'cjs', 'cjs');
