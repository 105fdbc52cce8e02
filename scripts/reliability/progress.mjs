import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTS } from './parts.mjs';

const nothing = () => ({ slices: 0, failed: 0, seconds: 0, commits: [], rows: {} });
/** Of these the last slice's is told, not the sum of all. */
const NO_SUMS = ['seed', 'a second', 'ms of processor each'];

/** What the slices of a run have done so far, kept in a folder that git ignores. */
export class Progress {
  constructor(root, scale) {
    this.root = root;
    this.folder = join(root, '.reliability');
    this.file = join(this.folder, `${scale}.json`);
    this.state = nothing();
  }

  async read() {
    const text = await readFile(this.file, 'utf8').catch(() => undefined);
    if (text !== undefined) this.state = JSON.parse(text);
  }

  async forget() {
    await rm(this.file, { force: true });
  }

  done(title, figure) {
    return this.state.rows[title]?.[figure] ?? 0;
  }

  /** Figures of the scale that are left to do by `parts`, and the parts that have something left. */
  left(scale, parts) {
    const figures = {};
    const open = parts.filter((part) => {
      const counted = PARTS[part].counted;
      for (const [name, title, figure] of counted) figures[name] = Math.max(0, scale[name] - this.done(title, figure));
      return counted.length === 0 ? this.state.rows[part] === undefined : counted.some(([name]) => figures[name] > 0);
    });
    return { figures, open };
  }

  /** Adds a slice: its rows, and the parts without a count that it went through. */
  async add(rows, { seconds, passed, parts }) {
    for (const { title, ...figures } of rows) this.state.rows[title] = merged(this.state.rows[title] ?? {}, figures);
    for (const part of parts) if (passed && PARTS[part].counted.length === 0) this.state.rows[part] = { whole: 1 };
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: this.root, encoding: 'utf8' }).trim();
    const commits = [...new Set([...this.state.commits, commit])];
    const { slices, failed } = this.state;
    const own = { slices: slices + 1, failed: failed + (passed ? 0 : 1), seconds: this.state.seconds + seconds };
    this.state = { ...this.state, ...own, commits };
    await mkdir(this.folder, { recursive: true });
    await writeFile(this.file, `${JSON.stringify(this.state, null, 2)}\n`);
  }

  /** One line a part: how far it is. */
  standing(scale) {
    return Object.entries(PARTS).flatMap(([part, { counted }]) =>
      counted.length === 0
        ? [{ part, of: '-', done: this.state.rows[part] ? 'whole' : 'not yet', goal: '-' }]
        : counted.map(([name, title, figure]) => ({
            part,
            of: title,
            done: this.done(title, figure),
            goal: scale[name],
          })),
    );
  }
}

function merged(before, figures) {
  const names = Object.keys({ ...before, ...figures });
  return Object.fromEntries(
    names.map((name) => {
      const [was, is] = [before[name], figures[name]];
      if (typeof was !== 'number' || typeof is !== 'number' || NO_SUMS.includes(name)) return [name, is ?? was];
      return [name, name.startsWith('longest') ? Math.max(was, is) : was + is];
    }),
  );
}
