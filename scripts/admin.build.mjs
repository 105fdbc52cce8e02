// Builds the web admin with Vite and leaves compressed copies beside its files, so that the server compresses nothing.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { strictStyles } from './strict.styles.mjs';

/** Fewer bytes than this travel in one packet anyway. */
const WORTH_COMPRESSING = 1_000;
const COMPRESSIBLE = /\.(js|css|svg|json|txt)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Builds the admin of `root` into `target`. Answers false where Vite is not installed, as in `npm ci --omit=dev`: the server then
 * says that it has no screens. @throws when the sources do not build.
 */
export async function buildAdmin(root, target) {
  const vite = await import('vite').catch((error) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  });
  if (vite === undefined) return false;
  // React ships the code of a developer's machine where this says anything else, as it does under a test runner.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await vite.build({
    mode: 'production',
    configFile: join(root, 'apps', 'admin', 'vite.config.mjs'),
    cacheDir: join(root, '.cache', 'vite'),
    logLevel: 'warn',
    plugins: [strictStyles()],
    // The server puts a new number here into every answer (apps/api/src/admin): styles without it are not applied.
    html: { cspNonce: '{{style-nonce}}' },
    build: {
      outDir: target,
      emptyOutDir: true,
      rolldownOptions: {
        // 'use client' means something to servers that render React; here it is only noise.
        onLog: (level, log, show) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || show(level, log)),
      },
    },
  });
  if (environment === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = environment;
  await compressFiles(target);
  return true;
}

async function compressFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const bytes = await readFile(file);
        if (bytes.length < WORTH_COMPRESSING) return;
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
        const [br, gz] = await Promise.all([brotli(bytes, quality), zip(bytes, { level: 9 })]);
        await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
      }),
  );
}
