import type { ReportEvidence } from '../model/evidence.model.js';
import type { ReportClaim } from '../model/claim.model.js';
import { code, foreign, html, link, phrase, type Markup, type Part } from './markup.js';
import { dotted, listed, type Scribe } from './scribe.js';

const STANCE_TONE = { supports: 'verified', refutes: 'disputed', context: 'closed' } as const;

/** Evidence of a claim, numbered so that verdicts can point at it, and how many independent origins it comes to. */
export function evidenceSection(claim: ReportClaim, scribe: Scribe): Markup | null {
  const { texts } = scribe;
  if (claim.evidence.length === 0 && claim.withheld) return null;
  if (claim.evidence.length === 0)
    return html`<h4>${texts.word('evidence.heading')}</h4>
      <p class="meta">${texts.word('evidence.none')}</p>`;
  return html`<h4>${texts.word('evidence.heading')}${!claim.withheld && html`: ${independence(claim, scribe)}`}</h4>
    <ol>
      ${claim.evidence.map((item, index) => evidenceItem(item, index + 1, scribe))}
    </ol>`;
}

/** «3 مصادر، مصدران أصلان مستقلان» */
export function independence(claim: ReportClaim, { texts }: Scribe): Markup {
  const sources = texts.plural('sources', claim.independence.sources);
  if (claim.independence.sources === 0) return html`${sources}`;
  return phrase(texts.word('evidence.independence'), {
    sources,
    origins: texts.plural('origins', claim.independence.origins),
  });
}

function evidenceItem(item: ReportEvidence, number: number, scribe: Scribe): Markup {
  const { texts } = scribe;
  const stance = html`<span class="tag ${STANCE_TONE[item.stance]}">${texts.word(`evidence.${item.stance}`)}</span>`;
  const primary = item.primary && html`<span class="tag">${texts.word('evidence.primary')}</span>`;
  const withdrawn = item.withdrawn && html`<span class="mark">${texts.word('evidence.withdrawn')}</span>`;
  return html`<li class="item${item.withdrawn && ' gone'}">
    <div class="head">
      <span class="ref">[${number}]</span> <span class="who">${sourceName(item.source.name, scribe)}</span>
      <span class="meta">${texts.word(`source.${item.source.type}`)}</span> ${stance} ${primary} ${withdrawn}
    </div>
    ${item.quote !== null && html`<blockquote dir="auto">${item.quote}</blockquote>`}
    ${item.note !== null && html`<p dir="auto">${item.note}</p>`}
    <p class="meta">${whereabouts(item, scribe)}</p>
    ${item.url !== null && html`<p class="meta">${link(item.url)}</p>`}
    <p class="meta">${capture(item, scribe)}</p>
  </li>`;
}

function whereabouts(item: ReportEvidence, scribe: Scribe): Markup {
  const { texts } = scribe;
  const locator = item.locator !== null && html`${texts.word('evidence.locator')}: ${foreign(item.locator)}`;
  return dotted([locator, html`${texts.word('evidence.origin')}: ${origin(item, scribe)}`]);
}

function capture(item: ReportEvidence, { texts }: Scribe): Part {
  // Of a confidential source it is not told what was kept either.
  if (!item.capture) return item.source.name === null ? null : texts.word('evidence.noCapture');
  return html`${texts.word('evidence.capture')}: ${code(item.capture.sha256)}`;
}

function sourceName(name: string | null, { texts }: Scribe): Markup {
  return name === null ? html`${texts.word('evidence.confidential')}` : foreign(name);
}

function origin(item: ReportEvidence, scribe: Scribe): Markup {
  const { texts } = scribe;
  const name = sourceName(item.origin.name, scribe);
  if (item.origin.relays.length === 0) return name;
  return html`${name} (${texts.word('evidence.relays')} ${listed(item.origin.relays.map(foreign), texts)})`;
}
