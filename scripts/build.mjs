// Transpiles apps and libs into dist with SWC, file for file, and builds the web admin beside it. Types are checked by
// `npm run typecheck`, not here: a start takes seconds.
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');
const stamp = join(out, '.built');
const admin = join(root, 'apps', 'admin');
/** What the admin's screens are made of; when one of these is newer, the screens are built again. */
const ADMIN_SOURCES = [admin, ...['client', 'domain', 'language', 'ledger'].map((lib) => join(root, 'libs', lib))];
/** A turn that nobody has put his number to for this long was begun by a process that is gone. */
const UNSIGNED_MS = 5_000;

async function* sources(dir, except) {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && path !== except) yield* sources(path, except);
    } else if (!/\.(spec|d)\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Two parts, each built alone: the server's files and the admin's. An image that was built elsewhere may hold no admin sources. */
async function list() {
  const files = { server: [], admin: [] };
  for (const top of ['apps', 'libs']) for await (const file of sources(join(root, top), admin)) files.server.push(file);
  for (const folder of ADMIN_SOURCES) {
    if (await stat(folder).catch(() => null)) for await (const file of sources(folder)) files.admin.push(file);
  }
  return files;
}

/** Which parts are out of date: a source is newer than the stamp, or one has come or gone. */
async function stale(files) {
  const built = await stat(stamp).catch(() => null);
  const counts = built ? JSON.parse(await readFile(stamp, 'utf8').catch(() => '{}')) : {};
  const isStale = async (part) => {
    if (counts?.[part] !== files[part].length) return true;
    for (const file of files[part]) if ((await stat(file)).mtimeMs > built.mtimeMs) return true;
    return false;
  };
  return { server: await isStale('server'), admin: await isStale('admin') };
}

/** True when dist holds the output of every source, none newer than the stamp. */
export async function isBuilt() {
  const parts = await stale(await list());
  return !parts.server && !parts.admin;
}

/**
 * Builds beside dist and puts the result in its place when it is whole. One build at a time: dist is not taken away from under a
 * server that another build's command is just starting. Answers the number of files, 0 when another build has done the work.
 */
export async function build() {
  const asked = Date.now();
  const leave = await takeTurn();
  try {
    const built = await stat(stamp).catch(() => null);
    return built && built.mtimeMs > asked && (await isBuilt()) ? 0 : await buildAll();
  } finally {
    await leave();
  }
}

/** Resolves when no other process builds, to what ends the turn. The turn of a process that was killed is over. */
async function takeTurn() {
  const turn = join(root, '.cache', 'build.pid');
  await mkdir(dirname(turn), { recursive: true });
  for (;;) {
    try {
      await writeFile(turn, String(process.pid), { flag: 'wx' });
      return () => rm(turn, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(turn, 'utf8').catch(() => ''));
    const since = (await stat(turn).catch(() => null))?.mtimeMs ?? Date.now();
    const isOver = holder > 0 ? !isAlive(holder) : Date.now() - since > UNSIGNED_MS;
    if (isOver) await rm(turn, { force: true });
    else await sleep(50);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function buildAll() {
  const files = await list();
  const needs = await stale(files);
  const next = join(root, '.cache', `dist.${process.pid}`);
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const built = { server: files.server.length, admin: files.admin.length };
  const [, hasAdmin] = await Promise.all([
    needs.server ? transpile(files.server, next) : keep(['apps', 'libs'], next),
    needs.admin ? screens(join(next, 'admin')) : keep(['admin'], next),
  ]);
  if (hasAdmin === false) process.stderr.write('Vite is not installed: built without the web admin\n');
  await writeFile(join(next, '.built'), JSON.stringify(built));
  await replaceFolder(out, next);
  return (needs.server ? built.server : 0) + (needs.admin ? built.admin : 0);
}

/** Late, both of them: a start that finds everything built must load neither SWC nor Vite. */
async function screens(target) {
  const { buildAdmin } = await import('./admin.build.mjs');
  return buildAdmin(root, target);
}

/** What the last build made and no source has changed since; a part it could not make stays away. */
async function keep(names, next) {
  for (const name of names) {
    const made = join(out, name);
    if (await stat(made).catch(() => null)) await cp(made, join(next, name), { recursive: true });
  }
}

async function transpile(files, next) {
  const { transform } = await import('@swc/core');
  await Promise.all(
    files.map(async (file) => {
      const target = join(next, relative(root, file));
      await mkdir(dirname(target), { recursive: true });
      if (!file.endsWith('.ts')) return cp(file, target);
      const { code, map } = await transform(await readFile(file, 'utf8'), {
        filename: file,
        swcrc: false,
        configFile: false,
        sourceMaps: true,
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
      });
      const js = target.replace(/\.ts$/, '.js');
      const name = js.slice(js.lastIndexOf('/') + 1);
      await writeFile(js, `${code}\n//# sourceMappingURL=${name}.map\n`);
      await writeFile(`${js}.map`, map);
    }),
  );
}

async function replaceFolder(folder, next) {
  const last = `${next}.last`;
  for (let attempt = 1; ; attempt++) {
    await rename(folder, last).catch((error) => {
      if (error.code !== 'ENOENT') throw error; // the first build, or another one is between its two steps
    });
    try {
      await rename(next, folder);
      break;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code) || attempt === 5) throw error; // another build was quicker
      await rm(last, { recursive: true, force: true });
    }
  }
  await rm(last, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = Date.now();
  const count = await build().catch((error) => {
    process.stderr.write(`isnad: cannot build: ${error.message.trim()}\n`);
    process.exit(70);
  });
  if (count > 0) process.stderr.write(`built ${count} files in ${Date.now() - began} ms\n`);
}
