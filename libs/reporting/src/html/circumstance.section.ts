import type { ReportCommentRequest } from '../model/report.model.js';
import { foreign, html, phrase, type Markup } from './markup.js';
import { notice } from './notice.js';
import { actor, day, moment, written, type Scribe } from './scribe.js';

/** What a reader must know of how the article went out: provisionally, after whom was asked, on what was taken back. */
export function circumstances(scribe: Scribe): Markup[] {
  const found = scribe.article.circumstances;
  if (!found) return [];
  return [...provisional(scribe), ...found.comments.map((one) => comment(one, scribe)), ...notices(scribe)];
}

function provisional({ texts, article }: Scribe): Markup[] {
  const pending = article.circumstances?.pending ?? [];
  if (pending.length === 0) return [];
  const numbers = new Map(article.claims.map(({ id }, index) => [id, index + 1]));
  const items = pending.map(({ claimId, recheckAt }) => {
    const line = phrase(texts.word('provisional.line'), {
      number: numbers.get(claimId) ?? '–',
      date: html`${day(recheckAt, texts)} ${moment(recheckAt, texts)}`,
    });
    return html`<br />${line}`;
  });
  return [notice(texts.word('provisional.heading'), html`${texts.word('provisional.intro')}${items}`, null)];
}

function comment(one: ReportCommentRequest, { texts }: Scribe): Markup {
  const heading = texts.word(one.waiver ? 'comment.waived' : 'comment.heading');
  const who = phrase(texts.word('comment.to'), { addressee: foreign(one.addressee) });
  if (one.waiver) {
    const note = one.waiver.note === null ? null : html`: ${written(one.waiver.note)}`;
    const reason = html`${who}${texts.comma}${texts.word(`waiver.${one.waiver.reason}`)}${note}`;
    return notice(heading, reason, actor(one.waiver.by, texts));
  }
  const outcome = texts.word(one.outcome === null ? 'comment.waiting' : `comment.${one.outcome}`);
  const answer = one.answer === null ? null : html`: ${written(one.answer)}`;
  return notice(
    heading,
    html`${who}${texts.comma}${outcome}${answer}`,
    one.sentAt === null ? null : day(one.sentAt, texts),
  );
}

function notices({ texts, article }: Scribe): Markup[] {
  return (article.circumstances?.notices ?? []).map(({ type, text, at }) =>
    notice(texts.word(`notice.${type}`), written(text), day(at, texts)),
  );
}
