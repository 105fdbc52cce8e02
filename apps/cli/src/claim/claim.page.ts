import type { Evidence, Verdict } from '#client';
import type { Desk } from '../desk/desk.access.js';
import { SHORT_LENGTH, shortId } from '../desk/short.id.js';
import { localTime } from '../layout/local.time.js';
import type { Page } from '../layout/page.js';
import { ClaimWords } from '../wording/claim.words.js';
import { markOf, type Requirement, requirementWords, SIGNS } from '../wording/requirement.words.js';
import type { ClaimSheet } from './claim.sheet.js';

/** One claim on a page, from its words to what one may do next. */
export function claimPage(sheet: ClaimSheet, desk: Desk): string {
  const page = desk.page();
  const words = new ClaimWords(desk.language, sheet.article.kind);
  heading(sheet, words, page);
  attribution(sheet, words, page);
  evidence(sheet, words, page);
  verdicts(sheet, words, page);
  openQueries(sheet, page);
  requirements(sheet, words, page);
  next(sheet, words, page);
  return page.toString();
}

function heading({ claim, article, ratings }: ClaimSheet, words: ClaimWords, page: Page): void {
  const id = page.foreign(page.isShown ? shortId(claim.id) : claim.id);
  const facts = [words.standing(claim, ratings), `${words.word('claim.tier')} ${words.tier(claim.tier)}`];
  page.line(`${words.noun} ${id}: ${[...facts, words.word(`kind.${claim.kind}`)].join(' · ')}`);
  page.paragraph(page.say({ en: `“${claim.quote}”`, ar: `«${claim.quote}»` }));
  if (claim.context.trim() !== claim.quote.trim()) {
    page.line(page.say({ en: 'the sentence:', ar: 'الجملة كاملة:' })).paragraph(claim.context);
  }
  const outlet = article.outlet === null ? '' : ` · ${page.foreign(article.outlet)}`;
  page.line(`${page.say({ en: 'article', ar: 'المادة' })}: ${page.foreign(article.title)}${outlet}`);
  page.line(`${words.word('claim.subject')}: ${words.word(`verifies.${claim.verifies}`)}`);
}

function attribution({ claim }: ClaimSheet, words: ClaimWords, page: Page): void {
  const said = claim.attribution;
  if (!said) return void page.line(words.word('attribution.none'));
  const chain = said.links
    .map((link) => `${page.foreign(link.name)} (${words.word(`role.${link.role}`)})`)
    .join(` ${words.catalogue.backwards} `);
  const unnamed = said.anonymous ? [words.word('attribution.anonymous')] : [];
  const stance = words.word(`cueStance.${said.stance}`);
  const cue = said.cue === '' ? stance : `${words.word('attribution.cue')}: ${page.foreign(said.cue)} (${stance})`;
  const parts = [...(chain === '' ? [] : [chain]), ...unnamed, cue];
  page.line(`${words.word('attribution.heading')}: ${parts.join(' · ')}`);
}

function evidence({ evidence: items, names }: ClaimSheet, words: ClaimWords, page: Page): void {
  page.line().line(`${words.word('evidence.heading')}:`);
  if (items.length === 0) page.line(`  ${words.word('evidence.none')}`);
  for (const item of items) evidenceItem(item, names, words, page);
}

function evidenceItem(item: Evidence, names: ReadonlyMap<string, string>, words: ClaimWords, page: Page): void {
  const stance = item.stance === null ? '' : words.word(`evidence.${item.stance}`);
  const source = item.source.name === null ? words.word('evidence.confidential') : page.foreign(item.source.name);
  const marks = [
    ...(item.primary ? [words.word('evidence.primary')] : []),
    ...(item.captureId !== null ? [page.say({ en: 'saved copy', ar: 'نسخة محفوظة' })] : []),
    ...(item.withdrawn ? [words.word('evidence.withdrawn')] : []),
  ];
  const facts = [
    stance,
    `${source} (${words.word(`source.${item.source.type}`)})`,
    page.foreign(item.locator),
    ...marks,
  ];
  page.line(`  ${page.foreign(shortId(item.id))}  ${facts.filter((fact) => fact !== '').join(' · ')}`);
  const indent = SHORT_LENGTH + 4;
  if (item.quote) page.paragraph(page.say({ en: `“${item.quote}”`, ar: `«${item.quote}»` }), indent);
  if (item.url) page.line(' '.repeat(indent) + page.foreign(item.url));
  if (item.note) page.paragraph(item.note, indent);
  const by = names.get(item.addedBy);
  if (by !== undefined) page.line(`${' '.repeat(indent)}${page.foreign(by)} · ${localTime(item.createdAt)}`);
}

