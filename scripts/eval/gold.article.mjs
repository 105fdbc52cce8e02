import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Annotated articles: DIR/gold/ID.json with the text it names in DIR/articles. Offsets of the annotation count UTF-16 units of the file
 * with LF line ends; here they count units of its NFC form, as the engine's do. [] where there is no gold folder.
 */
export async function goldArticles(folder) {
  const names = await readdir(join(folder, 'gold')).catch(() => []);
  const articles = [];
  for (const name of names.filter((file) => file.endsWith('.json')).sort()) {
    const gold = JSON.parse(await readFile(join(folder, 'gold', name), 'utf8'));
    if (!Array.isArray(gold.claims)) continue;
    const written = (await readFile(join(folder, 'articles', gold.file), 'utf8')).replace(/\r\n?/g, '\n');
    articles.push({ name, text: written, ...annotation(gold, written) });
  }
  return articles;
}

function annotation(gold, written) {
  const text = written.normalize('NFC');
  const place = (offset) => (text === written ? offset : written.slice(0, offset).normalize('NFC').length);
  const span = ([start, end]) => ({ start: place(start), end: place(end) });
  const repeated = (gold.duplicates_ok ?? []).flatMap((quote) => everywhere(text, quote));
  return {
    claims: gold.claims.map((claim) => ({
      ...claim,
      ...span([claim.start, claim.end]),
      told: told(claim.attribution),
    })),
    boilerplate: (gold.boilerplate_spans ?? []).map(span),
    // titles, teasers, pull quotes: a claim there is neither right nor wrong
    neutral: [...(gold.duplicates_ok_spans ?? []).map(span), ...repeated],
  };
}

function everywhere(text, quote) {
  const spans = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    spans.push({ start: at, end: at + quote.length });
  return spans;
}

/** Who is said to have said it: names to accept, the medium, whether unnamed; null where the article speaks itself. */
function told(attribution) {
  if (!attribution) return null;
  const speakers = [attribution.speaker, attribution.speaker_full, attribution.speaker_local].filter(
    (name) => typeof name === 'string',
  );
  const outlet = typeof attribution.outlet === 'string' ? attribution.outlet : null;
  if (speakers.length === 0 && !outlet && !attribution.anonymous) return null;
  return {
    speakers,
    outlet,
    anonymous: Boolean(attribution.anonymous),
    inherited: /contextual|implicit/.test(attribution.scope ?? ''),
  };
}
