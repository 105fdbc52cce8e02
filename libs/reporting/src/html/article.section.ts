import { statusOf, type ClaimStatus } from '../status/claim.status.js';
import { circumstances } from './circumstance.section.js';
import { claimSection, statusBadge } from './claim.section.js';
import { dismissedAppendix, unexaminedAppendix } from './appendix.section.js';
import { independence } from './evidence.section.js';
import { ICONS } from './icon.set.js';
import { code, foreign, html, link, phrase, type Markup } from './markup.js';
import { exceptionNotice, notice } from './notice.js';
import { actor, day, facts, quoted, written, type Scribe } from './scribe.js';

/** One article: what it is, the results at a glance, the claims one by one, what was set aside. */
export function articleSection(scribe: Scribe): Markup {
  const { texts, article } = scribe;
  const claims = article.claims.map((claim, index) => claimSection(claim, index + 1, scribe));
  return html`<article class="article">
    <h1 lang="${article.language}" dir="auto">${article.title}</h1>
    ${articleFacts(scribe)} ${corrections(scribe)} ${circumstances(scribe)} ${releaseExceptions(scribe)}
    <h2>${texts.word('summary.heading')}: ${texts.plural(`claims.${article.kind}`, article.claims.length)}</h2>
    ${article.claims.length > 0 ? [tally(scribe), overview(scribe)] : html`<p>${texts.word('claims.none')}</p>`}
    ${claims.length > 0 && html`<h2>${texts.word(`claims.heading.${article.kind}`)}</h2>`} ${claims}
    ${dismissedAppendix(scribe)} ${unexaminedAppendix(scribe)}
  </article>`;
}

function articleFacts(scribe: Scribe): Markup {
  const { texts, article } = scribe;
  const { outlet, byline, publishedAt, url, release, revision } = article;
  return facts([
    [texts.word('article.outlet'), outlet !== null && foreign(outlet)],
    [texts.word('article.byline'), byline !== null && foreign(byline)],
    [texts.word('article.publishedAt'), publishedAt !== null && day(publishedAt, texts)],
    [texts.word('article.url'), url !== null && link(url)],
    [
      texts.word('article.state'),
      html`${texts.word(`article.${article.kind}`)}${texts.comma}<strong
          >${texts.word(`articleState.${article.kind}.${article.state}`)}</strong
        >`,
    ],
    [
      texts.word('article.revision'),
      phrase(texts.word('article.revisionOf'), { number: revision.number, date: day(revision.createdAt, texts) }),
    ],
    [texts.word('article.revisionHash'), code(revision.hash)],
    [texts.word(`release.${article.kind}`), release !== null && releaseLine(scribe)],
  ]);
}

function releaseLine({ texts, article: { release } }: Scribe): Markup | null {
  if (!release) return null;
  const line = phrase(texts.word('release.of'), {
    number: release.revisionNumber,
    date: day(release.at, texts),
    actor: actor(release.by, texts),
  });
  return html`${line}${release.superseded && html` (${texts.word('release.superseded')})`}${release.note !== null && html`<br />${written(release.note)}`}`;
}

function corrections({ texts, article }: Scribe): Markup[] {
  return article.corrections.map((one) => {
    const signed = html`${day(one.at, texts)}${texts.comma}${actor(one.by, texts)}`;
    return notice(texts.word(`correction.${one.class}`), written(one.note), signed);
  });
}

function releaseExceptions({ texts, article }: Scribe): Markup[] {
  return (article.release?.exceptions ?? []).map((one) => exceptionNotice(one, texts));
}

/** How many claims came to each result, in the order in which the results first occur. */
function tally({ texts, article }: Scribe): Markup {
  const counts = new Map<string, { status: ClaimStatus; count: number }>();
  for (const claim of article.claims) {
    const status = statusOf(claim, article.kind, texts);
    const seen = counts.get(status.text);
    if (seen) seen.count += 1;
    else counts.set(status.text, { status, count: 1 });
  }
  const items = [...counts.values()].map(
    ({ status: { tone, text }, count }) =>
      html`<li class="${tone}">${ICONS[tone]}<span class="count">${count}</span><span class="word">${text}</span></li>`,
  );
  return html`<ul class="tally">
    ${items}
  </ul>`;
}

function overview(scribe: Scribe): Markup {
  const { texts, article } = scribe;
  const rows = article.claims.map(
    (claim, index) =>
      html`<tr>
        <td class="no"><a href="#c-${claim.id}">${index + 1}</a></td>
        <td>${quoted(claim.quote, scribe)}</td>
        <td class="result">${statusBadge(claim, scribe)}</td>
        <td class="origins">${!claim.withheld && independence(claim, scribe)}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th class="no" scope="col">${texts.word('summary.number')}</th>
        <th scope="col">${texts.word('summary.words')}</th>
        <th scope="col">${texts.word('summary.result')}</th>
        <th scope="col">${texts.word('summary.sources')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
