import { copyOf, fresh, insert, overwrite, textOf, wordsOf } from './draft.mjs';
import { languages, sentenceOf } from './texts.mjs';

/** An edit is (random, draft, target) → void; target is {block, sentence}: the objects, so that it can be found again. */

const otherBlock = (random, draft, block) => random.pick(draft.blocks.filter((other) => other !== block)) ?? block;
const at = (random, list) => random.below(list.length + 1);

function editWords(random, draft, sentence, count) {
  const { filler } = languages[draft.language];
  for (let n = 0; n < count; n++) {
    const words = wordsOf(sentence);
    if (words.length < 4) return;
    const [from, to] = random.pick(words);
    const kind = random.below(3);
    if (kind === 0) overwrite(sentence, from, to, random.pick(filler));
    else if (kind === 1) insert(sentence, from, `${random.pick(filler)} `);
    else sentence.chars.splice(from, to - from + (textOf(sentence.chars)[to] === ' ' ? 1 : 0));
  }
}

function lookalike(random, draft, sentence) {
  if (sentence.slots.length === 0) {
    const copy = copyOf(sentence);
    const text = textOf(copy.chars);
    // A lookalike keeps the words but for one or two; in news these are as a rule a number or a name.
    while (textOf(copy.chars) === text) {
      const words = wordsOf(copy);
      const [from, to] = random.pick(words);
      overwrite(
        copy,
        from,
        to,
        random.pick([String(random.between(2, 99)), random.pick(languages[draft.language].pools.city)]),
      );
    }
    return { ...copy, chars: fresh(textOf(copy.chars)) };
  }
  const fixed = Object.fromEntries(sentence.slots.map((value, i) => [i, value]));
  const open = random.sample(Object.keys(fixed), random.between(1, 2));
  for (const slot of open) delete fixed[slot];
  for (;;) {
    const made = sentenceOf(random, draft.language, sentence.template, fixed);
    // Equal by chance would be a copy, not a lookalike.
    if (made.text !== sentence.text) return { ...made, chars: fresh(made.text) };
  }
}

function remove(target) {
  target.block.sentences.splice(target.block.sentences.indexOf(target.sentence), 1);
}

function somewhere(random, draft, target, sentence) {
  const near = random.chance(0.5);
  const block = near ? target.block : otherBlock(random, draft, target.block);
  block.sentences.splice(at(random, block.sentences), 0, sentence);
}

function changeNumber(random, draft, { sentence }) {
  const text = textOf(sentence.chars);
  const numbers = [...text.matchAll(/\d[\d,]*/g)];
  const inside = numbers.filter(({ index }) => index >= sentence.claim[0] && index < sentence.claim[1]);
  const match = inside.length > 0 ? random.pick(inside) : null;
  if (match) overwrite(sentence, match.index, match.index + match[0].length, String(random.between(2, 999)));
  else editWords(random, draft, sentence, 1);
}

function negate(random, draft, { sentence }) {
  const { negator, negatesAfter } = languages[draft.language];
  const verb = sentence.verb < 0 ? sentence.claim[0] : sentence.verb;
  const origin = sentence.chars[verb - (negatesAfter ? 1 : 0)]?.origin ?? null;
  if (negatesAfter) insert(sentence, verb, ` ${negator}`, origin);
  else insert(sentence, verb, `${negator} `, origin);
  // The words of a claim that does not hold the verb stay, but they no longer say the same.
  sentence.turned = true;
}

/** The words before the claim go, or others take their place; a sentence without such words is put under some. */
function changeFrame(random, draft, { sentence }) {
  const { frames } = languages[draft.language];
  const [from] = sentence.claim;
  const head = random.chance(0.3) && from > 0 ? '' : random.pick(frames);
  // A claim that covers its whole sentence covers what takes the frame's place; one that does not, does not.
  const origin = from > 0 ? (sentence.chars[0]?.origin ?? null) : null;
  sentence.chars.splice(0, from, ...fresh(head, origin));
}

const MARKS = ['\u064e', '\u064f', '\u0650', '\u0651', '\u0652'];
const EASTERN = '٠١٢٣٤٥٦٧٨٩';

function typography(random, draft, { sentence }) {
  const chars = [];
  const arabic = draft.language === 'ar';
  sentence.chars.forEach(({ char, origin }, i) => {
    const next = sentence.chars[i + 1]?.char ?? ' ';
    if (arabic && /\d/.test(char) && random.chance(0.9)) chars.push({ char: EASTERN[Number(char)], origin });
    else if (char === ' ' && random.chance(0.2)) chars.push({ char: '\u00a0', origin });
    else if (/[“”«»]/.test(char)) chars.push({ char: '"', origin });
    else chars.push({ char, origin });
    if (arabic && /[\u0628-\u063a\u0641-\u064a]/.test(char) && !/[\u064b-\u0652]/.test(next)) {
      if (random.chance(0.15)) chars.push({ char: random.pick(MARKS), origin });
      else if (/[\u0628-\u063a\u0641-\u064a]/.test(next) && random.chance(0.05)) chars.push({ char: '\u0640', origin });
    }
    if (char === ' ' && random.chance(0.05)) chars.push({ char: random.pick(['\u200f', '\u200e', '\u200b']), origin });
  });
  sentence.chars = chars;
}

function splitSentence(random, draft, target) {
  const { sentence } = target;
  const words = wordsOf(sentence);
  if (words.length < 6) return;
  const cut = words[random.between(3, words.length - 3)][0];
  const space = sentence.chars[cut - 1];
  sentence.chars.splice(cut - 1, 1, ...fresh('. ', space?.origin ?? null));
}

