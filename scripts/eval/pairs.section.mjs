import { explain } from '#language';
import { rowsOf } from './data.folder.mjs';
import { areaUnderCurve } from './measure.mjs';

/** How loudly an explanation says that two texts part: each sign once, less what they have in common. */
function parting({ similarity, negation, antonyms, different }) {
  const swapped = ({ a, b }) => (a.length > 0 && b.length > 0 ? 1 : 0);
  const kind = ({ key }) => key.split('/')[0];
  const names = different.names.a.some((a) => different.names.b.some((b) => kind(a) === kind(b))) ? 1 : 0;
  const signs =
    (negation.differs ? 1 : 0) +
    Math.min(antonyms.length, 2) +
    swapped(different.numbers) +
    swapped(different.dates) +
    names;
  return 1.5 * signs - similarity;
}

/** Pairs of Arabic titles that agree, disagree or have nothing in common. */
export async function pairs(folder, worst) {
  const data = await rowsOf(folder, 'pairs', 'ar-news-titles.jsonl');
  if (!data)
    return { rows: [{ figure: 'pairs of titles', value: null, note: 'no pairs/ar-news-titles.jsonl' }], misses: [] };
  const told = data.map((pair) => ({ ...pair, said: explain({ text: pair.a }, { text: pair.b }) }));
  const of = (relation) => told.filter((pair) => pair.relation === relation);
  const [agree, disagree, other] = ['agree', 'disagree', 'other'].map(of);
  const conflicting = told.filter((pair) => pair.said.class === 'conflicting');
  const right = conflicting.filter((pair) => pair.relation === 'disagree');
  const share = (list, wanted) => list.filter((pair) => pair.said.class === wanted).length / list.length;
  const similarity = (list) => list.map((pair) => pair.said.similarity);
  const rows = [
    {
      figure: 'pairs: same topic or not, AUC',
      value: areaUnderCurve(similarity([...agree, ...disagree]), similarity(other)),
    },
    {
      figure: 'pairs: disagree or agree, AUC of the signs shown',
      value: areaUnderCurve(
        disagree.map((pair) => parting(pair.said)),
        agree.map((pair) => parting(pair.said)),
      ),
      note: 'similarity alone: .61–.64',
    },
    {
      figure: 'pairs: class conflicting, precision',
      value: right.length / conflicting.length,
      note: `${conflicting.length} pairs`,
    },
    { figure: 'pairs: class conflicting, recall', value: right.length / disagree.length },
    { figure: 'pairs: called duplicate though they disagree', value: share(disagree, 'duplicate') },
  ];
  const misses = conflicting
    .filter((pair) => pair.relation === 'agree')
    .slice(0, worst)
    .map((pair) => `called conflicting: ${pair.a}  ↔  ${pair.b}`);
  return { rows, misses };
}
