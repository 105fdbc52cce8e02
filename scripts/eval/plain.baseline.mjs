const K1 = 1.2;
const B = 0.75;
const GRAM = 4;

const words = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** Sequences of four characters inside blank-bordered words. */
function grams(text) {
  return text
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => {
      const edged = ` ${word} `;
      const count = Math.max(edged.length - GRAM + 1, 1);
      return Array.from({ length: count }, (_, at) => edged.slice(at, at + GRAM));
    });
}

function counted(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Postings of texts by term: [text, weight] pairs; `weigh(tf, length, meanLength)`. */
function indexed(texts, read, weigh) {
  const bags = texts.map((text) => counted(read(text)));
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, tf) => sum + tf, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1);
  const postings = new Map();
  bags.forEach((bag, at) => {
    for (const [term, tf] of bag) {
      const list = postings.get(term);
      const posting = [at, weigh(tf, lengths[at], mean)];
      if (list) list.push(posting);
      else postings.set(term, [posting]);
    }
  });
  return { bags, postings };
}

function scaled(scores) {
  let [low, high] = [Infinity, 0];
  for (const score of scores) [low, high] = [Math.min(low, score), Math.max(high, score)];
  return scores.map((score) => (high > low ? (score - low) / (high - low) : 0));
}

/**
 * What anybody would build in an afternoon, to be compared with: BM25 over words and the cosine of tf-idf character 4-grams over the whole
 * collection, each scaled to 0–1 and added in equal parts. Answers a function of a query: the best claims' positions.
 */
export function plainBaseline(texts, depth) {
  const n = texts.length;
  const byWord = indexed(
    texts,
    words,
    (tf, length, mean) => (tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * length) / mean)),
  );
  const byGram = indexed(texts, grams, (tf) => 1 + Math.log(tf));
  const gramIdf = (gram) => Math.log((1 + n) / (1 + (byGram.postings.get(gram)?.length ?? 0))) + 1;
  const norms = byGram.bags.map((bag) =>
    Math.hypot(...[...bag].map(([gram, tf]) => (1 + Math.log(tf)) * gramIdf(gram))),
  );
  return (query) => {
    const bm25 = new Float64Array(n);
    for (const term of new Set(words(query))) {
      const list = byWord.postings.get(term) ?? [];
      const idf = Math.log(1 + (n - list.length + 0.5) / (list.length + 0.5));
      for (const [at, weight] of list) bm25[at] += idf * weight;
    }
    const cosine = new Float64Array(n);
    for (const [gram, tf] of counted(grams(query)))
      for (const [at, weight] of byGram.postings.get(gram) ?? [])
        cosine[at] += ((1 + Math.log(tf)) * gramIdf(gram) ** 2 * weight) / (norms[at] || 1);
    const [a, b] = [scaled(bm25), scaled(cosine)];
    return Array.from(a, (score, at) => [at, score + b[at]])
      .sort((left, right) => right[1] - left[1] || left[0] - right[0])
      .slice(0, depth)
      .map(([at]) => at);
  };
}