function mergeSentences(random, draft, target) {
  const { sentences } = target.block;
  const i = sentences.indexOf(target.sentence);
  const other = sentences[i + 1] ? i + 1 : i - 1;
  if (other < 0) return;
  const [first, second] = i < other ? [sentences[i], sentences[other]] : [sentences[other], sentences[i]];
  const head = first.chars;
  while (/[.!?]/.test(head.at(-1)?.char ?? '')) head.pop();
  const joined = {
    ...target.sentence,
    chars: [...head, ...fresh(random.pick(languages[draft.language].joints)), ...second.chars],
  };
  sentences.splice(Math.min(i, other), 2, joined);
}

function splitBlock(random, draft, target) {
  const { sentences, field } = target.block;
  if (sentences.length < 2) return;
  const tail = sentences.splice(random.between(1, sentences.length - 1));
  draft.blocks.splice(draft.blocks.indexOf(target.block) + 1, 0, { field, sentences: tail });
}

function mergeBlocks(random, draft, target) {
  const i = draft.blocks.indexOf(target.block);
  const other = draft.blocks[i + 1];
  if (!other) return;
  target.block.sentences.push(...other.sentences);
  draft.blocks.splice(i + 1, 1);
}

function moveBlock(random, draft, target) {
  const { blocks } = draft;
  const from = blocks.indexOf(target.block);
  blocks.splice(from, 1);
  blocks.splice(at(random, blocks), 0, target.block);
}

function rewriteBlock(random, draft, block) {
  const { other } = languages[draft.language];
  block.sentences = random
    .sample(other, random.between(1, 4))
    .map((text) => ({ chars: fresh(text), claim: [0, 0], verb: 0, slots: [], template: text }));
}

const pasted = (random, draft, target, field) => draft.blocks.unshift({ field, sentences: [copyOf(target.sentence)] });

/** What each scenario does to the target; the name is what the table prints. */
export const scenarios = {
  'edits beside it': (random, draft, { block, sentence }) => {
    for (const other of block.sentences) if (other !== sentence && random.chance(0.6)) editWords(random, draft, other, random.between(1, 4));
    if (random.chance(0.4)) insert(sentence, 0, `${random.pick(languages[draft.language].heads)} `);
  },
  'copy-edit light': (random, draft, { sentence }) => editWords(random, draft, sentence, random.between(1, 2)),
  'copy-edit heavy': (random, draft, { sentence }) => editWords(random, draft, sentence, random.between(3, 6)),
  'number changed': changeNumber,
  'negation added': negate,
  'frame changed': changeFrame,
  'sentence split': splitSentence,
  'sentences merged': mergeSentences,
  'paragraph split': (random, draft, target) => {
    splitBlock(random, draft, target);
    if (random.chance(0.4)) editWords(random, draft, target.sentence, 1);
  },
  'paragraphs merged': (random, draft, target) => {
    mergeBlocks(random, draft, target);
    if (random.chance(0.4)) editWords(random, draft, target.sentence, 1);
  },
  'paragraph moved': (random, draft, target) => {
    moveBlock(random, draft, target);
    if (random.chance(0.3)) editWords(random, draft, target.sentence, random.between(1, 2));
  },
  'sentence moved': (random, draft, target) => {
    remove(target);
    somewhere(random, draft, target, target.sentence);
  },
  'copy inserted': (random, draft, target) => somewhere(random, draft, target, copyOf(target.sentence)),
  'copied up, original edited': (random, draft, target) => {
    const field = target.block.field === 'dek' ? 'title' : 'dek';
    pasted(random, draft, target, field);
    changeNumber(random, draft, target);
  },
  'copied as body, original edited': (random, draft, target) => {
    const copy = { field: target.block.field, sentences: [copyOf(target.sentence)] };
    draft.blocks.splice(random.chance(0.5) ? draft.blocks.indexOf(target.block) : at(random, draft.blocks), 0, copy);
    changeNumber(random, draft, target);
  },
  'lookalike inserted': (random, draft, target) => {
    for (let n = random.between(1, 2); n > 0; n--) somewhere(random, draft, target, lookalike(random, draft, target.sentence));
    if (random.chance(0.4)) editWords(random, draft, target.sentence, 1);
  },
  'removed': (random, draft, target) => remove(target),
  'removed, lookalike elsewhere': (random, draft, target) => {
    remove(target);
    const block = otherBlock(random, draft, target.block);
    block.sentences.splice(at(random, block.sentences), 0, lookalike(random, draft, target.sentence));
  },
  'marks, digits, spaces': typography,
  'paragraph rewritten': (random, draft, { block }) => rewriteBlock(random, draft, block),
  'text rewritten': (random, draft) => draft.blocks.forEach((block) => rewriteBlock(random, draft, block)),
}; // prettier-ignore

/** One to three changes that have nothing to do with the target. */
export function background(random, draft, target) {
  for (let n = random.below(4); n > 0; n--) {
    const block = otherBlock(random, draft, target.block);
    const sentence = random.pick(block.sentences);
    if (block === target.block || !sentence || sentence === target.sentence) continue;
    const kind = random.below(5);
    if (kind === 0) editWords(random, draft, sentence, random.between(1, 4));
    else if (kind === 1) block.sentences.splice(block.sentences.indexOf(sentence), 1);
    else if (kind === 2) block.sentences.splice(at(random, block.sentences), 0, lookalike(random, draft, sentence));
    else if (kind === 3) moveBlock(random, draft, { block, sentence });
    else changeNumber(random, draft, { block, sentence });
  }
}
