const libs = 'domain|language|ledger|application|persistence|reporting|platform|client';

const base = {
  rootDir: '.',
  testEnvironment: 'node',
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/.worktrees/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.worktrees/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: {
    [`^#(${libs})$`]: '<rootDir>/libs/$1/src/index.ts',
    '^#apps/(.*)$': '<rootDir>/apps/$1/src/index.ts',
    '^fast-check$': '<rootDir>/test/support/fast-check.cjs',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/test/support/jest-transform.cjs' },
  transformIgnorePatterns: [],
};

/** Unit specs sit beside the code and need nothing; everything in test/ runs on a real PostgreSQL started once per run. */
export default {
  maxWorkers: 2,
  testTimeout: 300_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'database',
      testMatch: ['<rootDir>/test/{integration,api,browser,reliability}/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
