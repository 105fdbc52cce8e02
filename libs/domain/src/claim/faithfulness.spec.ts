import {
  claim,
  editor,
  facts,
  item,
  policy,
  source,
  standard,
  verdict,
} from '../../../../test/support/domain-facts.js';
import type { EvidenceItem, SocialPost, SourceNode, Translation } from '../independence/source.types.js';
import { viewForBlind } from '../verdict/blindness.js';
import type { Claim, ClaimFacts, ClaimFrame } from './claim.types.js';
import { decide } from './decide.js';
import { isNamedIn } from './faithfulness.js';
import { quotedWords } from './quoted.words.js';
import { requirementsFor } from './requirements.js';

const frame = (sourceCount: number | null, over: Partial<ClaimFrame> = {}): ClaimFrame => ({
  anonymous: true,
  stance: 'neutral',
  sourceCount,
  links: [{ role: 'speaker', type: 'anonymous', name: 'مصادر' }],
  ...over,
});
const nameless = (id: string, people?: number): SourceNode =>
  source(id, {
    type: 'anonymous',
    vouchedById: 'daily',
    ...(people && { anonymity: { knownBy: 'editor', why: 'fear', basis: 'witness', people } }),
  });
const asked = (name: string, known: Partial<ClaimFacts>, over: Partial<Claim> = {}) => {
  const one = requirementsFor('verified', claim(over), facts(known), standard).find((each) => each.name === name);
  return one ? `${one.status}: ${one.detail}` : 'not asked';
};

describe('a name in a sentence', () => {
  it.each<[string, string, string, boolean]>([
    ['as it is', 'قالت رويترز إن الجسر أُغلق', 'رويترز', true],
    ['behind joined letters', 'وقال سائقان لرويترز إن الجسر أُغلق', 'رويترز', true],
    ['before a comma', 'بحسب رويترز، أُغلق الجسر', 'رويترز', true],
    ['with other marks and spaces', 'قالت وكالةُ  الساحل إن الجسر أُغلق', 'وكالة الساحل', true],
    ['as a part of another word', 'قال رويترزي سابق إن الجسر أُغلق', 'رويترز', false],
    ['taken up by a noun', 'وأضافت الوكالة أن الجسر أُغلق', 'وكالة الساحل', false],
    ['only in part', 'The officials in New York said so', 'New York Times', false],
    ['whole', 'the New York Times said so', 'New York Times', true],
    ['at the end', 'the bridge is shut, said AP', 'AP', true],
    ['inside another word, behind letters', 'the CAP said so', 'AP', false],
    ['inside another word, before letters', 'APEC said so', 'AP', false],
    ['first inside another word, then by itself', 'APEC said so, AP reported', 'AP', true],
    ['behind a digit', 'channel 12AP said so', 'AP', false],
    ['in another case', 'the ap said so', 'AP', false],
    ['without letters', 'somebody said so', ' ', false],
  ])('%s', (_, sentence, name, holds) => {
    expect(isNamedIn(sentence, name)).toBe(holds);
  });
});

