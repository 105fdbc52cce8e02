#!/usr/bin/env node
// Turns the readable annotations (gold/ID.src.txt) into gold/ID.json with offsets computed from the article.
// usage: node samples/annotate.mjs [ID…]      (no ID: all). The notation is described in samples/README.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

export const SAMPLES = fileURLToPath(new URL('.', import.meta.url));
export const KINDS = ['event', 'statement', 'statistic', 'prediction', 'opinion', 'quote'];
export const STANCES = ['neutral', 'distancing', 'factive', 'negating', 'evaluative', 'predictive'];
export const REASONS = [
  'navigation',
  'related',
  'newsletter',
  'share',
  'advert',
  'comments',
  'chatbot',
  'credit',
  'tags',
];
export const FLAGS = [
  'ai-generated-suspected',
  'obfuscated-word',
  'hidden-characters',
  'unbalanced-quotes',
  'question-headline',
  'no-date',
];
export const HEADLINES = ['same', 'drops-attribution', 'changes-number', 'hardens', 'unsupported'];

export const readArticle = (file) => readFileSync(join(SAMPLES, 'articles', file), 'utf8');
export const readIndex = () => JSON.parse(readFileSync(join(SAMPLES, 'articles', 'index.json'), 'utf8')).articles;

/** Start of the n-th occurrence (1-based) of `needle`; without n the needle must occur exactly once. */
function locate(text, needle, n) {
  const starts = [];
  for (let i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, i + 1)) starts.push(i);
  if (starts.length === 0) throw new Error(`not in the article: ${needle}`);
  if (n === undefined && starts.length > 1) throw new Error(`occurs ${starts.length} times, say which (#n): ${needle}`);
  const start = starts[(n ?? 1) - 1];
  if (start === undefined) throw new Error(`has no occurrence ${n}: ${needle}`);
  return start;
}

/**
 * Span of a quotation such as `first words … last words` or `#2 words`.
 * The first words are located as `locate` says; the last words are their first occurrence after them.
 * @returns {{start: number, end: number, quote: string}} UTF-16 offsets into the text
 */
export function spanOf(text, reference) {
  const { n, rest } = /^(?:#(?<n>\d+)\s+)?(?<rest>.*)$/su.exec(reference).groups;
  const [head, tail, more] = rest.split(' … ');
  if (more !== undefined) throw new Error(`more than one elision: ${reference}`);
  const start = locate(text, head, n === undefined ? undefined : Number(n));
  let end = start + head.length;
  if (tail !== undefined) {
    const at = text.indexOf(tail, end);
    if (at < 0) throw new Error(`the last words do not follow: ${reference}`);
    end = at + tail.length;
  }
  return { start, end, quote: text.slice(start, end) };
}

/** The sentence or run of sentences, inside one line, that holds the span. */
function sentenceAround(text, { start, end }, language) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end - 1) < 0 ? text.length : text.indexOf('\n', end - 1);
  const pieces = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.slice(from, to))];
  const held = pieces.filter((p) => from + p.index < end && from + p.index + p.segment.length > start);
  return held
    .map((p) => p.segment)
    .join('')
    .trim();
}

function parseWho(body) {
  const who = {};
  for (const part of body
    .split(';')
    .map((p) => p.trim())
    .filter(Boolean)) {
    const [key, value] = part.split(/=(.*)/su).map((s) => s?.trim());
    if (!['speaker', 'full', 'role', 'outlet', 'via', 'anonymous', 'count'].includes(key))
      throw new Error(`unknown part of a source: ${part}`);
    who[key] = key === 'anonymous' ? true : key === 'count' ? Number(value) : value;
  }
  return who;
}

function attributionOf(text, name, cue, stance, people) {
  if (name === '-') return null;
  const who = people.get(name);
  if (!who) throw new Error(`no source called ${name}`);
  if (stance !== undefined && !STANCES.includes(stance)) throw new Error(`unknown stance: ${stance}`);
  for (const part of ['speaker', 'full', 'outlet', 'via'])
    if (who[part] !== undefined && !text.includes(who[part]))
      throw new Error(`${part} is not as written: ${who[part]}`);
  const links = [];
  if (who.speaker) links.push({ role: 'speaker', name: who.speaker });
  if (who.outlet && who.outlet !== who.speaker) links.push({ role: 'outlet', name: who.outlet });
  if (who.via) links.push({ role: 'outlet', name: who.via });
  return {
    speaker: who.speaker ?? null,
    ...(who.full === undefined ? {} : { speaker_full: who.full }),
    role: who.role ?? null,
    outlet: who.outlet ?? null,
    anonymous: who.anonymous ?? false,
    ...(who.count === undefined ? {} : { sourceCount: who.count }),
    cue: cue || null,
    stance: stance ?? 'neutral',
    ...(cue ? {} : { scope: 'implicit: continues the speaker before it' }),
    links,
  };
}

