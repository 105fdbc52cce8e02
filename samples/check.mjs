#!/usr/bin/env node
// Verifies the sample articles, their gold annotation and the demo script; prints every fault and exits 1 when there is one.
// usage: node samples/check.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FLAGS, HEADLINES, REASONS, SAMPLES, annotate, readArticle, readIndex } from './annotate.mjs';
import { checkDemo } from './demo/check.mjs';

const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);
const json = (...path) => JSON.parse(readFileSync(join(SAMPLES, ...path), 'utf8'));
const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0;
const GROWTH = [
  'sources-promoted',
  'agency-dropped',
  'source-dropped',
  'verb-hardened',
  'hedge-dropped',
  'stage-advanced',
  'scope-widened',
  'number-changed',
  'number-dropped',
  'no-comment-hardened',
  'evaluation-added',
  'denial-turned-claim',
];

function checkArticle(entry) {
  const text = readArticle(entry.file);
  const words = text.split(/\s+/u).filter(Boolean).length;
  if (words < 250 || words > 700) fault(entry.id, `has ${words} words, wanted 250 to 700`);
  if (text !== text.normalize('NFC')) fault(entry.id, 'is not in normal form NFC');
  if (/\r|\uFEFF|\t| \n/u.test(text))
    fault(entry.id, 'has a CR, a byte order mark, a tab or a space before a line end');
  if (!text.includes(entry.title)) fault(entry.id, 'does not hold the title of index.json');
  if (!['draft', 'external'].includes(entry.kind)) fault(entry.id, `unknown kind ${entry.kind}`);
  if (Number.isNaN(Date.parse(entry.publishedAt))) fault(entry.id, 'has no date');
  if ((entry.kind === 'external') !== (entry.sourceUrl !== null)) fault(entry.id, 'only external articles have a URL');
  if (entry.sourceUrl !== null && !reserved(entry.sourceUrl))
    fault(entry.id, `not a reserved domain: ${entry.sourceUrl}`);
}

/** Domains that RFC 2606 and RFC 6761 keep free for examples. */
export function reserved(url) {
  const { hostname, protocol } = new URL(url);
  return protocol === 'https:' && /(?:^|\.)(?:example|example\.(?:org|com|net))$/u.test(hostname);
}

function checkSpan(where, text, edges, { start, end, quote }) {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > text.length)
    return fault(where, `span ${start}–${end} is not inside the text`);
  if (quote !== undefined && text.slice(start, end) !== quote) fault(where, 'the slice is not the quote');
  if (!edges.has(start) || !edges.has(end)) fault(where, `${start}–${end} cuts a character`);
  if (/^\s|\s$/u.test(text.slice(start, end))) fault(where, `${start}–${end} begins or ends with a space`);
}

function checkClaims(gold, text, edges) {
  let last = -1;
  const seen = new Set();
  for (const claim of gold.claims) {
    checkSpan(claim.id, text, edges, claim);
    if (claim.start < last) fault(claim.id, 'stands before the claim listed before it');
    last = claim.start;
    if (seen.has(`${claim.start}-${claim.end}`)) fault(claim.id, 'repeats a span');
    seen.add(`${claim.start}-${claim.end}`);
    if (!claim.sentence.includes(claim.quote)) fault(claim.id, 'is not inside its sentence');
    if (claim.quote.includes('\n')) fault(claim.id, 'runs over a line end');
    for (const aside of gold.setAside)
      if (overlap(claim, aside)) fault(claim.id, `overlaps set-aside text (${aside.reason})`);
    for (const other of gold.claims)
      if (other !== claim && overlap(claim, other) && claim.start < other.start && claim.end < other.end)
        fault(claim.id, `half overlaps ${other.id}`);
    const said = claim.attribution;
    if (said !== null && !said.speaker && !said.outlet && !said.anonymous) fault(claim.id, 'has an empty attribution');
    if (said?.sourceCount !== undefined && !said.anonymous) fault(claim.id, 'counts sources that are not anonymous');
  }
}

