import { readFileSync } from 'node:fs';
import { languages } from './texts.mjs';

// The demo newsroom's articles: news that was not written for this measurement.
const folder = new URL('../../../samples/articles/', import.meta.url);
const SENTENCE = /[^.!?؟…]+(?:[.!?؟…](?!\s|$)[^.!?؟…]*)*[.!?؟…]*["”»’)]*/gu;

let known;

function articles() {
  known ??= JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')).articles.map(({ file, language }) => ({
    language,
    paragraphs: readFileSync(new URL(file, folder), 'utf8')
      .normalize('NFC')
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line.length > 60),
  }));
  return known;
}

/** A sentence of an article with a claim of at least three of its words somewhere in it. */
function sentenceAt(random, text) {
  const words = [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => [index, index + word.length]);
  const first = random.below(Math.max(1, words.length - 2));
  const last = Math.min(words.length - 1, first + random.between(2, 12));
  return { text, claim: [words[first][0], words[last][1]], verb: -1, slots: [], template: text };
}

/** Six to sixteen paragraphs of one article of a language. */
export function sampleOf(random, language) {
  const { paragraphs } = random.pick(articles().filter((article) => article.language === language));
  const from = random.below(Math.max(1, paragraphs.length - 5));
  const blocks = paragraphs.slice(from, from + random.between(6, 16)).map((text, i) => ({
    field: i === 0 && random.chance(0.3) ? 'dek' : 'body',
    sentences: (text.match(SENTENCE) ?? [text])
      .map((sentence) => sentence.trim())
      .filter((sentence) => /\p{L}/u.test(sentence))
      .map((sentence) => sentenceAt(random, sentence)),
  }));
  return {
    language,
    templates: languages[language].templates,
    blocks: blocks.filter(({ sentences }) => sentences.length > 0),
  };
}
