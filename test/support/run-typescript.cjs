// Runs one of our TypeScript files in a process of its own, for tests that kill processes: node run-typescript.cjs FILE ARGS…
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const transform = require('./jest-transform.cjs');
require('./source.resolution.cjs');

const compile = (module, file) => module._compile(transform.process(readFileSync(file, 'utf8'), file).code, file);
Module._extensions['.ts'] = compile;
const javascript = Module._extensions['.js'];
// Packages that are ECMAScript modules cannot be required before Node 22.
Module._extensions['.js'] = (module, file) => (file.includes('/node_modules/') ? compile : javascript)(module, file);

const [script, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], script, ...args];
require(resolve(script));
