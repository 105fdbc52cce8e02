import {
  actor,
  head,
  item,
  policy,
  reviewer,
  service,
  smallDesk,
  source,
  verdict,
} from '../../../../test/support/domain-facts.js';
import { move, obstacles, type MoveCase } from '../../../../test/support/move-cases.js';

const against = (id: string, sourceId: string) => item(id, sourceId, { stance: 'refutes' });
const saraFalse = verdict('sara', 'false', ['item-1', 'item-2']);
const omarFalse = verdict('omar', 'false', ['item-1', 'item-2']);
const linaTrue = verdict('lina', 'true', ['for']);
const named = {
  anonymous: false,
  stance: 'neutral',
  links: [{ role: 'speaker', type: 'person', name: 'the minister' }],
} as const;

const base = { verdicts: [saraFalse], evidence: [against('item-1', 'daily'), against('item-2', 'herald')] };
const run = (to: 'disputed' | 'needs-source', one: MoveCase) =>
  move(to, {
    ...one,
    command: { rationale: 'the figures say otherwise', ...one.command },
    facts: { ...base, ...one.facts },
  });

describe('to disputed', () => {
  it.each<[string, MoveCase, string[]]>([
    ['on one disputing verdict that cites a refuting item', {}, []],
    ['from verified', { claim: { state: 'verified' } }, []],
    ['from disputed', { claim: { state: 'disputed' } }, ['already-in-state']],
    ['by a head of desk', { by: head }, []],
    ['by a reviewer', { by: reviewer }, ['role-forbidden']],
    ['by a service account', { by: service }, ['person-required']],
    ['of a dismissed claim', { claim: { disposition: 'dismissed' } }, ['not-in-state']],
    ['without a rationale', { command: { rationale: null } }, ['rationale: rationale-missing']],
    ['with a blank rationale', { command: { rationale: '  ' } }, ['rationale: rationale-missing']],
    ['without a verdict', { facts: { verdicts: [] } }, ['contradiction: no-contradicting-verdict']],
    [
      'on an outdated verdict',
      { facts: { verdicts: [{ ...saraFalse, textHash: 'older words' }] } },
      ['contradiction: no-contradicting-verdict'],
    ],
    [
      'on a withdrawn verdict',
      { facts: { verdicts: [{ ...saraFalse, withdrawn: true }] } },
      ['contradiction: no-contradicting-verdict'],
    ],
    [
      'on a supporting verdict',
      { facts: { verdicts: [verdict('sara', 'true', ['item-1'])] } },
      ['contradiction: no-contradicting-verdict'],
    ],
    [
      'on a verdict that cites nothing',
      { facts: { verdicts: [verdict('sara', 'false', [])] } },
      ['contradiction: no-contradicting-verdict'],
    ],
    [
      'on a verdict whose item supports',
      { facts: { evidence: [item('item-1', 'daily'), item('item-2', 'herald')] } },
      ['contradiction: no-contradicting-verdict'],
    ],
    [
      'on a refuting item that does not count',
      { facts: { evidence: [against('item-1', 'daily')].map((one) => ({ ...one, locator: null })) } },
      ['contradiction: no-contradicting-verdict'],
    ],
    [
      'on one’s own verdict alone',
      { by: actor('sara', 'editor') },
      ['separate-decider: decider-gave-counted-verdict', 'contradiction: no-contradicting-verdict'],
    ],
    [
      'on one’s own verdict alone, even at a small desk',
      { by: actor('sara', 'editor'), policy: smallDesk, facts: { activePeople: 2 } },
      ['contradiction: no-contradicting-verdict'],
    ],
    ['by an author of the words', { by: actor('writer', 'editor') }, ['not-own-text: decider-is-author']],
    ['on a verdict of an author', { facts: { authorsOfWords: ['sara'] } }, ['not-own-text: reviewer-is-author']],
    [
      'with the anchor lost and a question open',
      { facts: { anchor: { status: 'orphaned', confirmed: false }, openQueries: 2 } },
      [],
    ],
    [
      'with an adjudication, which is for objections',
      { command: { adjudication: [{ verdictId: saraFalse.id, rationale: 'why' }] } },
      ['invalid'],
    ],
    ['with a closure', { command: { closure: { kind: 'unproven', searchLog: [] } } }, ['invalid']],
    ['with a label of another stance', { command: { rating: 'true' } }, ['rating-unfit']],
    ['with a label that does not exist', { command: { rating: 'dubious' } }, ['unknown-rating']],
    // label-quorum: publishing "false" asks for as much as publishing "true"
    ['of tier B with a label, one verdict and two origins', { command: { rating: 'false' } }, []],
    [
      'of tier B with a label and one origin',
      { command: { rating: 'false' }, facts: { evidence: [against('item-1', 'daily'), against('item-2', 'daily')] } },
      ['label-quorum: too-few-origins'],
    ],
    [
      'of tier B with a label, one origin, the source named and nothing in favour',
      { command: { rating: 'false' }, facts: { frame: named, evidence: [against('item-1', 'daily')] } },
      [],
    ],
    [
      'of tier B with a label, one origin, the source named and an item in favour',
      {
        command: { rating: 'false' },
        facts: { frame: named, evidence: [against('item-1', 'daily'), item('for', 'herald')] },
      },
      ['label-quorum: too-few-origins'],
    ],
    ['of tier A flagged on one verdict', { claim: { tier: 'A' } }, []],
    [
      'of tier A with a label on one verdict',
      { claim: { tier: 'A' }, command: { rating: 'false' } },
      ['label-quorum: too-few-verdicts'],
    ],
    [
      'of tier A with a label on two',
      { claim: { tier: 'A' }, command: { rating: 'false' }, facts: { verdicts: [saraFalse, omarFalse] } },
      [],
    ],
    [
      'of tier A with a label on two, one informed',
      {
        claim: { tier: 'A' },
        command: { rating: 'false' },
        facts: { verdicts: [saraFalse, { ...omarFalse, informed: true }] },
      },
      ['label-quorum: too-few-verdicts'],
    ],
    [
      'of tier A flagged where only an informed verdict disputes',
      { claim: { tier: 'A' }, facts: { verdicts: [{ ...saraFalse, informed: true }] } },
      [],
    ],
    [
      'of tier A with a label on one document',
      {
        claim: { tier: 'A' },
        command: { rating: 'false' },
        facts: {
          verdicts: [verdict('sara', 'false', ['d']), verdict('omar', 'false', ['d'])],
          evidence: [against('d', 'decree')],
          sources: [source('decree', { type: 'document' })],
        },
      },
      [],
    ],
    [
      'of tier A flagged where reviewers differ',
      { claim: { tier: 'A' }, facts: { verdicts: [saraFalse, linaTrue] } },
      [],
    ],
    [
      'where disputing labels differ and none is named',
      { facts: { verdicts: [saraFalse, verdict('omar', 'misleading', ['item-1'])] } },
      ['rating-required'],
    ],
    [
      'where disputing labels differ and one is named',
      {
        facts: { verdicts: [saraFalse, verdict('omar', 'misleading', ['item-1'])] },
        command: { rating: 'misleading' },
      },
      [],
    ],
  ])('%s', (_, one, expected) => {
    expect(obstacles(run('disputed', one))).toEqual(expected);
  });

  it.each<[string, MoveCase, string | null]>([
    ['the one named', { command: { rating: 'misleading' } }, 'misleading'],
    ['the one all agree on, where its quorum carries it', {}, 'false'],
    ['none where the quorum does not carry it', { claim: { tier: 'A' } }, null],
    ['none where reviewers differ: that is a flag', { facts: { verdicts: [saraFalse, linaTrue] } }, null],
  ])('publishes as label %s', (_, one, label) => {
    expect(run('disputed', one)).toMatchObject({ ok: true, label });
  });

  it('says that no label quorum applies to a flag', () => {
    const outcome = run('disputed', { claim: { tier: 'A' } });
    expect(outcome.ok && outcome.requirements.at(-1)).toMatchObject({ name: 'label-quorum', status: 'not-applicable' });
  });

  it('rests on the refuting side', () => {
    expect(
      run('disputed', {
        facts: { verdicts: [saraFalse, linaTrue], evidence: [...base.evidence, item('for', 'gazette')] },
      }),
    ).toMatchObject({
      countedVerdictIds: [saraFalse.id],
      countedEvidenceIds: ['item-1', 'item-2'],
    });
  });

  it('never goes without a rationale, though policy says it might', () => {
    const outcome = run('disputed', {
      command: { rationale: '', overrides: [{ requirement: 'rationale', reason: 'in a hurry' }] },
      policy: policy({ overridable: ['rationale'] }),
    });
    expect(obstacles(outcome)).toEqual(['rationale: rationale-missing']);
  });
});

