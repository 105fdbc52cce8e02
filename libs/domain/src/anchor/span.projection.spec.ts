import { projectSpan } from './span.projection.js';
import { readTokens } from './text.reader.js';
import { WordVocabulary } from './word.vocabulary.js';

const bare = (marked: string) => marked.replace(/[‹›]/g, '');
const stretch = (text: string) => ({ text, tokens: readTokens(text) });

/** Where the marked span of a text stands in another; every word has the weight of its class. */
function project(before: string, now: string) {
  const span = { start: before.indexOf('‹'), end: before.indexOf('›') - 1 };
  const found = projectSpan(span, stretch(bare(before)), stretch(now), new WordVocabulary());
  if (!found) return null;
  const { start, end, likeness, bounded, insertedBefore } = found;
  const marked = `${now.slice(0, start)}‹${now.slice(start, end)}›${now.slice(end)}`;
  return { marked, likeness, bounded, inserted: insertedBefore?.key ?? null };
}

describe('where a span stands', () => {
  it.each([
    ['nothing changed', 'aa ‹bb cc› dd', 'aa ‹bb cc› dd', 1, true],
    ['all of the text', '‹aa bb›', '‹aa bb›', 1, true],
    ['a word inside replaced', 'aa ‹bb cc dd› ee', 'aa ‹bb xx dd› ee', 4 / 6, true],
    ['a word inside taken out', 'aa ‹bb cc dd› ee', 'aa ‹bb dd› ee', 4 / 5, true],
    ['words put in inside', 'aa ‹bb dd› ee', 'aa ‹bb xx yy dd› ee', 4 / 6, true],
    ['a word that says little replaced', 'aa ‹bb the dd› ee', 'aa ‹bb a dd› ee', 4 / 4.6, true],
    ['an inflected word', 'aa ‹banks dd› ee', 'aa ‹bank dd› ee', 3.2 / 4, true],
    ['the first word replaced', 'aa ‹bb cc› dd', 'aa ‹xx cc› dd', 2 / 4, true],
    ['the first word replaced by two', 'aa ‹bb cc› dd', 'aa ‹xx yy cc› dd', 2 / 5, true],
    ['the first word of the text replaced', '‹bb cc› dd', '‹xx cc› dd', 2 / 4, true],
    ['the first word replaced with the one before', 'pp aa ‹bb cc› dd', 'pp xx yy ‹zz cc› dd', 2 / 4, false],
    ['the first two replaced with the one before', 'pp aa ‹bb b2 cc› dd', 'pp xx ‹yy zz cc› dd', 2 / 6, false],
    ['fewer words put in than were replaced', 'pp aa ‹b1 b2 b3 cc› dd', 'pp ‹xx cc› dd', 2 / 6, false],
    ['the first word taken out', 'aa ‹bb cc› dd', 'aa ‹cc› dd', 2 / 3, true],
    ['the last word replaced', 'aa ‹bb cc› dd', 'aa ‹bb xx› dd', 2 / 4, true],
    ['the last word replaced by two', 'aa ‹bb cc› dd', 'aa ‹bb xx yy› dd', 2 / 5, true],
    ['the last word of the text replaced', 'aa ‹bb cc›', 'aa ‹bb xx›', 2 / 4, true],
    ['the last word replaced with the one behind', 'aa ‹bb cc› dd pp', 'aa ‹bb xx› yy zz pp', 2 / 4, false],
    ['the last two replaced with the one behind', 'aa ‹bb c1 c2› dd pp', 'aa ‹bb xx yy› zz pp', 2 / 6, false],
    ['the last word taken out', 'aa ‹bb cc› dd', 'aa ‹bb› dd', 2 / 3, true],
    ['all its words replaced', 'aa ‹bb cc› dd', 'aa ‹xx yy› dd', 0, true],
    ['all its words replaced by more', 'aa ‹bb cc› dd', 'aa ‹xx yy zz› dd', 0, true],
    ['all its words replaced by one', 'aa ‹bb cc› dd', 'aa ‹xx› dd', 0, true],
    ['all words of the text replaced', '‹aa bb›', '‹xx yy zz›', 0, true],
    ['replaced with a word on each side', 'aa pp ‹bb› qq dd', 'aa x1 ‹x2› x3 dd', 0, false],
    ['replaced with the words before it', 'aa p1 p2 ‹b1 b2› dd', 'aa x1 ‹x2› dd', 0, false],
    ['replaced with the words behind it', 'aa ‹b1 b2› p1 p2 dd', 'aa ‹x1› x2 dd', 0, false],
    ['replaced by fewer words, one on each side', 'aa pp ‹bb› qq dd', 'aa ‹x1› dd', 0, false],
    ['its share of many', 'aa p1 ‹b1› dd', 'aa x1 x2 ‹x3 x4› dd', 0, false],
    ['one of two equal words taken out, the other its first', 'aa bb ‹bb cc› dd', 'aa ‹bb cc› dd', 1, false],
    ['two words taken out that it begins with', 'aa bb cc ‹bb cc ee› dd', 'aa ‹bb cc ee› dd', 1, false],
    ['one of two equal words taken out, the other its last', 'aa ‹bb cc› cc dd', 'aa ‹bb cc› dd', 1, false],
    ['two words taken out that it ends with', 'aa ‹ee bb cc› bb cc dd', 'aa ‹ee bb cc› dd', 1, false],
    ['a word put in that it begins with', 'aa ‹bb cc ee› dd', 'aa bb ‹bb cc ee› dd', 1, false],
    ['two words put in that it begins with', 'aa ‹bb cc ee› dd', 'aa bb cc ‹bb cc ee› dd', 1, false],
    ['a word put in that it ends with', 'aa ‹bb cc› dd', 'aa ‹bb cc› cc dd', 1, false],
    ['two words put in that it ends with', 'aa ‹ee bb cc› dd', 'aa ‹ee bb cc› bb cc dd', 1, false],
    ['words put in that it begins and ends with', 'aa ‹bb cc ee› dd', 'aa bb ‹bb cc ee› ee dd', 1, false],
    ['one of two little words taken out, the other its first', 'aa the ‹the cc›', 'aa ‹the cc›', 1, false],
    ['a little word put in that it begins with', 'aa ‹the cc›', 'aa the ‹the cc›', 1, false],
    ['a word inside taken out and its last put in before it', 'aa ‹bb zz cc› dd', 'cc ‹bb cc› dd', 4 / 5, false],
    ['a word inside replaced and its first put in behind it', 'aa ‹bb zz cc› dd', 'aa ‹bb xx cc› bb', 4 / 6, false],
    ['two equal words before it, one taken out', 'aa bb bb ‹bb cc› dd', 'aa bb ‹bb cc› dd', 1, true],
    ['two equal words behind it, one taken out', 'aa ‹cc bb› bb bb dd', 'aa ‹cc bb› bb dd', 1, false],
    ['a word put in behind it', 'aa ‹bb› cc', 'aa ‹bb› xx cc', 1, false],
    ['a word taken out before it', 'aa pp ‹bb› cc', 'aa ‹bb› cc', 1, false],
    ['a word at the head of the text taken out', 'pp ‹bb› cc', '‹bb› cc', 1, false],
  ])('%s', (_name, before, now, likeness, bounded) => {
    const found = project(before, bare(now));
    expect(found).toMatchObject({ marked: now, bounded });
    expect(found?.likeness).toBeCloseTo(likeness, 10);
  });

  it.each([
    ['it was taken out', 'aa ‹bb› cc', 'aa cc'],
    ['the text is gone', 'aa ‹bb› cc', ''],
    ['it has no words', 'aa ‹... ›bb', 'aa xx bb'],
    ['it stands behind the last word', 'aa bb ‹...›', 'aa bb ...'],
    ['it stands before the first word', '‹...› aa', '... aa bb'],
  ])('nowhere, when %s', (_name, before, now) => {
    expect(project(before, now)).toBeNull();
  });

  it('weighs words by how rare they are', () => {
    const words = new WordVocabulary();
    for (const text of ['aa bb', 'aa cc', 'aa dd']) words.count(readTokens(text));
    const found = projectSpan({ start: 0, end: 5 }, stretch('aa bb'), stretch('aa xx'), words);
    expect(found?.likeness).toBeCloseTo((2 * 0.625) / (0.625 + 1 + 0.625 + 1), 10);
  });
});

