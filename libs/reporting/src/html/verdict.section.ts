import type { ReportClaim, ReportDecision, ReportVerdict } from '../model/claim.model.js';
import { genderOf, labelText, stateName } from '../status/claim.status.js';
import { verdictMarks } from '../status/verdict.marks.js';
import type { Catalogue } from '../texts/text.catalogue.js';
import { html, phrase, type Markup } from './markup.js';
import { actor, dotted, moment, written, type Scribe } from './scribe.js';

const STANCE_TONE = { supports: 'verified', disputes: 'disputed', unproven: 'open' } as const;

/** Every verdict ever given on the claim, oldest first, with the marks that limit what it counts for. */
export function verdictSection(claim: ReportClaim, scribe: Scribe): Markup | null {
  const { texts } = scribe;
  if (claim.withheld && claim.verdicts.length === 0) return null;
  const items = claim.verdicts.map((verdict) => verdictItem(verdict, claim, scribe));
  return html`<h4>${texts.word('verdict.heading')}</h4>
    ${
      items.length > 0
        ? html`<ul>
            ${items}
          </ul>`
        : html`<p class="meta">${texts.word('verdict.none')}</p>`
    }`;
}

function verdictItem(verdict: ReportVerdict, claim: ReportClaim, { texts, article }: Scribe): Markup {
  const rating = labelText(verdict.rating, article.kind, texts);
  const marks = verdictMarks(verdict, texts).map((mark) => html`<span class="mark">${mark}</span> `);
  const confidence = `${texts.word('verdict.confidence')}: ${texts.word(`confidence.${verdict.confidence}`)}`;
  return html`<li class="item${(verdict.withdrawn || verdict.superseded) && ' gone'}">
    <div class="head">
      <span class="who">${actor(verdict.reviewer, texts)}</span>
      <span class="tag ${STANCE_TONE[verdict.rating.stance]}">${rating}</span> ${marks}
    </div>
    <p dir="auto">${verdict.rationale}</p>
    <p class="meta">${dotted([confidence, references(verdict, claim, texts), moment(verdict.at, texts)])}</p>
  </li>`;
}

/** The cited items by their numbers in the evidence list. */
function references(verdict: ReportVerdict, claim: ReportClaim, texts: Catalogue): string | null {
  const numbers = verdict.evidenceIds
    .map((id) => claim.evidence.findIndex((item) => item.id === id) + 1)
    .filter((number) => number > 0);
  if (numbers.length === 0) return null;
  return `${texts.word('verdict.rests')} ${numbers.map((number) => `[${number}]`).join(' ')}`;
}

/** How the claim came to its state: decisions of people and automatic returns, oldest first. */
export function historySection(claim: ReportClaim, scribe: Scribe): Markup | null {
  if (claim.decisions.length === 0) return null;
  const items = claim.decisions.map((decision, index) => {
    const before = claim.decisions[index - 1];
    const from =
      before?.to === decision.from
        ? outcome(before, scribe)
        : stateName(decision.from, scribe.article.kind, scribe.texts);
    return decisionItem(decision, from, claim, scribe);
  });
  return html`<h4>${scribe.texts.word('history.heading')}</h4>
    <ul>
      ${items}
    </ul>`;
}

/** What a decision led to, in the words of the result: of an external article the label, where one was published. */
function outcome(decision: ReportDecision, { texts, article }: Scribe): string {
  if (decision.closure) return texts.agreed(`closure.${decision.closure}`, genderOf(article.kind));
  if (article.kind === 'external' && decision.rating) return labelText(decision.rating, article.kind, texts);
  return stateName(decision.to, article.kind, texts);
}

function decisionItem(decision: ReportDecision, from: string, claim: ReportClaim, scribe: Scribe): Markup {
  const { texts, article } = scribe;
  const to = outcome(decision, scribe);
  const move = phrase(texts.word(from === to ? 'history.stay' : 'history.move'), { from, to });
  const rating = article.kind === 'draft' && decision.rating && labelText(decision.rating, article.kind, texts);
  const policy = phrase(texts.word('history.policy'), { version: decision.policyVersion });
  return html`<li class="item">
    <p>${dotted([move, rating && `${texts.word('history.label')}: ${rating}`])}</p>
    ${decision.fallback && html`<p>${texts.word(`fallback.${decision.fallback}`)}</p>`}
    ${decision.rationale !== null && html`<p dir="auto">${decision.rationale}</p>`}
    ${decision.adjudication.map((one) => adjudication(one, claim, texts))}
    <p class="meta">${dotted([actor(decision.by, texts), moment(decision.at, texts), policy])}</p>
  </li>`;
}

type Adjudication = ReportDecision['adjudication'][number];

function adjudication({ verdictId, rationale }: Adjudication, claim: ReportClaim, texts: Catalogue): Markup {
  const verdict = claim.verdicts.find((one) => one.id === verdictId);
  const heading = phrase(texts.word('history.adjudication'), {
    actor: verdict ? actor(verdict.reviewer, texts) : null,
  });
  return html`<p>${heading}: ${written(rationale)}</p>`;
}
