// The specs of pure code in one process: read once, any of their tests run again and again. Jest reads every file anew for each run,
// which is right for tests and far too slow for thousands of mutants.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** @typedef {{ id: string, file: string, run: () => unknown }} Test */

/**
 * Specs may use `describe`, `it`, `test`, their `each` and `expect`; with anything else of Jest's (hooks, mocks, timers) they fail
 * to load, rather than mean something else here.
 */
export class SpecRoom {
  /** @param {string} root folder of the project (of its copy), and @param {readonly string[]} files its specs, absolute paths */
  constructor(root, files) {
    this.root = root;
    this.files = files;
    this.require = createRequire(join(root, 'package.json'));
    this.require('./test/support/typescript.require.cjs');
    globalThis.expect = this.require('expect').expect;
    this.bind = this.require('jest-each').bind;
  }

  /** Reads the specs anew, and with them the code that they test. @returns {Test[]} */
  load() {
    const tests = [...this.each(this.files)].flat();
    this.reach = new Map(this.files.map((spec) => [spec, this.#filesBehind(spec, new Set())]));
    return tests;
  }

  /** Some specs anew, one file's tests after the other: whoever has heard enough reads no further. */
  *each(files) {
    const changing = [join(this.root, 'libs/domain/'), join(this.root, 'test/support/domain')];
    for (const file of Object.keys(this.require.cache)) {
      if (changing.some((start) => file.startsWith(start))) delete this.require.cache[file];
    }
    for (const file of files) {
      const tests = [];
      this.#read(file, tests);
      yield tests;
    }
  }

  /** The specs that read a file, themselves or through what they read, as the last whole load had it; the nearest first. */
  readersOf(file) {
    return nearestFirst(
      this.files.filter((spec) => this.reach.get(spec)?.has(file)).map((spec) => ({ file: spec })),
      file,
    ).map((spec) => spec.file);
  }

  #filesBehind(from, seen) {
    seen.add(from);
    const { children = [] } = this.require.cache[from] ?? {};
    for (const { id } of children) if (id.startsWith(this.root) && !seen.has(id)) this.#filesBehind(id, seen);
    return seen;
  }

  #read(file, tests) {
    const path = [relative(this.root, file)];
    const taken = new Map();
    const describe = (name, body) => {
      path.push(name);
      body();
      path.pop();
    };
    const it = (name, run) => {
      const title = [...path, name].join(' › ');
      const times = (taken.get(title) ?? 0) + 1;
      taken.set(title, times);
      tests.push({ id: times === 1 ? title : `${title} (${times})`, file, run });
    };
    describe.each = this.bind(describe, false);
    it.each = this.bind(it);
    Object.assign(globalThis, { describe, it, test: it });
    this.require(file);
  }
}

/** The mutated file's own specs speak first, then those beside it: most mutants die there. Otherwise the order stays. */
export function nearestFirst(tests, file) {
  const own = file.replace(/\.ts$/, '.');
  const distance = (test) => (test.file.startsWith(own) ? 0 : dirname(test.file) === dirname(file) ? 1 : 2);
  return [0, 1, 2].flatMap((far) => tests.filter((test) => distance(test) === far));
}
