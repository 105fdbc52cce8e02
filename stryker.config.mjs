// Mutation testing of the rules: `npm run mutation`, or of a folder `npm run mutation -- --mutate "libs/domain/src/claim/*.ts,!**/*.spec.ts"`.
// Results are kept, so that only what changed is tested again.
export default {
  packageManager: 'npm',
  mutate: ['libs/domain/src/**/*.ts', '!libs/domain/src/**/*.spec.ts', '!libs/domain/src/**/index.ts'],
  plugins: ['./scripts/mutation/spec.runner.mjs'],
  testRunner: 'spec',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 15_000,
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  tempDirName: '.cache/mutation/copy',
  // the copy is made of what the rules' specs read
  ignorePatterns: [
    '/.cache',
    '/dist',
    '/.isnad',
    '/docs',
    '/samples',
    '/apps',
    '/test/{api,browser,integration,reliability}',
  ],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
