import { extract, fold } from '#language';
import { goldArticles } from './gold.article.mjs';
import { averagePrecision, mean } from './measure.mjs';

const HALF = 0.5;
const COVERED = 0.6;

const shared = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const overlap = (a, b) => shared(a, b) / (a.end - a.start + (b.end - b.start) - shared(a, b));
/** The one of `others` that overlaps most, null when none does. */
function best(span, others) {
  let found = null;
  let most = 0;
  for (const other of others) {
    const value = overlap(span, other);
    if (value > most) [found, most] = [other, value];
  }
  return found;
}

const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of the words of two names, repetitions counted. */
function likeness(a, b) {
  const pool = new Map();
  for (const word of wordsOf(b)) pool.set(word, (pool.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of wordsOf(a)) {
    const left = pool.get(word) ?? 0;
    if (left > 0) hits += 1;
    pool.set(word, left - 1);
  }
  return hits === 0 ? 0 : (2 * hits) / (wordsOf(a).length + wordsOf(b).length);
}

/** Predicted claims, each with the annotated claim it stands for and what it counts as. */
function judged(article, claims) {
  return claims.map((claim) => {
    const leak = article.boilerplate.some((span) => shared(span, claim) > 0);
    const gold = best(claim, article.claims);
    const match = !leak && gold && overlap(claim, gold) >= HALF ? gold : null;
    const skipped = !leak && !match && article.neutral.some((span) => overlap(claim, span) >= HALF);
    return { claim, leak, match, skipped };
  });
}

/** What became of each annotated claim. */
function found(article, claims) {
  return article.claims.map((gold) => {
    const nearest = best(gold, claims);
    return {
      gold,
      claim: nearest && overlap(gold, nearest) >= HALF ? nearest : null,
      covered: claims.some((claim) => shared(claim, gold) >= COVERED * (gold.end - gold.start)),
    };
  });
}

function attributionOf(pairs) {
  const rows = { both: [], wrong: 0, missed: 0 };
  for (const { gold, claim } of pairs) {
    if (!claim) continue;
    const links = claim.attribution?.links ?? [];
    if (links.length > 0 && gold.told)
      rows.both.push({ told: gold.told, links, anonymous: Boolean(claim.attribution.anonymous) });
    else if (links.length > 0) rows.wrong += 1;
    else if (gold.told && !gold.told.inherited) rows.missed += 1;
  }
  return rows;
}

const share = (list, test) => (list.length === 0 ? null : list.filter(test).length / list.length);
const outletNamed = ({ told, links }) =>
  links.some(({ role, name }) => {
    if (role !== 'outlet') return false;
    const [a, b] = [fold(name), fold(told.outlet)];
    return likeness(name, told.outlet) >= HALF || a.includes(b) || b.includes(a);
  });

/** Claims and their attribution against annotated articles. */
export async function extraction(folder, worst) {
  const articles = await goldArticles(folder);
  if (articles.length === 0)
    return { rows: [{ figure: 'extraction', value: null, note: 'no gold/ with annotated articles' }], misses: [] };
  const judgements = [];
  const pairs = [];
  const precisions = [];
  let inexact = 0;
  for (const article of articles) {
    const result = extract({ text: article.text });
    inexact += result.claims.filter(({ start, end, quote }) => result.text.content.slice(start, end) !== quote).length;
    const said = judged(article, result.claims);
    judgements.push(...said);
    pairs.push(...found(article, result.claims).map((pair) => ({ ...pair, article: article.name })));
    precisions.push(rankingOf(article, said));
  }
  return { rows: rowsOf(judgements, pairs, precisions, inexact), misses: missesOf(judgements, pairs, worst) };
}

/** Average precision of the order by check-worthiness; a second prediction of the same claim counts as wrong, a missed one as never found. */
function rankingOf(article, said) {
  const seen = new Set();
  const order = [...said].sort((a, b) => b.claim.checkWorthiness.score - a.claim.checkWorthiness.score);
  const rows = order.map(({ match }, i) => {
    const label = match?.checkworthy === 2 && !seen.has(match.id) ? 1 : 0;
    if (label) seen.add(match.id);
    return { score: -i, label };
  });
  const wanted = article.claims.filter((gold) => gold.checkworthy === 2).length;
  return wanted === 0 ? null : ((averagePrecision(rows) ?? 0) * seen.size) / wanted;
}

function rowsOf(judgements, pairs, precisions, inexact) {
  const counted = judgements.filter(({ skipped }) => !skipped);
  const vital = pairs.filter(({ gold }) => gold.checkworthy === 2);
  const { both, wrong, missed } = attributionOf(pairs);
  const spoken = both.filter(({ told }) => told.speakers.length > 0);
  const carried = both.filter(({ told }) => told.outlet);
  return [
    { figure: 'extraction: quotes that are not exact', value: inexact, reach: 0, less: true },
    {
      figure: 'extraction: boilerplate leaking into claims',
      value: judgements.filter(({ leak }) => leak).length,
      reach: 0,
      less: true,
    },
    { figure: 'extraction: recall of check-worthy claims', value: share(vital, ({ claim }) => claim), reach: 0.85 },
    { figure: 'extraction: check-worthy claims covered', value: share(vital, ({ covered }) => covered), reach: 0.95 },
    { figure: 'extraction: precision', value: share(counted, ({ match }) => match?.checkworthy >= 1), reach: 0.6 },
    {
      figure: 'extraction: ranking by check-worthiness, MAP',
      value: mean(precisions.filter((value) => value !== null)),
    },
    { figure: 'attribution, F1', value: (2 * both.length) / (2 * both.length + wrong + missed || 1), reach: 0.88 },
    {
      figure: 'attribution: speaker',
      value: share(spoken, ({ told, links }) =>
        links.some(({ name }) => told.speakers.some((speaker) => likeness(name, speaker) >= HALF)),
      ),
      reach: 0.78,
    },
    { figure: 'attribution: outlet', value: share(carried, outletNamed), reach: 0.78 },
    {
      figure: 'attribution: anonymous or not',
      value: share(both, ({ told, anonymous }) => told.anonymous === anonymous),
      reach: 0.92,
    },
  ];
}

function missesOf(judgements, pairs, worst) {
  const missed = pairs.filter(({ gold, claim }) => gold.checkworthy === 2 && !claim).slice(0, worst);
  const wrong = judgements.filter(({ match, skipped }) => !skipped && !(match?.checkworthy >= 1)).slice(0, worst);
  return [
    ...missed.map(({ gold, article }) => `${article} missed: ${gold.quote}`),
    ...wrong.map(({ claim, leak }) => `${leak ? 'boilerplate' : 'not wanted'}: ${claim.quote}`),
  ];
}