function verdicts(sheet: ClaimSheet, words: ClaimWords, page: Page): void {
  page.line().line(`${words.word('verdict.heading')}:`);
  if (isBlind(sheet)) {
    page.line(
      `  ${page.say({
        en: 'what others judged is shown once your own independent verdict is in',
        ar: 'يظهر ما رآه غيرك بعد أن تقدّم تقييمك المستقل',
      })}`,
    );
  } else if (sheet.verdicts.length === 0) page.line(`  ${words.word('verdict.none')}`);
  for (const verdict of sheet.verdicts) verdictItem(verdict, sheet, words, page);
}

const isBlind = ({ claim }: ClaimSheet) => claim.requirements.verified.some(({ status }) => status === 'withheld');

function verdictItem(verdict: Verdict, { ratings, names }: ClaimSheet, words: ClaimWords, page: Page): void {
  const marks = (['outdated', 'informed', 'superseded', 'withdrawn'] as const).filter((mark) => verdict[mark]);
  const facts = [
    words.rating(verdict.rating, ratings),
    `${words.word('verdict.confidence')}: ${words.word(`confidence.${verdict.confidence}`)}`,
    page.foreign(names.get(verdict.reviewerId) ?? '—'),
    localTime(verdict.createdAt),
    ...marks.map((mark) => words.word(`verdict.${mark}`)),
  ];
  page.line(`  ${page.foreign(shortId(verdict.id))}  ${facts.join(' · ')}`);
  page.paragraph(verdict.rationale, SHORT_LENGTH + 4);
}

/** What the author was asked and what he said; a closed query is history. */
function openQueries({ queries, names }: ClaimSheet, page: Page): void {
  const waiting = queries.filter(({ status }) => status !== 'resolved');
  if (waiting.length === 0) return;
  page.line().line(page.say({ en: 'Queries to the author:', ar: 'طلبات الإيضاح من معدّ المادة:' }));
  for (const { id, askedBy, createdAt, text, answer } of waiting) {
    const facts = [page.foreign(names.get(askedBy) ?? '—'), localTime(createdAt)];
    page.line(`  ${page.foreign(shortId(id))}  ${facts.join(' · ')}`).paragraph(text, SHORT_LENGTH + 4);
    const said = answer ?? page.say({ en: 'not answered yet', ar: 'لم يُجَب بعد' });
    page.paragraph(`${page.say({ en: 'Answer', ar: 'الجواب' })}: ${said}`, SHORT_LENGTH + 4);
  }
}

/** What stands between the claim and the two states that can be reached. While one must judge blind there is nothing to tell. */
function requirements(sheet: ClaimSheet, words: ClaimWords, page: Page): void {
  const { claim } = sheet;
  // The two-person rule speaks of whoever would decide.
  const concernsMe = ({ name }: Requirement) => name !== 'separate-decider' || claim.actions.includes('decide');
  if (isBlind(sheet) || claim.disposition === 'dismissed') return;
  for (const to of ['verified', 'disputed'] as const) {
    if (to === claim.state) continue;
    page.line().line(page.say({ en: `For “${words.state(to)}”:`, ar: `للوصول إلى «${words.state(to)}»:` }));
    requirementLines(claim.requirements[to].filter(concernsMe), page);
  }
}

export function requirementLines(requirements: readonly Requirement[], page: Page): void {
  for (const each of requirements) {
    const mark = markOf(each);
    // What a decision brings along itself is not missing before one decides.
    if (mark !== 'idle' && each.name !== 'rationale')
      page.line(`  ${SIGNS[mark]} ${requirementWords(each, page.language)}`);
  }
}

function next({ claim, ratings }: ClaimSheet, words: ClaimWords, page: Page): void {
  const id = shortId(claim.id);
  const may = (verb: string) => claim.actions.includes(verb);
  const commands = [
    ...(may('add-evidence') ? [`isnad evidence add ${id} --stance supports --source … --locator …`] : []),
    ...(may('give-verdict') ? [`isnad verdict ${id} … --confidence high --rationale …`] : []),
    ...(may('decide') ? [`isnad decide ${id} verified --rationale …`] : []),
  ];
  if (!page.isShown || commands.length === 0) return;
  page.line().line(page.say({ en: 'You can:', ar: 'يمكنك:' }));
  for (const command of commands) page.line(`  ${page.foreign(command)}`);
  if (may('give-verdict')) {
    const labels = ratings.map(({ key }) => `${page.foreign(key)} ${page.foreign(words.rating(key, ratings))}`);
    page.line(
      `${page.say({ en: 'Ratings', ar: 'التقييمات الممكنة' })}: ${labels.join(page.say({ en: ', ', ar: '، ' }))}`,
    );
  }
}
