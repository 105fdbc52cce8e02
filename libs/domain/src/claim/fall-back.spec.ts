import { claim, facts, item, source, standard, verdict, WORDS } from '../../../../test/support/domain-facts.js';
import type { Claim, ClaimFacts, StandingDecision } from './claim.types.js';
import { fallBackOf, type ClaimEvent } from './fall-back.js';

const standing = (over: Partial<StandingDecision> = {}): StandingDecision => ({
  id: 'decision',
  deciderId: 'editor',
  label: 'true',
  overridden: [],
  ...over,
});
const saraTrue = verdict('sara', 'true', ['item-1', 'item-2']);
const saraFalse = verdict('sara', 'false', ['item-1', 'item-2']);
const against = (id: string, sourceId: string) => item(id, sourceId, { stance: 'refutes' });
const gone = (one: ReturnType<typeof item>) => ({ ...one, withdrawn: true });
const both = [item('item-1', 'daily'), item('item-2', 'herald')];

const withdrawn: ClaimEvent = { kind: 'evidence-withdrawn', evidenceId: 'item-2' };
const changed: ClaimEvent = { kind: 'words-changed' };
const given: ClaimEvent = { kind: 'verdict-given', verdictId: 'verdict-of-omar' };

const outcome = (over: Partial<Claim>, known: Partial<ClaimFacts>, event: ClaimEvent) =>
  fallBackOf(claim({ state: 'verified', ...over }), facts({ standing: standing(), ...known }), event, standard);

