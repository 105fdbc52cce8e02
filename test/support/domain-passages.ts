import { readPages, type Page } from '../../libs/domain/src/anchor/passage.reader.js';
import { TextReader } from '../../libs/domain/src/anchor/text.reader.js';
import { WordVocabulary } from '../../libs/domain/src/anchor/word.vocabulary.js';

/** Paragraphs of body text named b1, b2 …; a field of its own is written in front, as `dek|`. */
export const paragraphs = (...texts: string[]) =>
  texts.map((written, i) => {
    const [, field = 'body', text = written] = /^(dek|title|caption)\|(.*)$/su.exec(written) ?? [];
    return { id: `b${i + 1}`, field, text };
  });

/** The sentences of two texts, read with one vocabulary. */
export function sentencesOf(before: string, now: string): { old: Page; next: Page; words: WordVocabulary } {
  const words = new WordVocabulary();
  const all = (text: string) => ({ blocks: paragraphs(text), wanted: () => true });
  const [old, next] = readPages(all(before), all(now), new TextReader(), words);
  return { old, next, words };
}
