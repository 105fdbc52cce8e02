import { readFileSync } from 'node:fs';
import { wordingFile } from '../../scripts/wording/wording.file.mjs';
import { readSentences } from '../../scripts/wording/wording.model.mjs';

const ROOT = new URL('../../', `file://${__dirname}/`);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

describe('the model of wording', () => {
  const text = read('scripts/wording/sentences.en.tsv');
  const sentences = readSentences(text);

  it('is byte for byte what the labelled sentences teach', () => {
    expect(wordingFile(sentences)).toBe(read('libs/language/src/worthiness/wording.weights.json'));
  });

  it('would change with the sentences', () => {
    expect(wordingFile(sentences.slice(0, 200))).not.toBe(wordingFile(sentences.slice(0, 199)));
  });

  it('learns from hundreds of sentences of both kinds, none of them twice', () => {
    const keys = sentences.map((sentence) => sentence.text.toLowerCase().replace(/[^a-z0-9]/g, ''));
    expect(new Set(keys).size).toBe(keys.length);
    const worth = sentences.filter(({ label }) => label === 1).length;
    expect(worth).toBeGreaterThan(200);
    expect(sentences.length - worth).toBeGreaterThan(400);
  });

  it('reads no line that is not labelled', () => {
    expect(() => readSentences('c\tOne.\nTwo.')).toThrow('sentence 2');
    expect(() => readSentences('x\tOne.')).toThrow('sentence 1');
    expect(readSentences('# remark\n\nu\tOne.\n')).toEqual([{ text: 'One.', label: 0 }]);
  });
});
