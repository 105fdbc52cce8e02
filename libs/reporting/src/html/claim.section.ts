import type { ReportAttribution, ReportClaim } from '../model/claim.model.js';
import { statusOf } from '../status/claim.status.js';
import { evidenceSection } from './evidence.section.js';
import { ICONS } from './icon.set.js';
import { code, foreign, html, phrase, type Markup } from './markup.js';
import { actor, cited, day, dotted, listed, moment, quoted, written, type Scribe } from './scribe.js';
import { exceptionNotice, notice } from './notice.js';
import { historySection, verdictSection } from './verdict.section.js';

/** Icon and word of a claim's result. */
export function statusBadge(claim: ReportClaim, { texts, article }: Scribe): Markup {
  const { tone, text } = statusOf(claim, article.kind, texts);
  return html`<span class="status ${tone}">${ICONS[tone]}<span>${text}</span></span>`;
}

/** Everything the report says about one claim. */
export function claimSection(claim: ReportClaim, number: number, scribe: Scribe): Markup {
  const { texts, article } = scribe;
  const { tone, label } = statusOf(claim, article.kind, texts);
  return html`<section class="claim is-${tone}" id="c-${claim.id}">
    <header>
      <h3>${phrase(texts.word(`claim.${article.kind}`), { number })}</h3>
      ${statusBadge(claim, scribe)}${label !== null && html`<p class="extra">${texts.word('history.label')}: ${label}</p>`}
    </header>
    <blockquote class="words" lang="${article.language}" dir="auto">
      ${claim.before}<mark>${claim.quote}</mark>${claim.after}
    </blockquote>
    <p class="subject">
      <span class="label">${texts.word('claim.subject')}:</span> ${texts.word(`verifies.${claim.verifies}`)}
    </p>
    ${chain(claim.attribution, scribe)} ${notices(claim, scribe)} ${evidenceSection(claim, scribe)}
    ${verdictSection(claim, scribe)} ${historySection(claim, scribe)} ${requirements(claim, scribe)}
    ${foot(claim, scribe)}
  </section>`;
}

/** The chain as a chain: speaker first, each carrier after it. */
function chain(attribution: ReportAttribution | null, scribe: Scribe): Markup {
  const { texts } = scribe;
  const heading = html`<span class="label">${texts.word('attribution.heading')}:</span>`;
  if (!attribution || attribution.links.length === 0)
    return html`<div class="chain">${heading} ${texts.word('attribution.none')}</div>`;
  const nodes = attribution.links.map((link, index) => {
    const join = index > 0 && html`<span class="join" aria-hidden="true">${texts.backwards}</span>`;
    const role = html`<span class="meta">${texts.word(`role.${link.role}`)}</span>`;
    return html`<li class="${link.role}">${join} <span class="node">${quoted(link.name, scribe)} ${role}</span></li>`;
  });
  return html`<div class="chain">
    ${heading}
    <ol>
      ${nodes}
    </ol>
    <p class="meta">${dotted(frameFacts(attribution, scribe))}</p>
  </div>`;
}

function frameFacts({ cue, stance, anonymous, sourceCount }: ReportAttribution, scribe: Scribe): Markup[] {
  const { texts } = scribe;
  const wording = html`${texts.word('attribution.cue')}: ${cited(cue, scribe)} (${texts.word(`cueStance.${stance}`)})`;
  const naming = anonymous && html`${texts.word('attribution.anonymous')}`;
  const count = sourceCount !== null && html`${texts.plural('sourceCount', sourceCount)}`;
  return [wording, naming, count].filter((fact) => fact !== false);
}

function notices(claim: ReportClaim, scribe: Scribe): Markup {
  const { texts } = scribe;
  const kept = claim.keptAsDisputed;
  return html`${claim.withheld && notice(texts.word('withheld.heading'), html`${texts.word('withheld.line')}`, null)}${closure(claim, scribe)}${kept && notice(texts.word('kept.heading'), written(kept.reason), html`${actor(kept.by, texts)}${texts.comma}${day(kept.at, texts)}`)}${claim.exceptions.map((one) => exceptionNotice(one, texts))}${claim.smallDesk.map(
    (name) =>
      notice(
        texts.word('smallDesk.heading'),
        phrase(texts.word('smallDesk.line'), { requirement: texts.word(`requirement.${name}`) }),
        null,
      ),
  )}`;
}

function closure({ closure: closed }: ReportClaim, { texts }: Scribe): Markup | null {
  if (!closed) return null;
  const signed = html`${actor(closed.by, texts)}${texts.comma}${moment(closed.at, texts)}`;
  const more =
    closed.kind === 'as-attributed'
      ? html`<p>${texts.word('closure.recheckAt')}: ${day(closed.recheckAt, texts)}</p>`
      : html`<p>${texts.word('closure.searchLog')}:</p>
          <ol>
            ${closed.searchLog.map((entry) => html`<li>${phrase(texts.word('closure.searched'), { where: foreign(entry.where), when: day(entry.when, texts), query: foreign(entry.query) })}</li>`)}
          </ol>`;
  return notice(
    texts.word('closure.heading'),
    html`<p>${written(closed.rationale)}</p>
      ${more}`,
    signed,
  );
}

function requirements({ requirements: all }: ReportClaim, { texts }: Scribe): Markup | null {
  if (all.length === 0) return null;
  const items = all.map(({ name, status, have, need }) => {
    const amount =
      have !== null && need !== null && html` (${phrase(texts.word('requirement.haveNeed'), { have, need })})`;
    const unmet = status === 'unsatisfied' || status === 'overridden';
    return html`<li${unmet && html` class="unmet"`}>${texts.word(`requirement.${name}`)}: ${texts.word(`requirementStatus.${status}`)}${amount}</li>`;
  });
  return html`<h4>${texts.word('requirement.heading')}</h4>
    <ul class="requirements">
      ${items}
    </ul>`;
}

function foot(claim: ReportClaim, scribe: Scribe): Markup {
  const { texts } = scribe;
  const particulars = [
    html`${texts.word('claim.field')}: ${texts.word(`field.${claim.field}`)}`,
    html`${texts.word('claim.kind')}: ${texts.word(`kind.${claim.kind}`)}`,
    html`${texts.word('claim.tier')}: ${texts.word(`tier.${claim.tier}`)}`,
    html`${texts.word('claim.worth')}: ${worth(claim, scribe)}`,
  ];
  return html`<div class="foot">
    <p>${dotted(particulars)}</p>
    <p>${texts.word('claim.textHash')}: ${code(claim.textHash)}</p>
  </div>`;
}

function worth({ checkWorthiness: { score, reasons } }: ReportClaim, scribe: Scribe): Markup {
  const { texts } = scribe;
  const total = phrase(texts.word('claim.worthScore'), { score });
  if (reasons.length === 0) return total;
  const named = reasons.map(({ feature, evidence, weight }) => {
    const points = html`<span dir="ltr">${weight > 0 && '+'}${weight}</span>`;
    return html`${texts.feature(feature)}${evidence !== '' && html` ${cited(evidence, scribe)}`} ${points}`;
  });
  return html`${total} (${listed(named, texts)})`;
}
