import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window without the application: `vite -c renderer/dev/vite.config.ts`, answers come from the double. */
export default defineConfig({
  root: path.join(import.meta.dirname),
  plugins: [react()],
  server: { port: 5199, strictPort: true, fs: { allow: [path.join(import.meta.dirname, '..', '..')] } },
  cacheDir: path.join(import.meta.dirname, '..', '..', 'node_modules', '.vite-dev'),
});
