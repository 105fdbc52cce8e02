import type { LabelledSentence } from './wording.file.mjs';

/** Throws on a line that is not a class, a tab and a sentence. */
export function readSentences(text: string): LabelledSentence[];
