import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultMember, FaultRoom } from './fault-room.js';
import type { Acknowledgement, Any, Mutation, PatientClient } from './patient-client.js';

const VERDICTS_A_CLAIM = 4;

/** The day of a desk, again and again: article, claim, assignments, evidence, verdicts, changes, decisions, revision. */
export class FaultWriter {
  private round = 0;

  constructor(
    private readonly client: PatientClient,
    private readonly room: FaultRoom,
    /** Makes what this writer writes unlike anyone else's. */
    private readonly name: string,
    /** Milliseconds between two writes. */
    private readonly pauseMs: number,
  ) {}

  async run(until: () => boolean): Promise<void> {
    while (!until()) {
      this.round++;
      await this.oneRound(until);
    }
  }

  private async oneRound(until: () => boolean): Promise<void> {
    const { editor, salma, omar } = this.room;
    const mark = `${this.name}-${this.round}`;
    const sentences = [1, 2].map((at) => `بلغ عدد الوحدات في الحي رقم ${mark}-${at} نحو ${this.round * 7 + 100} وحدة.`);
    const text = sentences.join('\n\n');
    const article = await this.done(editor, 'POST', '/articles', { kind: 'external', language: 'ar', text });
    const claim = await this.done(editor, 'POST', `/articles/${article.id}/claims`, { quote: sentences[0] });
    const assignments = `/claims/${claim.id}/assignments`;
    await this.done(editor, 'POST', assignments, { reviewerId: salma.id });
    await this.done(editor, 'POST', assignments, { reviewerId: omar.id });
    const evidence = await this.done(salma, 'POST', `/claims/${claim.id}/evidence`, evidenceBody(mark));
    for (let turn = 1; turn === 1 || (turn <= VERDICTS_A_CLAIM && !until()); turn++) {
      for (const reviewer of [salma, omar]) {
        const body = verdictBody(`${mark}: القراءة ${turn}`, [evidence.id]);
        await this.done(reviewer, 'POST', `/claims/${claim.id}/verdicts`, body);
      }
    }
    if (until()) return; // the claim may lack the verdicts that the next steps rest on
    await this.source(mark);
    await this.patches(claim.id);
    await this.decisions(claim.id);
    await this.revision(article.id, `${text}\n\nوأضيفت فقرة بعد المراجعة رقم ${mark}.`);
  }

  private async source(mark: string): Promise<void> {
    const { editor } = this.room;
    const source = await this.done(editor, 'POST', '/sources', { name: `صحيفة ${mark}`, type: 'outlet' });
    await this.done(editor, 'PATCH', `/sources/${source.id}`, { name: `صحيفة ${mark} اليومية` }, source.version);
  }

  private async patches(claimId: string): Promise<void> {
    const { editor } = this.room;
    for (const kind of ['statistic', 'event']) {
      const { version } = await this.client.read(editor, `/claims/${claimId}`);
      await this.done(editor, 'PATCH', `/claims/${claimId}`, { kind }, version);
    }
  }

  private async decisions(claimId: string): Promise<void> {
    const { editor } = this.room;
    const path = `/claims/${claimId}/decisions`;
    const { version } = await this.client.read(editor, `/claims/${claimId}`);
    const taken = await this.done(editor, 'POST', path, { to: 'verified', rating: 'true' }, version);
    const back = { to: 'needs-source', rationale: 'نعيدها إلى المراجعة' };
    await this.done(editor, 'POST', path, back, taken.claim.version);
  }

  private async revision(articleId: string, text: string): Promise<void> {
    const { editor } = this.room;
    const { version } = await this.client.read(editor, `/articles/${articleId}`);
    await this.done(editor, 'POST', `/articles/${articleId}/revisions`, { text }, version);
  }

  /** Nothing these writers ask for may be refused by the rules: each works on what is his own. */
  private async done(
    by: FaultMember,
    method: Mutation['method'],
    path: string,
    body: object,
    version?: number,
  ): Promise<Any> {
    if (this.pauseMs > 0) await sleep(this.pauseMs);
    const mutation = { method, path, body, by, roomId: this.room.id, ...(version !== undefined && { version }) };
    const outcome = await this.client.mutate(mutation);
    if ('refused' in outcome) {
      this.client.violations.push(`${method} ${path} after a fault: ${outcome.refused}`);
      throw new Error(this.client.violations.at(-1));
    }
    return (outcome satisfies Acknowledgement).answer;
  }
}

function evidenceBody(mark: string): object {
  return {
    source: { name: `محضر الجلسة ${mark}`, type: 'document' },
    stance: 'supports',
    locator: 'الفقرة الثالثة',
    url: 'https://example.org/a',
    quote: 'النص المقتبس',
  };
}

function verdictBody(rationale: string, evidenceIds: readonly string[]): object {
  return { rating: 'true', confidence: 'high', rationale, evidenceIds };
}
