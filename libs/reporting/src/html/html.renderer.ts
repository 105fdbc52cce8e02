import type { ReportLanguage } from '../model/label.model.js';
import type { ReportModel } from '../model/report.model.js';
import { bothCalendars } from '../calendar/date.format.js';
import { catalogueOf, fill } from '../texts/text.catalogue.js';
import { recordSection } from './appendix.section.js';
import { articleSection } from './article.section.js';
import { foreign, html } from './markup.js';
import { STYLE_ELEMENT, STYLE_HASH } from './page.style.js';

/**
 * The report as one self-contained HTML document in UTF-8: no script, nothing loaded from elsewhere, and a content
 * security policy in the document that forbids both. Ingested text is only ever text. Prints on A4.
 */
export function renderHtml(model: ReportModel, language: ReportLanguage): Uint8Array {
  const texts = catalogueOf(language);
  const title = [texts.word('doc.title'), ...model.articles.map((article) => article.title)].join(': ');
  const page = html`<!doctype html>
    <html lang="${language}" dir="${texts.direction}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header class="masthead">
          <span class="name">${foreign(model.newsroom.name)}</span>
          <span class="what">${texts.word('doc.title')}</span>
          <span class="when">${fill(texts.word('doc.asOf'), { date: bothCalendars(model.asOf, language) })}</span>
        </header>
        <main>
          ${model.articles.map((article) => articleSection({ texts, article }))} ${recordSection(model, texts)}
        </main>
      </body>
    </html> `;
  return new TextEncoder().encode(page.text);
}