describe('sources as said', () => {
  const with_ = (count: number | null, ...sources: SourceNode[]): Partial<ClaimFacts> => ({
    frame: frame(count),
    sources: [source('daily'), source('herald'), ...sources],
    evidence: [item('item-1', 'daily'), ...sources.map(({ id }) => item(`of-${id}`, id))],
  });
  it.each<[string, Partial<ClaimFacts>, string]>([
    ['«مصدران», one recorded', with_(2, nameless('x')), 'unsatisfied: fewer-than-said'],
    ['«مصدران», two recorded', with_(2, nameless('x'), nameless('y')), 'satisfied: as-many-as-said'],
    ['«مصدران», one recorded that is two people', with_(2, nameless('x', 2)), 'satisfied: as-many-as-said'],
    ['«ثلاثة مصادر», two recorded', with_(3, nameless('x'), nameless('y')), 'unsatisfied: fewer-than-said'],
    ['«مصادر», one recorded', with_(0, nameless('x')), 'unsatisfied: fewer-than-said'],
    ['«مصادر», two recorded', with_(0, nameless('x', 2)), 'satisfied: as-many-as-said'],
    ['plural without a count, one recorded', with_(null, nameless('x')), 'unsatisfied: fewer-than-said'],
    ['«مصدر», one recorded', with_(1, nameless('x')), 'not asked'],
    ['«مصادر», none recorded', with_(0), 'not asked'],
    ['«يُعتقد», where nobody is spoken of', { ...with_(0, nameless('x')), frame: frame(0, { links: [] }) }, 'not asked'],
    [
      '«مصادر» in somebody else’s article',
      { ...with_(0, nameless('x')), article: { kind: 'external', outletSourceId: null, authorIds: [] } },
      'not asked',
    ],
    [
      '«مصادر», the only one withdrawn',
      { ...with_(0, nameless('x')), evidence: [item('of-x', 'x', { withdrawn: true })] },
      'not asked',
    ],
    [
      '«مصادر», the only one speaks against it',
      { ...with_(0, nameless('x')), evidence: [item('of-x', 'x', { stance: 'refutes' })] },
      'not asked',
    ],
  ])('%s', (_, known, expected) => {
    expect(asked('sources-as-said', known)).toBe(expected);
  });

  it('stand in the way of a decision and of a closure as attributed', () => {
    const known = facts(with_(0, nameless('x')));
    const outlet = { role: 'outlet', type: 'outlet', name: 'Bloomberg' } as const;
    const attributed = { ...known, frame: frame(0, { links: [...known.frame!.links, outlet] }) };
    const closing = {
      to: 'needs-source',
      rationale: 'as they say',
      closure: { kind: 'as-attributed', recheckAt: '2026-04-01T00:00:00Z' },
    } as const;
    const outcome = decide(claim(), closing, editor, attributed, standard);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe('requirements-unmet');
    const two = { ...attributed, sources: attributed.sources.map((one) => (one.id === 'x' ? nameless('x', 2) : one)) };
    expect(decide(claim(), closing, editor, two, standard).ok).toBe(true);
  });

  it('are not even mentioned to a blind member, whom it would tell what others found', () => {
    const shown = requirementsFor('verified', claim(), facts(with_(0, nameless('x'))), standard);
    expect(viewForBlind(shown).map(({ name }) => name)).not.toContain('sources-as-said');
  });
});

describe('a quote as translated', () => {
  const translation = (over: Partial<Translation> = {}): Translation => ({
    language: 'fr',
    original: 'Nous répondrons demain.',
    text: 'سنردّ غدا على كل سؤال.',
    translator: 'أمل',
    secondReaderId: null,
    ...over,
  });
  const with_ = (words: string[], over: Partial<Translation> = {}, more: Partial<EvidenceItem> = {}) => ({
    quotedWords: words,
    evidence: [item('item-1', 'daily', { translation: translation(over), ...more }), item('item-2', 'herald')],
  });
  it.each<[string, Partial<ClaimFacts>, Partial<Claim>, string]>([
    ['the translation’s own words', with_(['سنرد غداً']), {}, 'satisfied: as-translated'],
    ['other words', with_(['سنرد بعد غد']), {}, 'unsatisfied: not-the-translation'],
    ['one of two passages is not in it', with_(['سنرد غدا', 'ولن نصمت']), {}, 'unsatisfied: not-the-translation'],
    ['nobody translated it', with_(['سنرد غدا'], { translator: ' ' }), {}, 'unsatisfied: not-the-translation'],
    ['in tier A, read by one only', with_(['سنرد غدا']), { tier: 'A' }, 'unsatisfied: no-second-reader'],
    [
      'in tier A, read again',
      with_(['سنرد غدا'], { secondReaderId: 'omar' }),
      { tier: 'A' },
      'satisfied: as-translated',
    ],
    [
      'in tier A, read again by whoever added it',
      with_(['سنرد غدا'], { secondReaderId: 'sara' }),
      { tier: 'A' },
      'unsatisfied: no-second-reader',
    ],
    ['nothing in quotation marks', with_([]), {}, 'not asked'],
    ['nothing translated', { quotedWords: ['سنرد غدا'] }, {}, 'not asked'],
    ['the translated item withdrawn', with_(['سنرد بعد غد'], {}, { withdrawn: true }), {}, 'not asked'],
    [
      'the translated item cited by nobody',
      { ...with_(['سنرد بعد غد']), verdicts: [verdict('sara', 'true', ['item-2'])] },
      {},
      'not asked',
    ],
  ])('%s', (_, known, over, expected) => {
    expect(asked('quote-as-translated', known, over)).toBe(expected);
  });

  it.each([
    ['قال: «سنرد» ثم «لن نصمت»', ['سنرد', 'لن نصمت']],
    ['He said “we will answer”.', ['we will answer']],
    ['He said "we will".', ['we will']],
    ['„So” he said', ['So']],
    ['a lone " mark', []],
    ['nothing', []],
  ])('quoted words of %s', (text, words) => {
    expect(quotedWords(text)).toEqual(words);
  });
});

