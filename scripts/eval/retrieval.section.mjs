import { performance } from 'node:perf_hooks';
import { MemoryIndex } from '#language';
import { rowsOf } from './data.folder.mjs';
import { retrievalFigures } from './measure.mjs';
import { plainBaseline } from './plain.baseline.mjs';

const LANGUAGES = [
  { language: 'en', name: 'English', reach: 0.91 },
  { language: 'ar', name: 'Arabic', reach: 0.945 },
];
const DEPTH = 20;

function relevance(qrels) {
  const relevant = new Map();
  for (const { query, claim } of qrels) relevant.set(query, (relevant.get(query) ?? new Set()).add(claim));
  return relevant;
}

/** Earlier claims for tweets, by the exact index in memory: the oracle of the server's search. */
export async function retrieval(folder, worst) {
  const rows = [];
  const misses = [];
  for (const { language, name, reach } of LANGUAGES) {
    const figure = `matching earlier claims, ${name}, MAP@5`;
    const [claims, queries, qrels] = await Promise.all(
      ['claims', 'queries', 'qrels'].map((file) => rowsOf(folder, 'retrieval', language, `${file}.jsonl`)),
    );
    if (!claims || !queries || !qrels) {
      rows.push({ figure, value: null, reach, note: `retrieval/${language} is not complete` });
      continue;
    }
    const started = performance.now();
    const texts = claims.map(({ id, text, title }) => ({ id, text: `${text} ${title ?? ''}` }));
    const index = new MemoryIndex(texts);
    const built = performance.now();
    const run = new Map(queries.map(({ id, text }) => [id, index.search(text, DEPTH).map((hit) => hit.id)]));
    const each = (performance.now() - built) / queries.length;
    const relevant = relevance(qrels);
    const { map5, mrr, hit5 } = retrievalFigures(run, relevant);
    const note = `MRR ${mrr.toFixed(3)}, hit@5 ${hit5.toFixed(3)}; ${claims.length} claims indexed in ${Math.round(built - started)} ms, ${each.toFixed(1)} ms a query`;
    rows.push({ figure, value: map5, reach, note });
    const plain = plainBaseline(
      texts.map(({ text }) => text),
      DEPTH,
    );
    const plainRun = new Map(queries.map(({ id, text }) => [id, plain(text).map((at) => texts[at].id)]));
    const compared = retrievalFigures(plainRun, relevant);
    rows.push({
      figure: `  compared with: words and 4-grams, ${name}, MAP@5`,
      value: compared.map5,
      note: `BM25 and cosine, no stems; hit@5 ${compared.hit5.toFixed(3)}`,
    });
    const byId = new Map(claims.map((claim) => [claim.id, claim.text]));
    const wrong = queries.filter(({ id }) => relevant.has(id) && !relevant.get(id).has(run.get(id)[0])).slice(0, worst);
    for (const { id, text } of wrong)
      misses.push(
        `${language} query: ${text.replace(/\s+/g, ' ')}\n    wanted: ${byId.get([...relevant.get(id)][0])}\n    found:  ${byId.get(run.get(id)[0]) ?? 'nothing'}`,
      );
  }
  return { rows, misses };
}
