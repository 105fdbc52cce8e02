export { start, type ApiOptions } from './api.start.js';
export type { RunningApi } from './start.js';
export { openApiText } from './docs/docs.pages.js';
export { OPERATIONS } from './contract/operations.js';