const CLAIM =
  /^(?<worth>[012]) (?<kind>\S+) (?<tier>[ABC]) \[(?<who>[^:\]]+)(?::\s*(?<cue>[^\]]*?))?(?:,\s*(?<stance>[a-z]+))?\]$/u;

function claimFrom(line, text, entry, people) {
  const cut = line.indexOf('] ');
  const head = CLAIM.exec(line.slice(0, cut + 1))?.groups;
  if (!head || !KINDS.includes(head.kind)) throw new Error(`not a claim line: ${line}`);
  const span = spanOf(text, line.slice(cut + 2).trim());
  return {
    ...span,
    sentence: sentenceAround(text, span, entry.language),
    checkworthy: Number(head.worth),
    kind: head.kind,
    tier: head.tier,
    attribution: attributionOf(text, head.who.trim(), head.cue?.trim(), head.stance, people),
  };
}

const LINE = /^(?<word>who|aside|dup|flag|headline|quality|claim|note) (?<body>.*)$/u;

function readLine(gold, line, context) {
  const parsed = LINE.exec(line)?.groups;
  if (!parsed) throw new Error(`not understood: ${line}`);
  const { word, body } = parsed;
  const { text, entry, people } = context;
  const [label, rest] = body.split(/:\s(.*)/su);
  if (word === 'who') people.set(label.trim(), parseWho(rest));
  else if (word === 'claim') gold.claims.push(claimFrom(body, text, entry, people));
  else if (word === 'note') gold.claims.at(-1).note = body;
  else if (word === 'quality') gold.quality_flags.push(body);
  else if (word === 'dup') gold.duplicates.push(spanOf(text, body));
  else if (word === 'aside') gold.setAside.push({ reason: label, ...spanOf(text, rest) });
  else if (word === 'flag') gold.flags.push({ code: label, ...(rest ? spanOf(text, rest) : {}) });
  else {
    const [relation, claim] = label.split(' ');
    gold.headlines.push({ relation, claim: claim ?? null, ...spanOf(text, rest) });
  }
}

/** The gold annotation of one article of index.json, computed from its source. Throws with the line number. */
export function annotate(entry) {
  const text = readArticle(entry.file);
  const source = readFileSync(join(SAMPLES, 'gold', `${entry.id}.src.txt`), 'utf8');
  const gold = {
    claims: [],
    setAside: [],
    duplicates: [],
    headlines: [],
    flags: [],
    quality_flags: [],
  };
  const context = { text, entry, people: new Map() };
  source.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    try {
      readLine(gold, line.trim(), context);
    } catch (error) {
      throw new Error(`${entry.id}.src.txt line ${index + 1}: ${error.message}`, { cause: error });
    }
  });
  const span = ({ start, end }) => [start, end];
  const neutral = [spanOf(text, `#1 ${entry.title}`), ...gold.headlines, ...gold.duplicates];
  return {
    article: entry.id,
    file: entry.file,
    language: entry.language,
    title: entry.title,
    offset_unit: 'UTF-16 code units of the article file (LF line ends)',
    boilerplate_spans: gold.setAside.map(span),
    setAside: gold.setAside,
    duplicates_ok: neutral.map((d) => d.quote),
    duplicates_ok_spans: neutral.map(span),
    headlines: gold.headlines,
    flags: gold.flags,
    quality_flags: gold.quality_flags,
    claims: gold.claims.map((claim, i) => ({
      id: `${entry.id}-c${String(i + 1).padStart(2, '0')}`,
      ...claim,
    })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const sources = new Set(readdirSync(join(SAMPLES, 'gold')));
  for (const entry of readIndex()) {
    if (wanted.length > 0 && !wanted.includes(entry.id)) continue;
    if (!sources.has(`${entry.id}.src.txt`)) {
      process.stderr.write(`${entry.id}: no annotation yet\n`);
      continue;
    }
    const target = join(SAMPLES, 'gold', `${entry.id}.json`);
    const next = annotate(entry);
    // Compared by value, so that a formatted file is left alone.
    const unchanged = existsSync(target) && isDeepStrictEqual(JSON.parse(readFileSync(target, 'utf8')), next);
    if (!unchanged) writeFileSync(target, `${JSON.stringify(next, null, 2)}\n`);
  }
}
