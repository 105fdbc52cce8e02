import {
  actor,
  head,
  item,
  reviewer,
  service,
  source,
  strict,
  verdict,
  writer,
} from '../../../../test/support/domain-facts.js';
import { obstacles, verify, type MoveCase } from '../../../../test/support/move-cases.js';

const saraTrue = verdict('sara', 'true', ['item-1', 'item-2']);
const omarTrue = verdict('omar', 'true', ['item-1', 'item-2']);
const omarFalse = verdict('omar', 'false', ['item-3'], { id: 'objection' });
const named = {
  anonymous: false,
  stance: 'neutral',
  links: [{ role: 'speaker', type: 'person', name: 'the minister' }],
} as const;
const unnamed = {
  anonymous: true,
  stance: 'neutral',
  links: [{ role: 'speaker', type: 'anonymous', name: 'a source' }],
} as const;
const insiderOf = (id: string, outlet: string) => source(id, { type: 'anonymous', vouchedById: outlet });

describe('to verified', () => {
  it('is decided by an editor when everything holds, and says what it rests on', () => {
    expect(verify()).toMatchObject({
      ok: true,
      from: 'needs-source',
      to: 'verified',
      label: 'true',
      closure: null,
      disposition: 'active',
      textHash: 'hash-of-these-words',
      policyVersion: 1,
      countedVerdictIds: ['verdict-of-sara'],
      countedEvidenceIds: ['item-1', 'item-2'],
      originKeys: ['source:daily', 'source:herald'],
      overrides: [],
    });
  });

  it('reports every requirement in the order of the rules, each with its figures', () => {
    const outcome = verify();
    expect(
      outcome.ok && outcome.requirements.map(({ name, status, have, need }) => [name, status, have, need]),
    ).toEqual([
      ['not-own-text', 'satisfied', undefined, undefined],
      ['separate-decider', 'satisfied', undefined, undefined],
      ['supporting-verdicts', 'satisfied', 1, 1],
      ['independent-sources', 'satisfied', 2, 2],
      ['no-open-dispute', 'satisfied', 0, 0],
      ['anchor-confirmed', 'satisfied', undefined, undefined],
      ['queries-answered', 'satisfied', 0, 0],
    ]);
  });

  it.each<[string, MoveCase, string[]]>([
    // who
    ['by a head of desk', { by: head }, []],
    ['by a reviewer', { by: reviewer }, ['role-forbidden']],
    ['by a writer', { by: writer }, ['role-forbidden']],
    ['by an admin who is no editor', { by: actor('admin', 'admin') }, ['role-forbidden']],
    ['by a service account, whatever its roles', { by: service }, ['person-required']],
    // from where
    ['from disputed', { claim: { state: 'disputed' } }, []],
    ['from verified', { claim: { state: 'verified' } }, ['already-in-state']],
    ['of a proposed claim', { claim: { disposition: 'proposed' } }, []],
    ['of a dismissed claim', { claim: { disposition: 'dismissed' } }, ['not-in-state']],
    // not-own-text
    ['by an author of the words', { by: actor('writer', 'editor') }, ['not-own-text: decider-is-author']],
    ['on a verdict of an author', { facts: { authorsOfWords: ['sara'] } }, ['not-own-text: reviewer-is-author']],
    [
      'by an author of the article who wrote none of these words',
      { by: actor('desk', 'editor'), facts: { article: { kind: 'draft', outletSourceId: null, authorIds: ['desk'] } } },
      [],
    ],
    // separate-decider
    [
      'by whoever gave the counted verdict',
      { by: actor('sara', 'editor') },
      ['separate-decider: decider-gave-counted-verdict'],
    ],
    [
      'by whoever gave a verdict that no longer counts',
      { by: actor('omar', 'editor'), facts: { verdicts: [saraTrue, { ...omarTrue, textHash: 'older words' }] } },
      [],
    ],
    // supporting-verdicts
    [
      'without a verdict',
      { facts: { verdicts: [] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with an outdated verdict only',
      { facts: { verdicts: [{ ...saraTrue, textHash: 'older words' }] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with a withdrawn verdict only',
      { facts: { verdicts: [{ ...saraTrue, withdrawn: true }] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with a superseded verdict only',
      { facts: { verdicts: [{ ...saraTrue, supersededBy: 'later' }] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with an unproven verdict only',
      { facts: { verdicts: [verdict('sara', 'unproven', ['item-1', 'item-2'])] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with a verdict that cites nothing',
      { facts: { verdicts: [verdict('sara', 'true', [])] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with a verdict that cites only context',
      {
        facts: {
          evidence: [item('item-1', 'daily', { stance: 'context' }), item('item-2', 'herald', { stance: 'context' })],
        },
      },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    [
      'with a verdict on who said it, when it asks whether it is so',
      { facts: { verdicts: [{ ...saraTrue, verifies: 'attribution' }] } },
      ['supporting-verdicts: too-few-verdicts', 'independent-sources: too-few-origins'],
    ],
    ['of tier A with one verdict', { claim: { tier: 'A' } }, ['supporting-verdicts: too-few-verdicts']],
    [
      'of tier A with two of one member',
      { claim: { tier: 'A' }, facts: { verdicts: [saraTrue, { ...saraTrue, id: 'again' }] } },
      ['supporting-verdicts: too-few-verdicts'],
    ],
    ['of tier A with two members', { claim: { tier: 'A' }, facts: { verdicts: [saraTrue, omarTrue] } }, []],
    [
      'of tier A with one of two informed',
      { claim: { tier: 'A' }, facts: { verdicts: [saraTrue, { ...omarTrue, informed: true }] } },
      ['supporting-verdicts: too-few-verdicts'],
    ],
    ['of tier B with an informed one', { facts: { verdicts: [{ ...saraTrue, informed: true }] } }, []],
    ['of tier B under the strict policy with one', { policy: strict }, ['supporting-verdicts: too-few-verdicts']],
    ['of tier C under the strict policy with one', { policy: strict, claim: { tier: 'C' } }, []],
    // independent-sources
    [
      'of tier B with one origin',
      { facts: { evidence: [item('item-1', 'daily'), item('item-2', 'daily')] } },
      ['independent-sources: too-few-origins'],
    ],
    [
      'of tier B with one origin and a source named in the text',
      { facts: { frame: named, evidence: [item('item-1', 'daily')] } },
      [],
    ],
    [
      'of tier B with one origin and an anonymous source in the text',
      { facts: { frame: unnamed, evidence: [item('item-1', 'daily')] } },
      ['independent-sources: too-few-origins'],
    ],
    [
      'of tier B with one origin, source named, refuted by an item',
      {
        facts: { frame: named, evidence: [item('item-1', 'daily'), item('against', 'herald', { stance: 'refutes' })] },
      },
      ['independent-sources: too-few-origins'],
    ],
    [
      'of tier B with one origin, source named, the refuting item withdrawn',
      {
        facts: {
          frame: named,
          evidence: [item('item-1', 'daily'), item('against', 'herald', { stance: 'refutes', withdrawn: true })],
        },
      },
      [],
    ],
    ['of tier C with one origin', { claim: { tier: 'C' }, facts: { evidence: [item('item-1', 'daily')] } }, []],
    [
      'of tier C with none',
      { claim: { tier: 'C' }, facts: { evidence: [item('item-1', 'our-paper')] } },
      ['independent-sources: too-few-origins'],
    ],
    [
      'of tier A with one origin and a source named',
      {
        claim: { tier: 'A' },
        facts: { frame: named, verdicts: [saraTrue, omarTrue], evidence: [item('item-1', 'daily')] },
      },
      ['independent-sources: too-few-origins'],
    ],
    [
      'with a second origin that no counted verdict cites',
      { facts: { verdicts: [verdict('sara', 'true', ['item-1'])] } },
      ['independent-sources: too-few-origins'],
    ],
    [
      'with one document',
      { facts: { evidence: [item('item-1', 'decree')], sources: [source('decree', { type: 'document' })] } },
      [],
    ],
    [
      'of tier A with one document',
      {
        claim: { tier: 'A' },
        facts: {
          verdicts: [saraTrue, omarTrue],
          evidence: [item('item-1', 'decree')],
          sources: [source('decree', { type: 'document' })],
        },
      },
      [],
    ],
    // the tricks
    [
      'with three items that derive from one',
      {
        facts: {
          evidence: [
            item('item-1', 'daily', { derivesFrom: { sourceId: 'agency', how: 'credited' } }),
            item('item-2', 'herald', { derivesFrom: { evidenceId: 'item-1', how: 'copied' } }),
            item('item-3', 'agency'),
          ],
          verdicts: [verdict('sara', 'true', ['item-1', 'item-2', 'item-3'])],
        },
      },
      ['independent-sources: too-few-origins'],
    ],
    [
      'with two anonymous sources of one outlet',
      {
        facts: {
          evidence: [item('item-1', 'x'), item('item-2', 'y')],
          sources: [insiderOf('x', 'daily'), insiderOf('y', 'daily'), source('daily')],
        },
      },
      ['independent-sources: too-few-origins'],
    ],
    [
      "with the article's own outlet as the second",
      { facts: { evidence: [item('item-1', 'daily'), item('item-2', 'our-paper')] } },
      ['independent-sources: too-few-origins'],
    ],
    [
      'with `primary` ticked on an agency',
      {
        facts: {
          evidence: [item('item-1', 'agency', { primary: true })],
          sources: [source('agency', { type: 'agency' })],
        },
      },
      ['independent-sources: too-few-origins'],
    ],
    [
      'with two sources that relay each other',
      {
        facts: {
          sources: [source('daily', { derivesFromId: 'herald' }), source('herald', { derivesFromId: 'daily' })],
        },
      },
      ['independent-sources: too-few-origins'],
    ],
    [
      'of tier A on anonymous origins alone, though two',
      {
        claim: { tier: 'A' },
        facts: {
          verdicts: [saraTrue, omarTrue],
          evidence: [item('item-1', 'x'), item('item-2', 'y')],
          sources: [insiderOf('x', 'daily'), insiderOf('y', 'herald'), source('daily'), source('herald')],
        },
      },
      ['independent-sources: anonymous-only'],
    ],
    [
      'of tier B on two anonymous origins',
      {
        facts: {
          evidence: [item('item-1', 'x'), item('item-2', 'y')],
          sources: [insiderOf('x', 'daily'), insiderOf('y', 'herald'), source('daily'), source('herald')],
        },
      },
      [],
    ],
    ['with an origin under a notice', { facts: { noticedIds: ['herald'] } }, ['independent-sources: too-few-origins']],
    [
      'with two outlets of one owner who is party to the claim',
      {
        facts: {
          sources: [source('daily', { ownerId: 'party' }), source('herald', { ownerId: 'party' })],
          partyIds: ['party'],
        },
      },
      ['independent-sources: too-few-origins'],
    ],
    // no-open-dispute
    [
      'against a standing objection',
      { facts: { verdicts: [saraTrue, omarFalse] }, command: { rating: 'true' } },
      ['no-open-dispute: dispute-open'],
    ],
    [
      'against an objection that cites nothing',
      { facts: { verdicts: [saraTrue, verdict('omar', 'misleading', [])] }, command: { rating: 'true' } },
      ['no-open-dispute: dispute-open'],
    ],
    [
      'outvoting one objection by three',
      {
        facts: {
          verdicts: [saraTrue, omarFalse, verdict('lina', 'true', ['item-1']), verdict('ziad', 'true', ['item-2'])],
        },
        command: { rating: 'true' },
      },
      ['no-open-dispute: dispute-open'],
    ],
    [
      'against an objection to older words',
      { facts: { verdicts: [saraTrue, { ...omarFalse, textHash: 'older words' }] } },
      [],
    ],
    ['against a withdrawn objection', { facts: { verdicts: [saraTrue, { ...omarFalse, withdrawn: true }] } }, []],
    [
      'against an objection answered in an earlier decision',
      { facts: { verdicts: [saraTrue, { ...omarFalse, adjudicated: true }] }, command: { rating: 'true' } },
      [],
    ],
    [
      'answering the objection',
      {
        facts: { verdicts: [saraTrue, omarFalse] },
        command: { rating: 'true', adjudication: [{ verdictId: 'objection', rationale: 'it read the wrong year' }] },
      },
      [],
    ],
    [
      'answering one of two objections',
      {
        facts: { verdicts: [saraTrue, omarFalse, verdict('lina', 'false', [])] },
        command: { rating: 'true', adjudication: [{ verdictId: 'objection', rationale: 'wrong year' }] },
      },
      ['no-open-dispute: dispute-open'],
    ],
    [
      'answering without saying why',
      {
        facts: { verdicts: [saraTrue, omarFalse] },
        command: { rating: 'true', adjudication: [{ verdictId: 'objection', rationale: ' ' }] },
      },
      ['invalid'],
    ],
    [
      'answering what is no objection',
      { command: { adjudication: [{ verdictId: 'verdict-of-sara', rationale: 'why not' }] } },
      ['adjudication-foreign'],
    ],
    // anchor-confirmed, queries-answered
    ['where only marks changed', { facts: { anchor: { status: 'typographic', confirmed: false } } }, []],
    ['where the passage moved', { facts: { anchor: { status: 'moved', confirmed: false } } }, []],
    [
      'where the words changed',
      { facts: { anchor: { status: 'changed', confirmed: false } } },
      ['anchor-confirmed: anchor-waits'],
    ],
    [
      'where the place is a suggestion',
      { facts: { anchor: { status: 'suggested', confirmed: false } } },
      ['anchor-confirmed: anchor-waits'],
    ],
    [
      'where the place is ambiguous',
      { facts: { anchor: { status: 'ambiguous', confirmed: false } } },
      ['anchor-confirmed: anchor-waits'],
    ],
    [
      'where the place is lost',
      { facts: { anchor: { status: 'orphaned', confirmed: false } } },
      ['anchor-confirmed: anchor-waits'],
    ],
    ['where a person confirmed the place', { facts: { anchor: { status: 'suggested', confirmed: true } } }, []],
    ['with a question open to the writer', { facts: { openQueries: 1 } }, ['queries-answered: query-open']],
    // label
    ['with a label that does not exist', { command: { rating: 'rather-true' } }, ['unknown-rating']],
    ['with a label of another stance', { command: { rating: 'false' } }, ['rating-unfit']],
    [
      'where verdicts differ and no label is named',
      { facts: { verdicts: [saraTrue, verdict('omar', 'mostly-true', ['item-1'])] } },
      ['rating-required'],
    ],
    [
      'where verdicts differ and a label is named',
      {
        facts: { verdicts: [saraTrue, verdict('omar', 'mostly-true', ['item-1'])] },
        command: { rating: 'mostly-true' },
      },
      [],
    ],
    [
      'where an outdated verdict differs',
      { facts: { verdicts: [saraTrue, verdict('omar', 'mostly-true', [], { textHash: 'older words' })] } },
      [],
    ],
    // shape
    [
      'with a closure',
      { command: { closure: { kind: 'as-attributed', recheckAt: '2027-01-01T00:00:00Z' } } },
      ['invalid'],
    ],
  ])('%s', (_, one, expected) => {
    expect(obstacles(verify(one))).toEqual(expected);
  });
});