function checkGold(entry) {
  const name = `${entry.id}.json`;
  if (!existsSync(join(SAMPLES, 'gold', name))) return fault(entry.id, 'has no gold');
  const gold = json('gold', name);
  const text = readArticle(entry.file);
  try {
    if (!isDeepStrictEqual(annotate(entry), gold))
      fault(name, 'differs from its source: run node samples/annotate.mjs');
  } catch (error) {
    fault(name, error.message);
  }
  const edges = new Set([text.length]);
  for (const { index } of new Intl.Segmenter(entry.language, { granularity: 'grapheme' }).segment(text))
    edges.add(index);
  checkClaims(gold, text, edges);
  if (!gold.claims.some((c) => c.checkworthy === 2)) fault(name, 'has no check-worthy claim');
  for (const part of [...gold.setAside, ...gold.headlines, ...gold.flags.filter((f) => 'start' in f)])
    checkSpan(name, text, edges, part);
  for (const { reason } of gold.setAside) if (!REASONS.includes(reason)) fault(name, `unknown reason ${reason}`);
  for (const { code } of gold.flags) if (!FLAGS.includes(code)) fault(name, `unknown flag ${code}`);
  for (const { relation, claim } of gold.headlines) {
    if (!HEADLINES.includes(relation)) fault(name, `unknown headline relation ${relation}`);
    if (!gold.claims.some((c) => c.id === `${entry.id}-${claim}`)) fault(name, `headline of an unknown claim ${claim}`);
  }
  gold.duplicates_ok_spans.forEach(([start, end], i) =>
    checkSpan(name, text, edges, { start, end, quote: gold.duplicates_ok[i] }),
  );
  return gold;
}

function checkOrigin(origin, texts, claims) {
  const where = `cross.json ${origin.id}`;
  const [first, second] = origin.articles;
  for (const [id, words] of Object.entries(origin.named))
    if (!texts.get(id)?.includes(words)) fault(where, `${id} does not say ${words}`);
  for (const { claims: pair, grown } of origin.pairs) {
    if (!pair[0].startsWith(first) || !pair[1].startsWith(second)) fault(where, `${pair} is not a pair of the two`);
    for (const id of pair) if (!claims.has(id)) fault(where, `unknown claim ${id}`);
    for (const { what, from, to } of grown) {
      if (!GROWTH.includes(what)) fault(where, `unknown growth ${what}`);
      if (!texts.get(first).includes(from)) fault(where, `${first} does not say ${from}`);
      if (to !== null && !texts.get(second).includes(to)) fault(where, `${second} does not say ${to}`);
    }
  }
  const paired = new Set(origin.pairs.flatMap((p) => p.claims));
  for (const id of [...origin.dropped, ...origin.added]) {
    if (!claims.has(id)) fault(where, `unknown claim ${id}`);
    if (paired.has(id)) fault(where, `${id} is paired and yet dropped or added`);
  }
}

const index = readIndex();
const texts = new Map(index.map((entry) => [entry.id, readArticle(entry.file)]));
for (const entry of index) checkArticle(entry);
const listed = new Set(['index.json', ...index.map((entry) => entry.file)]);
for (const file of readdirSync(join(SAMPLES, 'articles'))) if (!listed.has(file)) fault(file, 'is not in index.json');
const gold = new Map();
for (const entry of index) gold.set(entry.id, checkGold(entry) ?? { claims: [], setAside: [] });
const claims = new Map([...gold.values()].flatMap((g) => g.claims.map((claim) => [claim.id, claim])));
for (const origin of json('gold', 'cross.json').origins) checkOrigin(origin, texts, claims);
checkDemo({ script: json('demo', 'script.json'), index, texts, gold, claims, fault, reserved });

for (const line of faults) process.stderr.write(`${line}\n`);
if (faults.length > 0) {
  process.stderr.write(`${faults.length} faults\n`);
  process.exitCode = 1;
} else {
  const worth = [0, 1, 2].map((n) => [...claims.values()].filter((c) => c.checkworthy === n).length);
  process.stdout.write(
    `${index.length} articles, ${claims.size} claims (${worth[2]} verify first, ${worth[1]} checkable, ${worth[0]} opinion or trivial): all spans exact\n`,
  );
}
