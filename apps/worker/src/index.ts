export { start, type RunningWorker, type WorkerOptions } from './worker.js';
