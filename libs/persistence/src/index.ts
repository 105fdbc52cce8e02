export { UnitOfWork, sqlStateOf } from './unit-of-work/unit-of-work.js';
export type { Agent, IdempotentRequest, Written, WriteCall, WriteOptions } from './unit-of-work/unit-of-work.js';
export type { Tx } from './unit-of-work/tx.js';
export { MIGRATIONS } from './migrations/index.js';
