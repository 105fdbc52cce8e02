// TypeScript to CommonJS, and ESM-only packages in node_modules to CommonJS: Jest cannot require(esm) before Node 24.9.
const { transformSync, version } = require('@swc/core');
const { createHash } = require('node:crypto');
const { dirname, join } = require('node:path');
const { readFileSync, existsSync } = require('node:fs');

const known = new Map();
function isEsmPackage(dir) {
  if (known.has(dir)) return known.get(dir);
  const manifest = join(dir, 'package.json');
  const answer = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8')).type === 'module'
    : dirname(dir) === dir
      ? false
      : isEsmPackage(dirname(dir));
  known.set(dir, answer);
  return answer;
}

const base = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  env: { targets: { node: '20' } },
};
const typescript = {
  parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
  transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  keepClassNames: true,
};
// import.meta.url has no CommonJS form; the one use in our code is "where am I", which __filename answers.
const withoutImportMeta = (source) =>
  source.replace(/\bimport\.meta\.url\b/g, "require('node:url').pathToFileURL(__filename).href");

module.exports = {
  canInstrument: false,
  getCacheKey: (source, file, { instrument }) =>
    createHash('sha1')
      .update(version)
      .update(readFileSync(__filename))
      .update(source)
      .update(file)
      .update(String(instrument))
      .digest('hex'),
  process(source, file) {
    const dependency = file.includes('/node_modules/');
    if (dependency && !file.endsWith('.mjs') && (file.endsWith('.cjs') || !isEsmPackage(dirname(file)))) {
      return { code: source };
    }
    const code = withoutImportMeta(source);
    if (/\.tsx?$/.test(file)) return transformSync(code, { ...base, filename: file, jsc: typescript });
    return transformSync(code, {
      ...base,
      sourceMaps: !dependency && 'inline',
      filename: file,
      isModule: true,
      jsc: { parser: { syntax: 'ecmascript' } },
    });
  },
};
