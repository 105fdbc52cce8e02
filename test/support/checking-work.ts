import type { Input } from '#client';
import { outcome, type Asked } from './ask.js';
import { ifMatch, type Newsroom, type Person } from './newsroom-api.js';

// What came over the wire is looked at, not typed: the server itself checks every answer against its contract.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Any = any;

/** The body of an answer that must have succeeded. */
export async function done(asked: Promise<Asked>): Promise<Any> {
  const answered = await asked;
  if (answered.status >= 300) throw new Error(`${outcome(answered)}: ${JSON.stringify(answered.body)}`);
  return answered.body;
}

/** An external article of one sentence a paragraph, and its claims. */
export function post(who: Person, paragraphs: readonly string[], more: Record<string, unknown> = {}): Promise<Any> {
  const body = { kind: 'external', language: 'ar', text: paragraphs.join('\n\n'), ...more } as const;
  return who.client.call('createArticle', { body });
}

/** A claim made by hand from a sentence that stands in the article once. */
export function claimFrom(who: Person, articleId: string, quote: string, more: object = {}): Promise<Any> {
  return who.client.call('createClaim', { params: { id: articleId }, body: { quote, ...more } });
}

export function assignTo(editor: Person, claimId: string, reviewer: Person): Promise<Any> {
  return editor.client.call('createAssignment', { params: { id: claimId }, body: { reviewerId: reviewer.id } });
}

/** Evidence that counts by itself: a place, an address and the words found there. */
export function evidenceBody(source: object, more: object = {}): object {
  return {
    ...source,
    stance: 'supports',
    locator: 'الفقرة الثالثة',
    url: 'https://example.org/a',
    quote: 'النص المقتبس',
    ...more,
  };
}

export const fromOutlet = (name: string) => ({ source: { name, type: 'outlet' } });

export function addEvidence(who: Person, claimId: string, source: object, more: object = {}): Promise<Any> {
  const body = evidenceBody(source, more) as Input<'addEvidence'>['body'];
  return who.client.call('addEvidence', { params: { id: claimId }, body });
}

export function verdictBody(rating: string, evidenceIds: readonly string[], rationale = 'راجعت المصدر ووجدت النص.') {
  return { rating, confidence: 'high', rationale, evidenceIds };
}

export async function versionOf(who: Person, claimId: string): Promise<number> {
  return (await done(who.get(`/claims/${claimId}`))).version;
}

export async function decideNow(who: Person, claimId: string, body: object): Promise<Asked> {
  return who.post(`/claims/${claimId}/decisions`, body, ifMatch(await versionOf(who, claimId)));
}

/** What a decision towards `to` would still miss, by name. */
export async function requirement(who: Person, claimId: string, name: string, to = 'verified'): Promise<Any> {
  const { requirements } = await done(who.get(`/claims/${claimId}`));
  return requirements[to].find((one: Any) => one.name === name);
}

/** Salma and Omar assigned, one piece of evidence, Salma's supporting verdict: the editor could verify. */
export async function readyToVerify(desk: Newsroom, claimId: string): Promise<{ evidenceId: string }> {
  await assignTo(desk.editor, claimId, desk.salma);
  await assignTo(desk.editor, claimId, desk.omar);
  const evidence = await addEvidence(desk.salma, claimId, { source: { name: 'محضر الجلسة', type: 'document' } });
  await done(desk.salma.post(`/claims/${claimId}/verdicts`, verdictBody('true', [evidence.id])));
  return { evidenceId: evidence.id };
}
