import type { Source } from '#client';

export type SourceType = Source['type'];
export const SOURCE_TYPES: readonly SourceType[] = [
  'agency',
  'outlet',
  'institution',
  'government',
  'person',
  'document',
  'dataset',
  'recording',
  'observation',
  'social',
  'anonymous',
];
