/**
 * What a run consists of. `spec` is the file that does it; `counted` says, for each figure of scales.json, which line of the summary
 * and which figure of that line tells how much of it was done.
 */
export const PARTS = {
  server: { spec: 'faults', counted: [['serverKills', 'kill -9 of a server', 'faults']] },
  postmaster: { spec: 'faults', counted: [['postmasterKills', 'kill -9 of PostgreSQL', 'faults']] },
  backend: { spec: 'faults', counted: [['backendKills', 'end of a backend', 'faults']] },
  commit: { spec: 'faults', counted: [['commitCuts', 'cut at COMMIT', 'faults']] },
  sweep: { spec: 'query-faults', counted: [] },
  backup: { spec: 'backup', counted: [] },
  fuzz: { spec: 'fuzz', counted: [['fuzzed', 'fuzz', 'requests']] },
  model: { spec: 'model', counted: [['modelRuns', 'model', 'runs']] },
  tenancy: {
    spec: 'tenancy-run',
    counted: [
      ['crossings', 'attempts to cross', 'requests'],
      ['mixed', 'mixed requests', 'requests'],
    ],
  },
};

/** Parts of a run that was not told which: `npm test` has fuzzed and crossed as much as the smaller scales would. */
export const DEFAULT_PARTS = {
  smoke: ['server', 'postmaster', 'backend', 'commit', 'sweep', 'backup'],
  pr: ['server', 'postmaster', 'backend', 'commit', 'sweep', 'backup'],
  release: Object.keys(PARTS),
};
