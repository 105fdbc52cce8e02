// Lets Node require our TypeScript, and packages that are ECMAScript modules, as Jest does inside tests.
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const transform = require('./jest-transform.cjs');
require('./source.resolution.cjs');

const compiled = new Map();
function codeOf(file) {
  if (!compiled.has(file)) compiled.set(file, transform.process(readFileSync(file, 'utf8'), file).code);
  return compiled.get(file);
}
const compile = (module, file) => module._compile(codeOf(file), file);
Module._extensions['.ts'] = compile;
const javascript = Module._extensions['.js'];
// Packages that are ECMAScript modules cannot be required before Node 22.
Module._extensions['.js'] = (module, file) => (file.includes('/node_modules/') ? compile : javascript)(module, file);
