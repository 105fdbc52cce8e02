import type { ReportModel } from '../model/report.model.js';
import type { Catalogue } from '../texts/text.catalogue.js';
import { code, foreign, html, phrase, type Markup } from './markup.js';
import { actor, day, facts, moment, quoted, written, type Scribe } from './scribe.js';

/** What was set aside, by whom and why: a report that hid it could be tuned by omission. */
export function dismissedAppendix(scribe: Scribe): Markup | null {
  const { texts, article } = scribe;
  if (article.dismissed.length === 0) return null;
  const rows = article.dismissed.map(
    (claim) =>
      html`<tr>
        <td>${quoted(claim.quote, scribe)}</td>
        <td>${texts.word(`dismissal.${claim.reason}`)}${claim.note !== null && html`: ${written(claim.note)}`}</td>
        <td>${actor(claim.by, texts)}${texts.comma}${day(claim.at, texts)}</td>
      </tr>`,
  );
  return html`<h2>${texts.word('dismissed.heading')}</h2>
    <p class="intro">${texts.word('dismissed.intro')}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.word('summary.words')}</th>
          <th scope="col">${texts.word('dismissed.reason')}</th>
          <th scope="col">${texts.word('dismissed.by')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

export function unexaminedAppendix(scribe: Scribe): Markup | null {
  const { texts, article } = scribe;
  if (article.unexamined.length === 0) return null;
  const rows = article.unexamined.map(
    (claim) =>
      html`<tr>
        <td>${quoted(claim.quote, scribe)}</td>
        <td>${texts.word(`unexamined.${claim.why}`)}</td>
      </tr>`,
  );
  return html`<h2>${texts.word('unexamined.heading')}</h2>
    <p class="intro">${texts.word('unexamined.intro')}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.word('summary.words')}</th>
          <th scope="col">${texts.word('dismissed.reason')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

/** By which rules and up to which ledger entry the report was made. */
export function recordSection(model: ReportModel, texts: Catalogue): Markup {
  return html`<section class="record">
    <h2>${texts.word('record.heading')}</h2>
    ${facts([
      [texts.word('doc.newsroom'), foreign(model.newsroom.name)],
      [texts.word('doc.reportId'), code(model.id)],
      [texts.word('csv.asOf'), moment(model.asOf, texts)],
      [
        texts.word('record.policy'),
        phrase(texts.word('record.policyOf'), {
          version: model.policy.version,
          preset: texts.word(`preset.${model.policy.preset}`),
        }),
      ],
      [texts.word('record.scale'), phrase(texts.word('record.scaleOf'), { version: model.scaleVersion })],
      [texts.word('record.ledger'), phrase(texts.word('record.ledgerOf'), { seq: model.ledger.seq })],
      [texts.word('record.leaf'), code(model.ledger.leafHash)],
    ])}
    <p>${texts.word('record.basis')}</p>
    <p>${texts.word('record.readingText')}</p>
  </section>`;
}