describe('a word put in right before a span', () => {
  it.each([
    ['beside a kept word', 'aa ‹bb cc› dd', 'aa not bb cc dd', 'not'],
    ['the last of two', 'aa ‹bb cc› dd', 'aa not yet bb cc dd', 'yet'],
    ['at the head of the text', '‹bb cc› dd', 'not bb cc dd', 'not'],
    ['none where nothing was put in', 'aa ‹bb cc› dd', 'aa bb cc xx dd', null],
    ['none where the word before was replaced', 'aa ‹bb cc› dd', 'xx bb cc dd', null],
    ['none where the claim began differently', 'aa ‹bb cc› dd', 'aa xx cc dd', null],
  ])('%s', (_name, before, now, inserted) => {
    expect(project(before, now)?.inserted).toBe(inserted);
  });
});

describe('the marks at the ends of a span', () => {
  it.each([
    ['a full stop kept', 'aa ‹bb cc.› Dd', 'aa ‹bb cc.› Dd'],
    ['a full stop replaced', 'aa ‹bb cc.› Dd', 'aa ‹bb cc!› Dd'],
    ['a full stop replaced by a comma', 'aa ‹bb cc.› Dd', 'aa ‹bb cc,› dd'],
    ['a full stop and a quotation mark behind it', 'aa "‹bb cc.›" Dd', 'aa "‹bb cc.›" Dd'],
    ['a full stop replaced before a closing mark', '‹bb cc.› Dd', '‹bb cc»!› Dd'],
    ['a full stop gone', 'aa ‹bb cc.› Dd', 'aa ‹bb cc› dd'],
    ['a comma gone', 'aa ‹bb cc,› dd', 'aa ‹bb cc› dd'],
    ['a comma replaced', 'aa ‹bb cc,› dd', 'aa ‹bb cc›. dd'],
    ['a full stop put in', 'aa ‹bb cc› dd', 'aa ‹bb cc›. dd'],
    ['quotation marks of another shape', 'aa ‹"bb cc"› dd', 'aa ‹“bb cc”› dd'],
    ['quotation marks gone', 'aa ‹"bb cc"› dd', 'aa ‹bb cc› dd'],
    ['quotation marks put in', 'aa ‹bb cc› dd', 'aa "‹bb cc›" dd'],
    ['a bracket kept', 'aa ‹(bb cc)› dd', 'aa ‹(bb cc)› dd'],
    ['a space before kept marks', 'aa ‹— "bb› cc', 'aa ‹—  “bb› cc'],
    ['a space behind kept marks', 'aa ‹bb" —› cc', 'aa ‹bb”  —› cc'],
    ['one of two marks kept', 'aa ‹("bb› cc', 'aa (‹bb› cc'],
    ['a word between them replaced', 'aa ‹"bb cc"› dd', 'aa ‹"xx yy"› dd'],
    ['a mark far before it', 'aa ‹bb› cc', `aa ${'—'.repeat(70)} ‹bb› cc`],
    ['a mark at the head of the text', '‹«aa bb»› cc', '‹«aa bb»› cc'],
    ['a mark at the end of the text', 'aa ‹bb.›', 'aa ‹bb…›'],
    ['marks of another shape at the head of the text', '‹"aa bb› cc', '‹“aa bb› cc'],
    ['marks of another shape at the end of the text', 'aa ‹bb cc"›', 'aa ‹bb cc”›'],
    ['a mark at the head of a long text', `‹«aa bb»› cc ${'dd '.repeat(40)}`, `‹«aa bb»› cc ${'dd '.repeat(40)}`],
    ['a space that was marked with it', 'aa‹ bb› cc', 'aa‹ bb› cc'],
    ['a space of another kind', 'aa‹ bb ›cc', 'aa‹\u00a0bb\u00a0›cc'],
    ['a mark that stands further off before it', 'aa ‹"bb› cc', 'aa " — ‹bb› cc'],
    ['a mark that stands further off behind it', 'aa ‹bb"› cc', 'aa ‹bb› — " cc'],
  ])('%s', (_name, before, now) => {
    expect(project(before, bare(now))?.marked).toBe(now);
  });

  it('go no further than the words beside', () => {
    expect(project('aa ‹"bb› cc', '" aa bb cc')?.marked).toBe('" aa ‹bb› cc');
    expect(project('aa ‹bb"› cc', 'aa bb cc "')?.marked).toBe('aa ‹bb› cc "');
  });

  it('cut no visible character', () => {
    expect(project('aa ‹bb› cc', 'aa bb\u0301 cc')?.marked).toBe('aa ‹bb\u0301› cc');
    expect(project('aa ‹bb.›', 'aa bb.\u0301')?.marked).toBe('aa ‹bb.\u0301›');
  });
});