const log = (entries: number) =>
  Array.from({ length: entries }, (_, i) => ({
    where: `archive ${i}`,
    when: '2026-03-09',
    query: 'minister resigned',
  }));
const unproven = (entries: number) => ({ kind: 'unproven', searchLog: log(entries) }) as const;
const asAttributed = (recheckAt: string) => ({ kind: 'as-attributed', recheckAt }) as const;
const saraUnproven = verdict('sara', 'unproven', []);
const omarUnproven = verdict('omar', 'unproven', []);
const frame = (over: object) => ({ ...named, ...over });
const soon = '2026-03-20T00:00:00.000Z';

describe('to needs-source', () => {
  it.each<[string, MoveCase, string[]]>([
    ['from verified, with a rationale', { claim: { state: 'verified' } }, []],
    ['from disputed, with a rationale', { claim: { state: 'disputed' } }, []],
    ['from a closure', { claim: { closure: asAttributed(soon) } }, []],
    [
      'without a rationale',
      { claim: { state: 'verified' }, command: { rationale: '' } },
      ['rationale: rationale-missing'],
    ],
    ['by a reviewer', { claim: { state: 'verified' }, by: reviewer }, ['role-forbidden']],
    ['of a dismissed claim', { claim: { disposition: 'dismissed' } }, ['not-in-state']],
    [
      'with a label, though nothing is published',
      { command: { rating: 'unproven' }, facts: { verdicts: [saraUnproven] } },
      ['rating-unfit'],
    ],
    // unproven
    [
      'closed as unproven, on one verdict and three searches',
      { command: { closure: unproven(3) }, facts: { verdicts: [saraUnproven] } },
      [],
    ],
    [
      'closed as unproven without a rationale',
      { command: { closure: unproven(3), rationale: null }, facts: { verdicts: [saraUnproven] } },
      ['rationale: rationale-missing'],
    ],
    [
      'closed as unproven on two searches',
      { command: { closure: unproven(2) }, facts: { verdicts: [saraUnproven] } },
      ['search-log: search-log-short'],
    ],
    [
      'closed as unproven on three searches, one without a query',
      {
        command: {
          closure: { kind: 'unproven', searchLog: [...log(2), { where: 'here', when: '2026-03-09', query: ' ' }] },
        },
        facts: { verdicts: [saraUnproven] },
      },
      ['search-log: search-log-short'],
    ],
    [
      'closed as unproven on searches of which one has no date',
      {
        command: {
          closure: { kind: 'unproven', searchLog: [...log(3), { where: 'here', when: 'lately', query: 'x' }] },
        },
        facts: { verdicts: [saraUnproven] },
      },
      ['invalid'],
    ],
    [
      'closed as unproven without a verdict',
      { command: { closure: unproven(3) }, facts: { verdicts: [] } },
      ['unproven-verdicts: too-few-verdicts'],
    ],
    [
      'closed as unproven on a disputing verdict',
      { command: { closure: unproven(3) } },
      ['unproven-verdicts: too-few-verdicts'],
    ],
    [
      'closed as unproven in tier A on one verdict',
      { claim: { tier: 'A' }, command: { closure: unproven(3) }, facts: { verdicts: [saraUnproven] } },
      ['unproven-verdicts: too-few-verdicts'],
    ],
    [
      'closed as unproven in tier A on two',
      { claim: { tier: 'A' }, command: { closure: unproven(3) }, facts: { verdicts: [saraUnproven, omarUnproven] } },
      [],
    ],
    [
      'closed as unproven from verified',
      { claim: { state: 'verified' }, command: { closure: unproven(4) }, facts: { verdicts: [saraUnproven] } },
      [],
    ],
    [
      'closed as unproven with a label of another stance',
      { command: { closure: unproven(3), rating: 'false' }, facts: { verdicts: [saraUnproven] } },
      ['rating-unfit'],
    ],
    // as-attributed
    [
      'closed as attributed to somebody named',
      { command: { closure: asAttributed(soon) }, facts: { frame: named } },
      [],
    ],
    [
      'closed as attributed at a distance',
      { command: { closure: asAttributed(soon) }, facts: { frame: frame({ stance: 'distancing' }) } },
      [],
    ],
    [
      'closed as attributed with a cue that vouches',
      { command: { closure: asAttributed(soon) }, facts: { frame: frame({ stance: 'factive' }) } },
      ['source-named: cue-takes-sides'],
    ],
    [
      'closed as attributed with a cue that judges',
      { command: { closure: asAttributed(soon) }, facts: { frame: frame({ stance: 'evaluative' }) } },
      ['source-named: cue-takes-sides'],
    ],
    [
      'closed as attributed in the paper’s own voice',
      { command: { closure: asAttributed(soon) }, facts: { frame: null } },
      ['source-named: own-voice'],
    ],
    [
      'closed as attributed to nobody named',
      {
        command: { closure: asAttributed(soon) },
        facts: { frame: frame({ anonymous: true, links: [{ role: 'speaker', type: 'anonymous', name: 'sources' }] }) },
      },
      ['source-named: nobody-named'],
    ],
    [
      'closed as attributed to nobody named, by an outlet that is',
      {
        command: { closure: asAttributed(soon) },
        facts: {
          frame: frame({
            anonymous: true,
            links: [
              { role: 'speaker', type: 'anonymous', name: 'sources' },
              { role: 'outlet', type: 'agency', name: 'the agency' },
            ],
          }),
        },
      },
      [],
    ],
    [
      'closed as attributed to somebody whom another sentence names',
      {
        command: { closure: asAttributed(soon) },
        facts: { frame: named, sentence: 'He added that the bridge will open in May.' },
      },
      ['source-named: named-elsewhere'],
    ],
    [
      'closed as attributed to nobody named, by an outlet that only another sentence names',
      {
        command: { closure: asAttributed(soon) },
        facts: {
          sentence: 'One of the sources said the fire was out.',
          frame: frame({
            anonymous: true,
            links: [
              { role: 'speaker', type: 'anonymous', name: 'One of the sources' },
              { role: 'outlet', type: 'agency', name: 'the agency' },
            ],
          }),
        },
      },
      ['source-named: named-elsewhere'],
    ],
    [
      'closed as attributed to a speaker another sentence names, by an outlet this one does',
      {
        command: { closure: asAttributed(soon) },
        facts: {
          sentence: 'He told Harbour Wire that the fire was out.',
          frame: frame({
            links: [
              { role: 'speaker', type: 'person', name: 'Ada Finch' },
              { role: 'outlet', type: 'agency', name: 'Harbour Wire' },
            ],
          }),
        },
      },
      [],
    ],
    [
      'closed as attributed with a cue that vouches for somebody another sentence names',
      {
        command: { closure: asAttributed(soon) },
        facts: { frame: frame({ stance: 'factive' }), sentence: 'He revealed that the fire was out.' },
      },
      ['source-named: named-elsewhere'],
    ],
    [
      'closed as attributed, to be looked at again in the past',
      { command: { closure: asAttributed('2026-03-10T11:59:59.000Z') }, facts: { frame: named } },
      ['recheck-date: recheck-not-ahead'],
    ],
    [
      'closed as attributed, to be looked at again at no time',
      { command: { closure: asAttributed('soon') }, facts: { frame: named } },
      ['invalid'],
    ],
    [
      'closed as attributed without a rationale',
      { command: { closure: asAttributed(soon), rationale: ' ' }, facts: { frame: named } },
      ['rationale: rationale-missing'],
    ],
  ])('%s', (_, one, expected) => {
    expect(obstacles(run('needs-source', one))).toEqual(expected);
  });

  it('closed as unproven publishes that label; as attributed, none', () => {
    expect(
      run('needs-source', { command: { closure: unproven(3) }, facts: { verdicts: [saraUnproven] } }),
    ).toMatchObject({
      ok: true,
      label: 'unproven',
      closure: { kind: 'unproven' },
      countedVerdictIds: [saraUnproven.id],
      countedEvidenceIds: [],
    });
    expect(run('needs-source', { command: { closure: asAttributed(soon) }, facts: { frame: named } })).toMatchObject({
      ok: true,
      label: null,
      closure: asAttributed(soon),
    });
  });

  it('closed as attributed publishes no label, though somebody found it unproven', () => {
    expect(
      run('needs-source', {
        command: { closure: asAttributed(soon) },
        facts: { frame: named, verdicts: [saraUnproven] },
      }),
    ).toMatchObject({ ok: true, label: null });
  });

  it('closed as unproven wants a label named where two of them would do', () => {
    const verdicts = [saraUnproven, verdict('omar', 'satire', [])];
    expect(obstacles(run('needs-source', { command: { closure: unproven(3) }, facts: { verdicts } }))).toEqual([
      'rating-required',
    ]);
    expect(
      run('needs-source', { command: { closure: unproven(3), rating: 'satire' }, facts: { verdicts } }),
    ).toMatchObject({ ok: true, label: 'satire' });
  });

  it('without a closure lifts the one there was and counts nothing', () => {
    expect(run('needs-source', { claim: { closure: asAttributed(soon) } })).toMatchObject({
      ok: true,
      closure: null,
      label: null,
      countedVerdictIds: [],
    });
  });
});
