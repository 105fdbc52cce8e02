export type { Call } from './call/call.js';
