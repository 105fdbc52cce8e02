// Photographs every screen of a demo newsroom: npm run screenshots [-- --only desk,claims] writes screenshots/{ar,en}/….png
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
if (!(await isBuilt())) await build();
const runner = join(root, 'test', 'support', 'run-typescript.cjs');
const camera = join(root, 'test', 'browser', 'stage', 'camera.ts');
const { status } = spawnSync(process.execPath, [runner, camera, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
