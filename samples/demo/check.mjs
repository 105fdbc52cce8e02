// Checks of the demo story (script.json); called by samples/check.mjs.
const TYPES = [
  'outlet',
  'agency',
  'person',
  'institution',
  'government',
  'document',
  'dataset',
  'recording',
  'observation',
  'social',
  'anonymous',
];
const PRIMARY = ['document', 'dataset', 'recording', 'observation'];
const ROLES = ['editor', 'reviewer', 'reviewer', 'writer', 'admin', 'viewer'];
const STANCE_OF = {
  draft: { accurate: 'supports', 'needs-change': 'disputes', unsupported: 'unproven', wrong: 'disputes' },
  external: {
    true: 'supports',
    'mostly-true': 'supports',
    'partly-true': 'disputes',
    false: 'disputes',
    misleading: 'disputes',
    'missing-context': 'disputes',
    altered: 'disputes',
    unproven: 'unproven',
    satire: 'unproven',
  },
};
const CITES = { supports: 'supports', disputes: 'refutes' };
const DISMISSALS = ['not-checkable', 'opinion', 'duplicate', 'cut', 'out-of-scope'];

function checkRegister({ script, fault, reserved }) {
  const keys = new Set();
  const before = (where, key) => key === undefined || keys.has(key) || fault(where, `names ${key} before it exists`);
  for (const source of script.sources) {
    const where = `source ${source.key}`;
    if (keys.has(source.key)) fault(where, 'exists twice');
    if (!TYPES.includes(source.type)) fault(where, `unknown type ${source.type}`);
    for (const key of [source.owner, source.derivesFrom, source.vouchedBy]) before(where, key);
    if (source.url !== undefined && !reserved(source.url)) fault(where, `not a reserved domain: ${source.url}`);
    keys.add(source.key);
  }
  const roles = script.members.flatMap((m) => m.roles);
  if (roles.join() !== ROLES.join()) fault('members', `wanted ${ROLES.join(', ')}`);
  for (const m of script.members) {
    if (!m.email.endsWith('@demo.example')) fault(m.key, 'e-mail is not under demo.example');
    if (!m.name.ar || !m.name.en) fault(m.key, 'needs a name in both languages');
  }
}

function checkEvidence(claim, items, { script, fault, reserved }) {
  for (const e of claim.evidence ?? []) {
    const where = `${claim.key} ${e.key}`;
    const source = script.sources.find((s) => s.key === e.source);
    if (!source) fault(where, `unknown source ${e.source}`);
    if (items.has(e.key)) fault(where, 'exists twice');
    if (!e.locator) fault(where, 'has no locator');
    if (e.primary && !PRIMARY.includes(source?.type)) fault(where, 'primary, but not of a primary type');
    if (e.url !== undefined && !reserved(e.url)) fault(where, `not a reserved domain: ${e.url}`);
    if (!e.primary && !(e.url && e.quote)) fault(where, 'would not count: wants a URL with a passage, or primary');
    if (e.derivesFrom?.evidence !== undefined && !items.has(e.derivesFrom.evidence))
      fault(where, 'derives from evidence that does not exist yet');
    items.set(e.key, e);
  }
}

function checkVerdicts(claim, kind, items, { fault }) {
  for (const v of claim.verdicts ?? []) {
    const where = `${claim.key} verdict of ${v.by}`;
    const stance = STANCE_OF[kind][v.rating];
    if (!stance) fault(where, `no rating ${v.rating} on the scale for ${kind}`);
    if (!v.rationale || v.rationale.length < 20) fault(where, 'has no rationale');
    if (!claim.assign?.some((a) => a.reviewer === v.by)) fault(where, 'is given without an assignment');
    if (v.evidence.length === 0) fault(where, 'cites nothing');
    for (const key of v.evidence) {
      if (items.get(key)?.by !== v.by) fault(where, `cites ${key}, which is not his own`);
      if (CITES[stance] && items.get(key)?.stance !== CITES[stance]) fault(where, `cites ${key} against its stance`);
    }
  }
}

