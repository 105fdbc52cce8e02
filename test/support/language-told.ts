import { extract } from '#language';

const claimsOf = (text: string) =>
  extract({ text }).claims.map(({ quote, attribution }) => ({
    quote,
    sources: attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
    anonymous: attribution?.anonymous ?? null,
  }));

/** [content, sources innermost first] of every claim that is read out of a text. */
export const told = (text: string): [string, string | null][] =>
  claimsOf(text).map(({ quote, sources }) => [quote, sources]);

/** The same with whether the source stays unnamed; null where the article speaks for itself. */
export const toldBy = (text: string): [string, string | null, boolean | null][] =>
  claimsOf(text).map(({ quote, sources, anonymous }) => [quote, sources, anonymous]);

/** The last claim of a text, as `toldBy` tells it. */
export const lastToldBy = (text: string) => toldBy(text).at(-1);
