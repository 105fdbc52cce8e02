import { bearer } from '../support/ask.js';
import { claimFrom, post, type Any } from '../support/checking-work.js';
import type { Newsroom, NewsroomApi, Person } from '../support/newsroom-api.js';

/** A mutation ready to be sent; it can be sent again as long as it had no effect. */
export interface Prepared {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Credential, precondition, content type. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether an Idempotency-Key may come with it. */
  readonly keyed: boolean;
}

/** What scenarios are prepared on. */
export interface Stage {
  readonly api: NewsroomApi;
  readonly desk: Newsroom;
}

export type Scenario = (stage: Stage) => Promise<Prepared>;

let made = 0;
/** Words that no other scenario has. */
export const sentence = () => `بلغ عدد الوحدات في الحي رقم ${++made} نحو ${made * 7 + 100} وحدة.`;
export const match = (version: number) => ({ 'if-match': `"${version}"` });

export function by(who: Person, method: Prepared['method'], path: string, body?: unknown, headers = {}): Prepared {
  return { method, path, body, headers: { ...bearer(who.token), ...headers }, keyed: method === 'POST' };
}

export async function oneClaim({ desk }: Stage): Promise<{ article: Any; claim: Any }> {
  const words = sentence();
  const article = await post(desk.editor, [words, sentence()]);
  return { article, claim: await claimFrom(desk.editor, article.id, words) };
}
