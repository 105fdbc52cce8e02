// A test runner for Stryker: the specs stay in memory, and a mutant costs the tests that reach it, nothing else.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { SpecRoom, nearestFirst } from './spec.room.mjs';

/** Where instrumented code looks up which mutant it is to be, and writes down who came by. */
const stryker = (globalThis.__stryker__ ??= {});
const SPECS = 'libs/domain/src';

class SpecRunner {
  /** What was read while a static mutant was alive is no longer what is written. */
  #isStale = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const root = process.cwd();
    // specs that take long, left out, can only make the share of killed mutants smaller
    const without = process.env.ISNAD_MUTATION_WITHOUT ?? '-';
    const names = readdirSync(join(root, SPECS), { recursive: true }).filter(
      (name) => name.endsWith('.spec.ts') && !name.includes(without),
    );
    // Re-anchoring whole texts takes long, its properties seconds: whatever else can kill a mutant shall have done so before.
    const cost = (name) => (name.includes('properties') ? 2 : Number(name.includes('reanchoring')));
    names.sort((a, b) => cost(a) - cost(b) || a.localeCompare(b));
    this.room = new SpecRoom(
      root,
      names.map((name) => join(root, SPECS, name)),
    );
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    this.tests = this.room.load();
    const results = [];
    for (const test of this.tests) results.push(await this.#resultOf(test));
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail, mutantActivation, sandboxFileName }) {
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    const isStatic = mutantActivation === 'static';
    const results = [];
    try {
      for (const tests of this.#batches(activeMutant.id, isStatic, sandboxFileName, testFilter)) {
        for (const test of tests) {
          results.push(await this.#resultOf(test));
          if (!disableBail && results.at(-1).status === TestStatus.Failed) break;
        }
        if (!disableBail && results.at(-1)?.status === TestStatus.Failed) break;
      }
    } catch (error) {
      const told = { id: 'load', name: 'load', timeSpentMs: 0, failureMessage: String(error) };
      results.push({ ...told, status: TestStatus.Failed });
    }
    const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests: results }, disableBail);
  }

  /**
   * The tests that may notice a mutant, the nearest first. One in what runs once, when a file is read, must be there before the file
   * is read: the specs that read it are read anew, one after the other, until one notices.
   */
  *#batches(mutantId, isStatic, file, testFilter) {
    if (!this.tests || (this.#isStale && !isStatic)) {
      stryker.activeMutant = undefined;
      this.tests = this.room.load();
      this.#isStale = false;
    }
    stryker.activeMutant = mutantId;
    if (isStatic) {
      this.#isStale = true;
      yield* this.room.each(this.room.readersOf(file));
      return;
    }
    const wanted = testFilter && new Set(testFilter);
    const readers = new Set(this.room.readersOf(file));
    const reached = this.tests.filter((test) => (wanted ? wanted.has(test.id) : readers.has(test.file)));
    yield nearestFirst(reached, file);
  }

  async #resultOf({ id, file, run }) {
    const began = performance.now();
    const told = { id, name: id, fileName: file };
    const took = () => performance.now() - began;
    stryker.currentTestId = id;
    try {
      await run();
      return { ...told, timeSpentMs: took(), status: TestStatus.Success };
    } catch (error) {
      const failureMessage = String(error?.message ?? error);
      return { ...told, timeSpentMs: took(), status: TestStatus.Failed, failureMessage };
    } finally {
      stryker.currentTestId = undefined;
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'spec', SpecRunner)];
