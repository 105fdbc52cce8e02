import type { ReportException } from '../model/claim.model.js';
import type { Catalogue } from '../texts/text.catalogue.js';
import { html, phrase, type Markup } from './markup.js';
import { actor, day, written } from './scribe.js';

/** A box for what a reader must not overlook. */
export function notice(heading: string, body: Markup, meta: Markup | null): Markup {
  return html`<div class="notice">
    <span class="label">${heading}</span> ${body} ${meta && html`<span class="meta">${meta}</span>`}
  </div>`;
}

/** A requirement that was set aside: which, why, by whom, when. */
export function exceptionNotice(exception: ReportException, texts: Catalogue): Markup {
  const line = phrase(texts.word('exception.line'), {
    requirement: texts.word(`requirement.${exception.requirement}`),
    actor: actor(exception.by, texts),
    date: day(exception.at, texts),
  });
  return notice(texts.word('exception.heading'), written(exception.reason), line);
}
