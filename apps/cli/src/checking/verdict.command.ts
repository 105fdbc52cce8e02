import type { Evidence, Input } from '#client';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { claimId, wholeId } from '../desk/short.id.js';
import { readText } from '../input/text.input.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { ClaimWords, type Rating, ratingKey } from '../wording/claim.words.js';

export interface VerdictOptions extends DeskOptions {
  readonly confidence: Input<'giveVerdict'>['body']['confidence'];
  readonly rationale: string;
  readonly evidence: readonly string[];
}

/** Gives one's verdict. Without --evidence it rests on all evidence one has added to the claim oneself. */
export async function verdictCommand(
  typed: string,
  label: string,
  options: VerdictOptions,
  context: CommandContext,
): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const id = await claimId(desk, typed);
    const { ratings, words } = await scaleOf(id, desk);
    const rating = ratingKey(label, ratings) ?? noSuchRating(label, ratings, words);
    const { items } = await desk.client.call('listEvidence', { params: { id } });
    const evidenceIds = await cited(options.evidence, items, desk);
    const rationale = await proseOf(options.rationale, desk);
    const body = { rating, confidence: options.confidence, rationale, evidenceIds };
    const given = await desk.client.call('giveVerdict', { params: { id }, body });
    if (options.json) return desk.terminal.result(asJson(given));
    const [name, count] = [desk.page().foreign(words.rating(rating, ratings)), evidenceIds.length];
    desk.terminal.say({
      en: `Your verdict is in: ${name}. Evidence cited: ${count}.`,
      ar: `سُجّل تقييمك: ${name}. عدد الأدلة المستند إليها: ${count}.`,
    });
  });
}

/** The scale that a claim is judged by, and the words for its kind of article. */
export async function scaleOf(
  id: string,
  { client, language }: Desk,
): Promise<{ ratings: readonly Rating[]; words: ClaimWords }> {
  const { articleId } = await client.call('getClaim', { params: { id } });
  const [article, newsroom] = await Promise.all([
    client.call('getArticle', { params: { id: articleId } }),
    client.call('getNewsroom'),
  ]);
  return { ratings: newsroom.scale[article.kind].ratings, words: new ClaimWords(language, article.kind) };
}

export function noSuchRating(label: string, ratings: readonly Rating[], words: ClaimWords): never {
  const labels = ratings.map(({ key }) => `${key} (${words.rating(key, ratings)})`);
  throw new CommandFailure(EXIT.usage, {
    en: `${label} is no rating here: choose ${labels.join(', ')}`,
    ar: `‏${label} ليس من التقييمات هنا: اختر ${labels.join('، ')}`,
  });
}

async function cited(typed: readonly string[], items: readonly Evidence[], { profile }: Desk): Promise<string[]> {
  const standing = items.filter(({ withdrawn }) => withdrawn === null);
  if (typed.length === 0) return standing.filter(({ addedBy }) => addedBy === profile.member.id).map(({ id }) => id);
  if (typed.length === 1 && typed[0] === 'none') return [];
  if (typed.length === 1 && typed[0] === 'all') return standing.map(({ id }) => id);
  return Promise.all(typed.map((each) => wholeId('evidence', each, () => standing)));
}

/** Longer reasons are better written in an editor than in a shell: `-` reads them from standard input. */
export async function proseOf(text: string, { terminal }: Desk): Promise<string> {
  return text === '-' ? (await readText('-', terminal)).trim() : text;
}