describe('what a post and a source without a name count for', () => {
  const post: SocialPost = {
    platform: 'X',
    handle: '@minister',
    postId: '1',
    postedAt: '2026-03-01T00:00:00Z',
    account: 'confirmed',
  };
  const says = (type: string): ClaimFrame => ({
    anonymous: false,
    stance: 'neutral',
    links: [
      { role: 'speaker', type: 'person', name: 'الوزير' },
      { role: 'outlet', type, name: 'إكس' },
    ],
  });
  const origins = (known: Partial<ClaimFacts>, over: Partial<Claim> = {}, rules = standard) =>
    requirementsFor('verified', claim({ tier: 'C', ...over }), facts(known), rules).find(
      ({ name }) => name === 'independent-sources',
    );
  const excluded = (one: ReturnType<typeof origins>) => one?.facts?.['excluded'];
  const only = (over: Partial<EvidenceItem>, source_: SourceNode = source('daily', { type: 'social' })) => ({
    evidence: [item('item-1', source_.id, { captureId: 'shot', post, ...over })],
    sources: [source_, source('herald')],
    verdicts: [verdict('sara', 'true', ['item-1'])],
  });
  it.each<[string, Partial<ClaimFacts>, Partial<Claim>, string[]]>([
    ['a post with its screenshot', only({}), {}, []],
    ['without one', only({ captureId: null }), {}, ['item-1:no-screenshot']],
    [
      'of an account that may be anybody’s',
      only({ post: { ...post, account: 'likely' } }),
      {},
      ['item-1:account-not-confirmed'],
    ],
    ['of an impostor', only({ post: { ...post, account: 'impostor' } }), {}, ['item-1:account-not-confirmed']],
    ['for “he said”', { ...only({}), frame: says('outlet') }, { verifies: 'attribution' }, ['item-1:posted-not-said']],
    ['for “he posted”', { ...only({}), frame: says('social') }, { verifies: 'attribution' }, []],
  ])('%s', (_, known, over, expected) => {
    expect(excluded(origins(known, over))).toEqual(expected);
  });

  const anonymous = (over: Partial<SourceNode> = {}) => ({ ...nameless('x', 1), vouchedById: 'herald', ...over });
  it.each<[string, 'forbidden' | 'editor-approval' | 'allowed', SourceNode, string[]]>([
    ['allowed', 'allowed', anonymous(), []],
    ['approved', 'editor-approval', anonymous({ approved: true }), []],
    ['not approved', 'editor-approval', anonymous(), ['item-1:anonymous-unapproved']],
    [
      'approved without terms',
      'editor-approval',
      anonymous({ approved: true, anonymity: null }),
      ['item-1:anonymous-unapproved'],
    ],
    ['forbidden', 'forbidden', anonymous({ approved: true }), ['item-1:anonymous-forbidden']],
  ])('a source without a name, %s', (_, anonymousSources, one, expected) => {
    expect(excluded(origins(only({ post: null }, one), {}, policy({ anonymousSources })))).toEqual(expected);
  });

  it('a named source is nobody’s to approve', () => {
    const known = only({ post: null }, source('daily'));
    expect(excluded(origins(known, {}, policy({ anonymousSources: 'forbidden' })))).toEqual([]);
  });
});

describe('whoever the sentence calls by another name', () => {
  const named = frame(1, { anonymous: false, links: [{ role: 'speaker', type: 'agency', name: 'Delta Wire' }] });
  it.each<[string, Record<string, string[]>, string]>([
    ['is named where the register has it for him', { 'Delta Wire': ['Delta', 'Delta Wire'] }, 'attributed-fairly'],
    ['is not where it is somebody else’s', { 'Gulf Wire': ['Delta'] }, 'named-elsewhere'],
    ['is not where it has none', {}, 'named-elsewhere'],
  ])('%s', (_, otherNames, detail) => {
    const closure = { kind: 'as-attributed', recheckAt: '2040-01-01T00:00:00Z' } as const;
    const known = facts({ frame: named, sentence: 'Delta said the bridge is shut.', otherNames });
    const told = requirementsFor('needs-source', claim(), known, standard, { deciderId: null, closure });
    expect(told.find(({ name }) => name === 'source-named')?.detail).toBe(detail);
  });
});
