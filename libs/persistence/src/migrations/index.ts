import { Foundation1795000000001 } from './0001-foundation.js';

/** In the order they run; a migration that has been released is never edited. */
export const MIGRATIONS = [Foundation1795000000001];
