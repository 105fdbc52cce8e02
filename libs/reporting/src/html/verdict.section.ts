import type { ReportClaim, ReportDecision, ReportVerdict } from '../model/claim.model.js';
import { labelText, stateName } from '../status/claim.status.js';
import { verdictMarks } from '../status/verdict.marks.js';
import { genderOf } from '../status/claim.status.js';
import { html, phrase, type Markup } from './markup.js';
import { actor, listed, moment, written, type Scribe } from './scribe.js';

const STANCE_TONE = { supports: 'verified', disputes: 'disputed', unproven: 'open' } as const;

/** Every verdict ever given on the claim, oldest first, with the marks that limit what it counts for. */
export function verdictSection(claim: ReportClaim, scribe: Scribe): Markup {
  const { texts } = scribe;
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
  const numbers = verdict.evidenceIds
    .map((id) => claim.evidence.findIndex((item) => item.id === id) + 1)
    .filter((number) => number > 0);
  const rests = `${texts.word('verdict.rests')}: ${numbers.join(texts.comma)}`;
  return html`<li class="item${verdict.withdrawn || verdict.superseded ? ' gone' : ''}">
    <div class="head">
      <span class="who">${actor(verdict.reviewer, texts)}</span
      ><span class="tag ${STANCE_TONE[verdict.rating.stance]}">${labelText(verdict.rating, article.kind, texts)}</span
      >${verdictMarks(verdict, texts).map((mark) => html`<span class="mark">${mark}</span>`)}
    </div>
    <p>${written(verdict.rationale)}</p>
    <p class="meta">
      ${listed([html`${texts.word('verdict.confidence')}: ${texts.word(`confidence.${verdict.confidence}`)}`, ...(numbers.length > 0 ? [rests] : []), moment(verdict.at, texts)], texts)}
    </p>
  </li>`;
}

/** How the claim came to its state: decisions of people and automatic returns, oldest first. */
export function historySection(claim: ReportClaim, scribe: Scribe): Markup | null {
  if (claim.decisions.length === 0) return null;
  return html`<h4>${scribe.texts.word('history.heading')}</h4>
    <ul>
      ${claim.decisions.map((decision) => decisionItem(decision, claim, scribe))}
    </ul>`;
}

function decisionItem(decision: ReportDecision, claim: ReportClaim, { texts, article }: Scribe): Markup {
  const name = (state: ReportDecision['from']) => stateName(state, article.kind, texts);
  const move = decision.from === decision.to ? 'history.stay' : 'history.move';
  const to = decision.closure ? texts.agreed(`closure.${decision.closure}`, genderOf(article.kind)) : name(decision.to);
  return html`<li class="item">
    <p>
      ${phrase(texts.word(move), { from: name(decision.from), to })}${decision.rating && html`. ${texts.word('history.label')}: ${labelText(decision.rating, article.kind, texts)}`}
    </p>
    ${decision.fallback && html`<p>${texts.word(`fallback.${decision.fallback}`)}</p>`}
    ${decision.rationale !== null && html`<p>${written(decision.rationale)}</p>`}
    ${decision.adjudication.map((one) => html`<p>${texts.word('history.adjudication')} (${reviewerOf(one.verdictId, claim, texts)}): ${written(one.rationale)}</p>`)}
    <p class="meta">
      ${listed([actor(decision.by, texts), moment(decision.at, texts), phrase(texts.word('history.policy'), { version: decision.policyVersion })], texts)}
    </p>
  </li>`;
}

function reviewerOf(verdictId: string, claim: ReportClaim, texts: Scribe['texts']): Markup | null {
  const verdict = claim.verdicts.find((one) => one.id === verdictId);
  return verdict ? actor(verdict.reviewer, texts) : null;
}
