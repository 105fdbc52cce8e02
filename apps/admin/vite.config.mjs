import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Where the API of a server under development listens; the admin served by Vite asks it for everything under /api. */
const api = process.env.ISNAD_API_URL ?? 'http://localhost:3000';
const proxy = { '/api': { target: api, changeOrigin: false } };

export default defineConfig({
  root: at('.'),
  base: '/',
  resolve: { alias: [{ find: /^#(client|domain|language|ledger)$/, replacement: at('../../libs/$1/src/index.ts') }] },
  oxc: { jsx: { runtime: 'automatic' } },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: at('../../dist/admin'),
    emptyOutDir: true,
    target: 'es2023',
    // A polyfill and inlined files would ask for a weaker content security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { moduleLevelDirective: false }, // “use client” means nothing here
      // Our own libraries declare and compute; importing one part of them must not carry the rest along.
      treeshake: { moduleSideEffects: (id) => !/[\\/]libs[\\/](client|domain|language|ledger)[\\/]/.test(id) },
    },
  },
  server: { proxy },
  preview: { proxy },
});
