import { bothCalendars, gregorianTime } from '../calendar/date.format.js';
import type { ReportActor } from '../model/label.model.js';
import type { ReportArticle } from '../model/report.model.js';
import type { Catalogue } from '../texts/text.catalogue.js';
import { foreign, html, phrase, type Markup, type Part } from './markup.js';

/** What every section needs to write in the report's language about one article. */
export interface Scribe {
  readonly texts: Catalogue;
  readonly article: ReportArticle;
}

/** Words of the article or of a source: own language, own direction. */
export function quoted(text: string, { article }: Scribe): Markup {
  return html`<span lang="${article.language}" dir="auto">${text}</span>`;
}

/** The same in quotation marks of the report's language. */
export function cited(text: string, scribe: Scribe): Markup {
  return phrase(scribe.texts.word('quote.mark'), { text: quoted(text, scribe) });
}

/** Text written by members, direction by its own first letter. */
export function written(text: string): Markup {
  return html`<span dir="auto">${text}</span>`;
}

export function actor(who: ReportActor, texts: Catalogue): Markup {
  if (who.kind === 'system') return html`${texts.word('actor.system')}`;
  return who.pseudonym ? html`${foreign(who.name)} (${texts.word('verdict.pseudonym')})` : foreign(who.name);
}

/** A date in both calendars, machine-readable beside it. */
export function day(at: string, texts: Catalogue): Markup {
  return html`<time datetime="${at}">${bothCalendars(at, texts.language)}</time>`;
}

export function moment(at: string, texts: Catalogue): Markup {
  return html`<time datetime="${at}">${gregorianTime(at, texts.language)}</time>`;
}

/** Rows of a description list; those without content are left out. */
export function facts(rows: readonly (readonly [string, Part])[]): Markup {
  const present = rows.filter(([, content]) => content !== null && content !== false && content !== '');
  return html`<dl class="facts">
    ${present.map(
      ([name, content]) =>
        html`<dt>${name}</dt>
          <dd>${content}</dd>`,
    )}
  </dl>`;
}

/** Items with the language's comma between them. */
export function listed(items: readonly Part[], texts: Catalogue): Markup {
  return html`${items.map((item, index) => [index > 0 ? texts.comma : '', item])}`;
}

/** Particulars of different kinds on one line, with a raised dot between them; empty ones are left out. */
export function dotted(items: readonly Part[]): Markup {
  const present = items.filter((item) => item !== null && item !== false);
  return html`${present.map((item, index) => [index > 0 ? ' · ' : '', item])}`;
}
