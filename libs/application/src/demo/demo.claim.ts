import { TIERS, type Closure } from '#domain';
import type { ClaimItem } from '../claim/claim.view.js';
import { claimMeant } from './demo.quote.js';
import type { DemoClaim, DemoDecision } from './demo.script.js';
import type { DemoStage } from './demo.stage.js';

const DAY_MS = 86_400_000;
const EDITOR = 'editor';

/** What happens to one claim of the demo, in the order in which it happens. */
export class DemoClaimStory {
  private id = '';

  constructor(
    private readonly stage: DemoStage,
    private readonly claim: DemoClaim,
  ) {}

  /** `taken`: claims of the article that already have a story. */
  async play(taken: Set<string>): Promise<void> {
    const { app, as } = this.stage;
    const { key, dismissal, selected, decision } = this.claim;
    let now = await this.begin(taken);
    this.id = now.id;
    taken.add(now.id);
    this.stage.claims.set(key, now.id);
    if (dismissal) {
      await app.claims.move(as(dismissal.by, now.version), now.id, 'dismiss', dismissal);
      return;
    }
    now = await this.edit(now);
    if (selected) await app.claims.select(as(EDITOR, now.version), now.id, true, selected);
    await this.assign();
    await this.collect();
    await this.talk();
    await this.judge();
    if (decision) await this.decide(decision);
  }

  private async begin(taken: ReadonlySet<string>): Promise<ClaimItem> {
    const { app, as, articles } = this.stage;
    const { article, quote } = this.claim;
    const view = articles.get(article)!;
    const meant = claimMeant(view, quote, taken);
    return meant ?? (await app.claims.create(as(EDITOR), view.id, { place: { quote } })).value.claim;
  }

  /** A tier is only raised: the extractor may have seen a reason for a higher one. */
  private async edit(now: ClaimItem): Promise<ClaimItem> {
    const { tier, verifies } = this.claim;
    const raised = tier !== undefined && TIERS.indexOf(tier) < TIERS.indexOf(now.tier) ? tier : undefined;
    const other = verifies !== now.verifies ? verifies : undefined;
    if (raised === undefined && other === undefined) return now;
    const { app, as } = this.stage;
    return (await app.claims.update(as(EDITOR, now.version), now.id, { tier: raised, verifies: other })).value;
  }

  private async assign(): Promise<void> {
    const { app, as, memberId } = this.stage;
    for (const { reviewer, dueInDays, status } of this.claim.assign ?? []) {
      const input = { reviewerId: memberId(reviewer), dueAt: this.day(dueInDays) };
      const { value } = await app.assignments.give(as(EDITOR), this.id, input);
      if (status) await app.assignments.update(as(reviewer, value.version), value.id, { status });
    }
  }

  private async collect(): Promise<void> {
    const { app, as, sources, evidence } = this.stage;
    for (const { key, by, source, derivesFrom, ...item } of this.claim.evidence ?? []) {
      const from = derivesFrom && { evidenceId: evidence.get(derivesFrom.evidence)!, how: derivesFrom.how };
      const input = { ...item, sourceId: sources.get(source)!, derivesFrom: from };
      evidence.set(key, (await app.evidence.add(as(by), this.id, input)).value.id);
    }
  }

  private async talk(): Promise<void> {
    const { app, as, memberId } = this.stage;
    for (const { by, text, answer, resolvedBy } of this.claim.queries ?? []) {
      const { value } = await app.queries.ask(as(by), this.id, text);
      if (answer) await app.queries.answer(as(answer.by), value.id, answer.text);
      if (resolvedBy) await app.queries.resolve(as(resolvedBy), value.id, null);
    }
    for (const { by, text, mentions = [] } of this.claim.comments ?? [])
      await app.comments.make(as(by), this.id, { text, mentions: mentions.map(memberId) });
  }

  private async judge(): Promise<void> {
    const { app, as, evidence } = this.stage;
    for (const { by, evidence: cited, rating, confidence, rationale } of this.claim.verdicts ?? []) {
      const evidenceIds = cited.map((key) => evidence.get(key)!);
      await app.verdicts.give(as(by), this.id, { rating, confidence, rationale, evidenceIds });
    }
  }

  private async decide({ by, to, rationale, rating, closure }: DemoDecision): Promise<void> {
    const { app, as } = this.stage;
    const { version } = await app.claims.get(as(by), this.id);
    const command = { to, rationale, rating, closure: closure && this.closing(closure) };
    await app.decisions.decide(as(by, version), this.id, command);
  }

  private closing(closure: NonNullable<DemoDecision['closure']>): Closure {
    if (closure.kind === 'as-attributed') return { kind: closure.kind, recheckAt: this.day(closure.recheckInDays) };
    const searchLog = closure.searchLog.map(({ daysAgo, where, query }) => ({
      when: this.day(-daysAgo),
      where,
      query,
    }));
    return { kind: closure.kind, searchLog };
  }

  private day(fromNow: number): string {
    return new Date(this.stage.now.getTime() + fromNow * DAY_MS).toISOString();
  }
}
