// Jest maps module names inside tests but not inside globalSetup: there, '#persistence' and './x.js' must find our TypeScript too.
const Module = require('node:module');
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '..', '..');

function toSource(request, from) {
  const library = /^#([a-z]+)$/.exec(request);
  if (library) return join(root, 'libs', library[1], 'src', 'index.ts');
  if (!/^\.{1,2}\/.*\.js$/.test(request) || !from?.filename || from.filename.includes('/node_modules/')) return null;
  const source = join(dirname(from.filename), request.replace(/\.js$/, '.ts'));
  return existsSync(source) ? source : null;
}

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, from, ...rest) {
  return toSource(request, from) ?? resolve.call(this, request, from, ...rest);
};
