// Runs one of our TypeScript files in a process of its own, for tests that kill processes: node run-typescript.cjs FILE ARGS…
const { resolve } = require('node:path');
require('./typescript.require.cjs');

const [script, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], script, ...args];
require(resolve(script));
