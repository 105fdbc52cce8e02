import { ConnectionError, ProblemError } from '#client';
import type { TFunction } from 'i18next';

/** What a refusal is called where there is room for one line: the server's own words, that it could not be reached, or that we failed. */
export function problemTitle(error: unknown, t: TFunction): string {
  if (error instanceof ProblemError) return error.title;
  return t(error instanceof ConnectionError ? 'frame:unreachable.title' : 'frame:broken.title');
}