describe('a span that begins or ends inside a word', () => {
  it.each([
    ['behind a joined و', 'عاد و‹يزداد الغضب› هنا', 'ثم عاد و‹يزداد الغضب› هنا'],
    ['behind a marked و', 'عاد و‹يزداد الغضب› هنا', 'عاد وَ‹يزداد الغضب› هنا'],
    ['where the و went', 'عاد و‹يزداد الغضب› هنا', 'عاد ‹يزداد الغضب› هنا'],
    ['where a و came', 'عاد. ‹فتح الباب› هنا', 'عاد و‹فتح الباب› هنا'],
    ['where a ف came', 'عاد. ‹فتح الباب› هنا', 'عاد ف‹فتح الباب› هنا'],
    ['where a ب came, which is part of it', 'عاد. ‹مدرسة الحي› هنا', 'عاد ‹بالمدرسة الحي› هنا'],
    ['where a ب came before a word that has a و', 'عاد. ‹موعد الحي› هنا', 'عاد ‹بموعد الحي› هنا'],
    ['where a و came before another form', 'عاد. ‹كاتب جاء› هنا', 'عاد ‹وكاتبه جاء› هنا'],
    ['before an ending', 'قال ‹الغضب في الحي›ين هنا', 'قال ‹الغضب في الحـي›ين هنا'],
    ['before an ending that changed', 'قال ‹الغضب في الحي›ين هنا', 'قال ‹الغضب في الحي›ان هنا'],
    ['where the ending went', 'قال ‹الغضب في كتاب›ين هنا', 'قال ‹الغضب في كتاب› هنا'],
    ['in a word that was replaced', 'قال و‹يزداد› هنا', 'قال ‹سيقل› هنا'],
    ['before the end of a word that was replaced', 'قال ‹كتاب›ين هنا', 'قال ‹سيقل› هنا'],
  ])('%s', (_name, before, now) => {
    expect(project(before, bare(now))?.marked).toBe(now);
  });
});