function checkDecision(claim, kind, items, { fault }) {
  const { decision, verdicts = [], dismissal } = claim;
  if (dismissal && !DISMISSALS.includes(dismissal.reason)) fault(claim.key, `unknown reason ${dismissal.reason}`);
  if (!decision) return;
  const scale = STANCE_OF[kind];
  const stance = { verified: 'supports', disputed: 'disputes' }[decision.to];
  const cited = verdicts.flatMap((v) => v.evidence.map((key) => items.get(key)));
  if (!decision.rationale) fault(claim.key, 'is decided without a rationale');
  if (stance) {
    if (scale[decision.rating] !== stance) fault(claim.key, 'its label does not fit the decision');
    if (verdicts.length < 2 || verdicts.some((v) => scale[v.rating] !== stance))
      fault(claim.key, 'wants two verdicts that agree, whatever its tier');
    if (!cited.some((e) => e?.primary)) fault(claim.key, 'wants a primary item, whatever its tier');
  } else if (!['unproven', 'as-attributed'].includes(decision.closure?.kind)) fault(claim.key, 'is closed as nothing');
  if (decision.closure?.kind === 'unproven') {
    if ((decision.closure.searchLog ?? []).length < 3) fault(claim.key, 'wants three searches');
    if (verdicts.some((v) => scale[v.rating] !== 'unproven')) fault(claim.key, 'is closed against its verdicts');
  }
  if (decision.closure?.kind === 'as-attributed' && !(decision.closure.recheckInDays > 0))
    fault(claim.key, 'is closed without a day to look again');
}

function checkRevisions({ script, texts, fault }) {
  const known = new Set(script.claims.map((c) => c.key));
  for (const revision of script.revisions) {
    const text = texts.get(revision.article);
    for (const { find } of revision.replacements)
      if (text.split(find).length !== 2) fault(`revision of ${revision.article}`, `does not occur once: ${find}`);
    if (!revision.note) fault(`revision of ${revision.article}`, 'has no note');
    for (const { claim } of revision.expect) if (!known.has(claim)) fault('revision', `unknown claim ${claim}`);
  }
  for (const release of script.releases)
    for (const claim of script.claims.filter((c) => c.article === release.article)) {
      const kept = release.keepAsDisputed.some((k) => k.claim === claim.key);
      if ((claim.decision?.to === 'disputed') !== kept)
        fault(`release ${release.article}`, `${claim.key}: keep or not?`);
      if (claim.selected && !claim.decision) fault(`release ${release.article}`, `${claim.key} is not decided`);
    }
}

function checkStory({ script, index, fault }) {
  const kinds = new Map(index.map((a) => [a.id, a.kind]));
  const has = (name, test) => script.claims.some(test) || fault('script.json', `shows no claim that is ${name}`);
  has('waiting', (c) => !c.decision && !c.dismissal);
  has('verified (attribution)', (c) => c.decision?.to === 'verified' && c.verifies === 'attribution');
  has('verified (substance)', (c) => c.decision?.to === 'verified' && c.verifies !== 'attribution');
  has('disputed', (c) => c.decision?.to === 'disputed');
  has('closed as attributed', (c) => c.decision?.closure?.kind === 'as-attributed');
  has('closed as unproven', (c) => c.decision?.closure?.kind === 'unproven');
  has('set aside', (c) => c.dismissal);
  if (!script.releases.some((r) => kinds.get(r.article) === 'external'))
    fault('script.json', 'releases no external article');
  const wanted = index.filter((a) => a.demo !== null).map((a) => a.id);
  if (script.articles.map((a) => a.key).join() !== wanted.join()) fault('script.json', `wants the articles ${wanted}`);
  for (const a of script.articles)
    if ((kinds.get(a.key) === 'draft') !== a.authors.length > 0) fault(a.key, 'drafts and only drafts have authors');
}

/** Checks script.json against the articles and their gold; reports through `fault(where, what)`. */
export function checkDemo(context) {
  const { script, index, texts, gold, claims, fault } = context;
  const members = new Set(script.members.map((m) => m.key));
  const items = new Map();
  checkRegister(context);
  checkStory(context);
  for (const claim of script.claims) {
    const kind = index.find((a) => a.id === claim.article)?.kind ?? 'draft';
    const known = claims.get(claim.key);
    if (known?.quote !== claim.quote) fault(claim.key, 'is not the claim of that id in the gold');
    if (texts.get(claim.article).split(claim.quote).length !== 2) fault(claim.key, 'does not occur exactly once');
    if (gold.get(claim.article).setAside.some((s) => s.quote.includes(claim.quote))) fault(claim.key, 'is set aside');
    if (claim.selected && kind !== 'external') fault(claim.key, 'only claims of external articles are selected');
    if (claim.assign && kind === 'external' && !claim.selected) fault(claim.key, 'is assigned and not selected');
    checkEvidence(claim, items, context);
    checkVerdicts(claim, kind, items, context);
    checkDecision(claim, kind, items, context);
    const actors = [...(claim.evidence ?? []), ...(claim.verdicts ?? []), ...(claim.queries ?? [])].map((x) => x.by);
    for (const by of [...actors, ...(claim.assign ?? []).map((a) => a.reviewer)])
      if (!members.has(by)) fault(claim.key, `unknown member ${by}`);
  }
  checkRevisions(context);
}
