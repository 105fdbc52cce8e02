import { Foundation1795000000001 } from './0001-foundation.js';
import { Life1795000000004 } from './0004-life.js';

/** In the order they run; a migration that has been released is never edited. */
export const MIGRATIONS = [Foundation1795000000001, Life1795000000004];
