import { alignBlocks, frameEquals, frameFrom, reanchor } from '#domain';
import { attributionAt, sameWords } from '#language';
import { draftOf, placeOf, textsOf } from './draft.mjs';
import { background, scenarios } from './edits.mjs';
import { randomFrom } from './random.mjs';
import { sampleOf } from './samples.mjs';
import { documentOf } from './texts.mjs';

/** Who a place of a block is attributed to, read from the block alone. */
export const frameOf = (text, start, end, language) => frameFrom(attributionAt(text, start, end, language));
const KEEPS = ['exact', 'typographic', 'moved'];
/** Statuses of a claim that was placed without asking anybody. */
export const AUTO = [...KEEPS, 'changed'];

/** One case: an old text with a claim, the new text, and what is true. */
function caseOf(random, name, samples) {
  const language = random.chance(0.5) ? 'ar' : 'en';
  const draft = draftOf(random.chance(samples) ? sampleOf(random, language) : documentOf(random, language));
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

/** What may come of a case. */
export const OUTCOMES = [
  'correct',
  'rightly suggested',
  'right place, ends off',
  'kept words called changed',
  'missed',
  'wrong suggestion',
  'asked in vain',
  'silently wrong',
];

/**
 * Builds `cases` edited texts whose true answer is known, from a seed, and judges every answer. `samples`: the share of texts that are
 * articles; the others are made to repeat themselves. `each` is told every case, its answer and what came of it.
 * Counts: `total` by outcome, `byScenario` by "scenario|outcome", `byStatus` by "true answer|status".
 */
export function scoreReanchoring({ cases, seed = 1, samples = 1 / 3, each = () => {} }) {
  const names = Object.keys(scenarios);
  const [total, byScenario, byStatus] = [new Map(), new Map(), new Map()];
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let n = 0; n < cases; n++) {
    const name = names[n % names.length];
    const made = caseOf(randomFrom(seed * 1_000_003 + n), name, samples);
    const answer = reanchor({ ...made, frameOf });
    const { expected, outcome } = judge(made, answer);
    count(byScenario, `${name}|${outcome}`);
    count(byStatus, `${expected}|${answer.status}`);
    count(total, outcome);
    each({ n, name, made, answer, outcome, seen: total.get(outcome) });
  }
  /** Percent of all cases that had one of these outcomes. */
  const share = (...outcomes) => (100 * outcomes.reduce((sum, one) => sum + (total.get(one) ?? 0), 0)) / cases;
  return { names, total, byScenario, byStatus, share };
}
