export { start, type RunningApi, type StartOptions } from './start.js';
export type { Readiness } from './health/probes.js';
export { openApiText } from './docs/docs.pages.js';
