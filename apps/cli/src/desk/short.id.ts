import type { Desk } from './desk.access.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

const WHOLE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** An id's end is random, its beginning is the time: the end tells things of one morning apart. */
const SHORT = /^[0-9a-f]{6,12}$/;
export const SHORT_LENGTH = 8;
/** How many of the latest things a short id is looked for in. */
const REACH = 2000;

export type Noun = 'claim' | 'article' | 'evidence' | 'verdict' | 'query';
const NOUNS: Readonly<Record<Noun, { en: string; ar: string }>> = {
  claim: { en: 'claim', ar: 'معلومة' },
  article: { en: 'article', ar: 'مادة' },
  evidence: { en: 'evidence', ar: 'دليل' },
  verdict: { en: 'verdict', ar: 'تقييم' },
  query: { en: 'query', ar: 'طلب إيضاح' },
};

export function shortId(id: string): string {
  return id.slice(-SHORT_LENGTH);
}

/** A claim's whole id from what a person typed: among his own assignments and the newsroom's latest claims. */
export async function claimId({ client }: Desk, typed: string): Promise<string> {
  return wholeId('claim', typed, async function* () {
    yield* client.pages('listClaims', { query: { assignee: 'me', limit: 200 } });
    yield* client.pages('listClaims', { query: { limit: 200 } });
  });
}

export async function articleId({ client }: Desk, typed: string): Promise<string> {
  return wholeId('article', typed, () => client.pages('listArticles', { query: { limit: 200 } }));
}

/**
 * The one id of `things` that ends as typed.
 * @throws CommandFailure when none does, or several do: a short id never acts on a guess
 */
export async function wholeId(
  noun: Noun,
  typed: string,
  things: () => AsyncIterable<{ readonly id: string }> | Iterable<{ readonly id: string }>,
): Promise<string> {
  const asked = typed.toLowerCase();
  if (WHOLE.test(asked)) return asked;
  const { en, ar } = NOUNS[noun];
  if (!SHORT.test(asked)) {
    throw new CommandFailure(EXIT.usage, {
      en: `${typed} is no id of ${noun === 'evidence' ? '' : 'a '}${en}: give all of it, or its last 6 to 12 characters`,
      ar: `‏${typed} ليس معرّف ${ar}: اكتبه كاملًا أو اكتب آخر 6 إلى 12 محرفًا منه`,
    });
  }
  const fitting = await endingIn(asked, things());
  if (fitting.size === 1) return [...fitting][0]!;
  throw new CommandFailure(
    EXIT.notFound,
    fitting.size === 0
      ? {
          en: `no ${en} ends in ${typed}: give its whole id`,
          ar: `لم يُعثر على ${ar} بمعرّف ينتهي بـ${typed}: اكتب المعرّف كاملًا`,
        }
      : {
          en: `${fitting.size} ids end in ${typed}: give more characters`,
          ar: `ينتهي بـ${typed} أكثر من معرّف (${fitting.size}): اكتب محارف أكثر`,
        },
  );
}

async function endingIn(
  end: string,
  things: AsyncIterable<{ readonly id: string }> | Iterable<{ readonly id: string }>,
): Promise<Set<string>> {
  const fitting = new Set<string>();
  let seen = 0;
  for await (const { id } of things) {
    if (id.endsWith(end)) fitting.add(id);
    if (++seen >= REACH) break;
  }
  return fitting;
}
