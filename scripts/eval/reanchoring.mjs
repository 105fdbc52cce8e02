// Measures re-anchoring: node scripts/eval/reanchoring.mjs [--cases 13000] [--seed 1] [--show "silently wrong"]
// Builds edited texts whose true answer is known, judges every answer and prints a confusion table.
import { alignBlocks, frameEquals, frameFrom, reanchor, reanchorAll } from '#domain';
import { attributionAt, sameWords } from '#language';
import { background, scenarios } from './reanchoring/edits.mjs';
import { draftOf, placeOf, textsOf } from './reanchoring/draft.mjs';
import { documentOf } from './reanchoring/texts.mjs';
import { sampleOf } from './reanchoring/samples.mjs';
import { randomFrom } from './reanchoring/random.mjs';
import { timeRevision } from './reanchoring/timing.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const frameOf = (text, start, end, language) => frameFrom(attributionAt(text, start, end, language));
// A third of the texts are articles, two thirds are made to repeat themselves.
const SAMPLES = Number(option('samples', 1 / 3));
const KEEPS = ['exact', 'typographic', 'moved'];
const AUTO = [...KEEPS, 'changed'];

/** One case: an old text with a claim, the new text, and what is true. */
function caseOf(random, name) {
  const language = random.chance(0.5) ? 'ar' : 'en';
  const draft = draftOf(random.chance(SAMPLES) ? sampleOf(random, language) : documentOf(random, language));
  const block = random.pick(draft.blocks);
  const sentence = random.pick(block.sentences);
  const oldBlocks = textsOf(draft).map((text, i) => ({ id: `b${i + 1}`, ...text }));
  const whole = random.chance(0.3);
  const [from, to] = whole ? [0, sentence.chars.length] : sentence.claim;
  const origins = new Set(sentence.chars.slice(from, to).map(({ origin }) => origin));
  const place = placeOf(draft, origins);
  const { id, text } = oldBlocks[place.block];
  const anchor = { blockId: id, start: place.start, end: place.end, quote: text.slice(place.start, place.end) };
  background(random, draft, { block, sentence });
  scenarios[name](random, draft, { block, sentence });
  const newBlocks = alignBlocks(oldBlocks, textsOf(draft));
  const truth = placeOf(draft, origins);
  return { language, oldBlocks, newBlocks, anchor, truth, turned: sentence.turned === true };
}

function overlap(a, b) {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + (b.end - b.start) - shared);
}

/** Words under another frame are another claim; the frame at the true place is read by the engine itself. */
function sameFrame(language, oldBlocks, newBlocks, anchor, right) {
  const old = oldBlocks.find(({ id }) => id === anchor.blockId).text;
  const now = newBlocks[right.block].text;
  return frameEquals(frameOf(old, anchor.start, anchor.end, language), frameOf(now, right.start, right.end, language));
}

function judge({ language, oldBlocks, newBlocks, anchor, truth, turned }, answer) {
  const right = truth && { ...truth, blockId: newBlocks[truth.block].id };
  const words = right && newBlocks[truth.block].text.slice(right.start, right.end);
  const same =
    right !== null &&
    sameWords(words, anchor.quote) &&
    !turned &&
    sameFrame(language, oldBlocks, newBlocks, anchor, right);
  const expected = !right ? 'gone' : same ? 'kept' : 'changed';
  const hit = (place) => (right && place.blockId === right.blockId ? overlap(place, right) : 0);
  if (AUTO.includes(answer.status)) {
    const fit = hit(answer.anchor);
    if (fit < 0.5) return { expected, outcome: 'silently wrong' };
    if (!same && KEEPS.includes(answer.status)) return { expected, outcome: 'silently wrong' };
    if (fit < 0.8) return { expected, outcome: 'right place, ends off' };
    return { expected, outcome: same && answer.status === 'changed' ? 'kept words called changed' : 'correct' };
  }
  if (answer.status === 'orphaned') return { expected, outcome: right ? 'missed' : 'correct' };
  if (!right) return { expected, outcome: 'asked in vain' };
  return {
    expected,
    outcome: answer.candidates.some((place) => hit(place) >= 0.8) ? 'rightly suggested' : 'wrong suggestion',
  };
}

const table = (rows, columns, counts) => {
  const width = Math.max(...rows.map((row) => row.length)) + 2;
  const cells = columns.map((column) => Math.max(8, column.length + 2));
  const line = (head, values) =>
    head.padEnd(width) + values.map((value, i) => String(value).padStart(cells[i])).join('');
  return [
    line('', columns),
    ...rows.map((row) =>
      line(
        row,
        columns.map((column) => counts.get(`${row}|${column}`) ?? 0),
      ),
    ),
  ].join('\n');
};

const cases = Number(option('cases', 13000));
const seed = Number(option('seed', 1));
const show = option('show', null);
const names = Object.keys(scenarios);
const outcomes = [
  'correct',
  'rightly suggested',
  'right place, ends off',
  'kept words called changed',
  'missed',
  'wrong suggestion',
  'asked in vain',
  'silently wrong',
];
const byScenario = new Map();
const byStatus = new Map();
const total = new Map();
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
for (let n = 0; n < cases; n++) {
  const name = names[n % names.length];
  const made = caseOf(randomFrom(seed * 1_000_003 + n), name);
  const answer = reanchor({ ...made, frameOf });
  const { expected, outcome } = judge(made, answer);
  count(byScenario, `${name}|${outcome}`);
  count(byStatus, `${expected}|${answer.status}`);
  count(total, outcome);
  if (
    show === outcome &&
    Number(option('limit', 10)) >= total.get(outcome) &&
    (!option('in', '') || option('in', '') === name)
  ) {
    const mark = (blocks, place) =>
      blocks
        .map(
          ({ id, field, text }) =>
            `  ${id} ${field}: ` +
            (place && place.blockId === id
              ? `${text.slice(0, place.start)}‹${text.slice(place.start, place.end)}›${text.slice(place.end)}`
              : text),
        )
        .join('\n');
    console.log(
      `\n#${n} ${name} → ${answer.status}\n${mark(made.oldBlocks, made.anchor)}\n  -- truth\n${mark(made.newBlocks, made.truth && { ...made.truth, blockId: made.newBlocks[made.truth.block].id })}\n  -- answer ${JSON.stringify(answer.anchor ?? answer.candidates)}`,
    );
  }
}
console.log(`seed ${seed}, ${cases} cases\n`);
console.log(table(names, outcomes, byScenario));
console.log(
  `\ntrue answer (rows) and status given (columns)\n${table(['kept', 'changed', 'gone'], [...AUTO, 'suggested', 'ambiguous', 'orphaned'], byStatus)}`,
);
const share = (...keys) => ((100 * keys.reduce((sum, key) => sum + (total.get(key) ?? 0), 0)) / cases).toFixed(2);
console.log(
  `\nsilently wrong ${share('silently wrong')} % (at most 1.0) · correct or rightly suggested ${share('correct', 'rightly suggested')} % (at least 88): placed ${share('correct')}, suggested ${share('rightly suggested')}`,
);
console.log(timeRevision(reanchorAll, alignBlocks, frameOf, randomFrom(seed)));
