import { extract } from '../../libs/language/src/extraction/extract.js';

type Told = [content: string, sources: string | null, unnamed: boolean | null];

/** [content, sources innermost first, unnamed or not] of every claim of a text; the two last are null in the writer's own voice. */
export const toldClaims = (text: string, language?: 'ar' | 'en'): Told[] =>
  extract({ text, ...(language && { language }) }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
    attribution?.anonymous ?? null,
  ]);

/** [content, sources innermost first] of every claim of a text whose language is found out. */
export const told = (text: string): [content: string, sources: string | null][] =>
  toldClaims(text).map(([content, sources]) => [content, sources]);
