// What a spec gets for `fast-check`: the library with one seed for all, so that a commit is green or red and stays so.
// `npm run test:properties` looks further, with a seed of its own and many times the runs.
const { dirname, join } = require('node:path');
const fc = require(join(dirname(require.resolve('fast-check/package.json')), 'lib/cjs/fast-check.js'));

const SEED = 20_261_123;
const DEFAULT_RUNS = 100;
const times = Number(process.env.ISNAD_TEST_RUNS ?? 1);

fc.configureGlobal({ seed: Number(process.env.ISNAD_TEST_SEED ?? SEED), numRuns: DEFAULT_RUNS * times });

/** `fc.assert`, with as many times the runs a property asks for as the environment says. */
function assert(property, parameters = {}) {
  const { numRuns } = parameters;
  return fc.assert(property, numRuns === undefined ? parameters : { ...parameters, numRuns: numRuns * times });
}

const all = { ...fc, assert, default: { ...fc.default, assert } };
module.exports = Object.defineProperty(all, '__esModule', { value: true });
