export { start, type RunningWorker } from './worker.js';
export type { WorkerOptions } from './worker.options.js';