describe('a claim falls back to needs-source', () => {
  it.each<[string, Partial<Claim>, Partial<ClaimFacts>, ClaimEvent, [string, string[]] | null]>([
    // before: verified on two origins by one verdict, tier B
    ['when its words changed', { textHash: 'new words' }, {}, changed, ['words-changed', []]],
    ['when the words of a disputed claim changed', { state: 'disputed' }, {}, changed, ['words-changed', []]],
    [
      'when the words of a closed claim changed',
      { state: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'later' } },
      {},
      changed,
      ['words-changed', []],
    ],
    ['not when it already needs a source', { state: 'needs-source' }, {}, changed, null],
    [
      'when a withdrawn item was the second origin',
      {},
      { evidence: [item('item-1', 'daily'), gone(item('item-2', 'herald'))] },
      withdrawn,
      ['evidence-withdrawn', ['independent-sources']],
    ],
    [
      'when a withdrawn item was the only one cited',
      {},
      { evidence: both.map(gone) },
      withdrawn,
      ['evidence-withdrawn', ['supporting-verdicts', 'independent-sources']],
    ],
    [
      'not when a withdrawn item was one too many',
      {},
      {
        evidence: [...both, gone(item('item-3', 'gazette'))],
        verdicts: [verdict('sara', 'true', ['item-1', 'item-2', 'item-3'])],
        sources: [source('daily'), source('herald'), source('gazette')],
      },
      withdrawn,
      null,
    ],
    [
      'not when the decision stood on a reasoned exception',
      {},
      {
        evidence: [item('item-1', 'daily'), gone(item('item-2', 'herald'))],
        standing: standing({ overridden: ['independent-sources'] }),
      },
      withdrawn,
      null,
    ],
    [
      'when the origin of an item was withdrawn',
      {},
      { noticedIds: ['herald'] },
      { kind: 'notice', originId: 'herald', type: 'withdrawn' },
      ['origin-noticed', ['independent-sources']],
    ],
    [
      'when the origin of an item was killed',
      {},
      { noticedIds: ['herald'] },
      { kind: 'notice', originId: 'herald', type: 'kill' },
      ['origin-noticed', ['independent-sources']],
    ],
    [
      'when the origin of an item was corrected',
      {},
      { noticedIds: ['herald'] },
      { kind: 'notice', originId: 'herald', type: 'correction' },
      ['origin-noticed', ['independent-sources']],
    ],
    [
      'when what a claim closed as attributed was attributed to was killed',
      { state: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'later' } },
      { noticedIds: ['herald'] },
      { kind: 'notice', originId: 'herald', type: 'kill' },
      ['origin-noticed', []],
    ],
    [
      'not when a claim closed as attributed has nothing of what was killed',
      { state: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'later' } },
      { noticedIds: ['gazette'] },
      { kind: 'notice', originId: 'gazette', type: 'kill' },
      null,
    ],
    [
      'not when what was killed speaks against a claim closed as attributed',
      { state: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'later' } },
      { noticedIds: ['herald'], evidence: [item('item-1', 'daily'), against('item-2', 'herald')] },
      { kind: 'notice', originId: 'herald', type: 'kill' },
      null,
    ],
    [
      'not for an advisory',
      {},
      { noticedIds: ['herald'] },
      { kind: 'notice', originId: 'herald', type: 'advisory' },
      null,
    ],
    [
      'not for a notice on something it does not rest on',
      {},
      { noticedIds: ['gazette'] },
      { kind: 'notice', originId: 'gazette', type: 'kill' },
      null,
    ],
    [
      'when the counted verdict was withdrawn',
      {},
      { verdicts: [{ ...saraTrue, withdrawn: true }] },
      { kind: 'verdict-withdrawn', verdictId: saraTrue.id },
      ['verdict-withdrawn', ['supporting-verdicts', 'independent-sources']],
    ],
    [
      'not when another verdict carries it',
      {},
      { verdicts: [{ ...saraTrue, withdrawn: true }, verdict('omar', 'true', ['item-1', 'item-2'])] },
      { kind: 'verdict-withdrawn', verdictId: saraTrue.id },
      null,
    ],
    [
      'when the counted verdict was superseded by an unproven one',
      {},
      { verdicts: [{ ...saraTrue, supersededBy: 'later' }, verdict('sara', 'unproven', [], { id: 'later' })] },
      { kind: 'verdict-superseded', verdictId: saraTrue.id },
      ['verdict-superseded', ['supporting-verdicts', 'independent-sources']],
    ],
    [
      'not when it was superseded by a like one',
      {},
      {
        verdicts: [
          { ...saraTrue, supersededBy: 'later' },
          verdict('sara', 'mostly-true', ['item-1', 'item-2'], { id: 'later' }),
        ],
      },
      { kind: 'verdict-superseded', verdictId: saraTrue.id },
      null,
    ],
    [
      'when somebody disputes it',
      {},
      { verdicts: [saraTrue, verdict('omar', 'false', [])] },
      given,
      ['verdict-disputes', ['no-open-dispute']],
    ],
    [
      'not when somebody else supports it',
      {},
      { verdicts: [saraTrue, verdict('omar', 'true', ['item-1'])] },
      given,
      null,
    ],
    ['not when somebody finds it unproven', {}, { verdicts: [saraTrue, verdict('omar', 'unproven', [])] }, given, null],
    [
      'not when a disputed one is disputed again',
      { state: 'disputed' },
      { verdicts: [saraFalse, verdict('omar', 'false', [])] },
      given,
      null,
    ],
    ['not when a page behind it changed', {}, {}, { kind: 'page-changed', evidenceId: 'item-1' }, null],
    // disputed
    [
      'when the refuting item of a disputed one was withdrawn',
      { state: 'disputed' },
      { verdicts: [saraFalse], evidence: [gone(against('item-1', 'daily'))], standing: standing({ label: null }) },
      withdrawn,
      ['evidence-withdrawn', ['contradiction']],
    ],
    [
      'not when a flag loses its second origin',
      { state: 'disputed' },
      {
        verdicts: [saraFalse],
        evidence: [against('item-1', 'daily'), gone(against('item-2', 'herald'))],
        standing: standing({ label: null }),
      },
      withdrawn,
      null,
    ],
    [
      'when a published "false" loses its second origin',
      { state: 'disputed' },
      {
        verdicts: [saraFalse],
        evidence: [against('item-1', 'daily'), gone(against('item-2', 'herald'))],
        standing: standing({ label: 'false' }),
      },
      withdrawn,
      ['evidence-withdrawn', ['label-quorum']],
    ],
    // closed
    [
      'when the verdict under an unproven closure was withdrawn',
      { state: 'needs-source', closure: { kind: 'unproven', searchLog: [] } },
      { verdicts: [verdict('sara', 'unproven', [], { withdrawn: true })] },
      { kind: 'verdict-withdrawn', verdictId: 'verdict-of-sara' },
      ['verdict-withdrawn', ['unproven-verdicts']],
    ],
    [
      'not when a closure as attributed loses a verdict',
      { state: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'past' } },
      { verdicts: [] },
      { kind: 'verdict-withdrawn', verdictId: 'verdict-of-sara' },
      null,
    ],
  ])('%s', (_, over, known, event, expected) => {
    const fallBack = outcome(over, known, event);
    expect(fallBack === null ? null : [fallBack.cause, fallBack.broken]).toEqual(expected);
  });

  it('saying where from, and telling whoever decided and whoever judged', () => {
    const known = {
      verdicts: [saraTrue, verdict('omar', 'false', []), verdict('lina', 'true', [], { withdrawn: true })],
    };
    expect(outcome({}, known, given)).toEqual({
      from: 'verified',
      to: 'needs-source',
      cause: 'verdict-disputes',
      broken: ['no-open-dispute'],
      liftsClosure: false,
      concerned: ['editor', 'sara', 'omar'],
    });
  });

  it('telling whoever judged where the decision is not known', () => {
    expect(outcome({}, { standing: null }, changed)).toMatchObject({ concerned: ['sara'] });
  });

  it('and loses its closure with it', () => {
    expect(
      outcome({ state: 'needs-source', closure: { kind: 'as-attributed', recheckAt: 'later' } }, {}, changed),
    ).toMatchObject({ liftsClosure: true });
  });
});

describe('words that are put back', () => {
  it('make their verdicts current again, while the state waits for a decision', () => {
    const reverted = claim({ state: 'needs-source', textHash: WORDS });
    expect(fallBackOf(reverted, facts(), changed, standard)).toBeNull();
    expect(reverted.state).toBe('needs-source');
  });
});
