import {
  amendPolicy,
  checkPolicy,
  checkScale,
  Refusal,
  type NewsroomPolicy,
  type NewsroomScales,
  type PolicyPatch,
  type RatingScale,
} from '#domain';
import {
  NewsroomRepository,
  SecondFactorRepository,
  UnitOfWork,
  type NewsroomRow,
  type Tx,
  type Written,
} from '#persistence';
import { RENDERERS } from '#reporting';
import type { Call } from '../call/call.js';
import { requireVersion, stale } from '../call/precondition.js';

export interface NewsroomView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: 'ar' | 'en';
  readonly policy: NewsroomPolicy;
  readonly scale: NewsroomScales;
  /** What reports can be made as here. */
  readonly reportFormats: readonly string[];
  readonly version: number;
}

export interface NewsroomPatch {
  readonly name?: string | undefined;
  readonly locale?: 'ar' | 'en' | undefined;
  readonly policy?: PolicyPatch | undefined;
  readonly scale?:
    | {
        readonly external?: Omit<RatingScale, 'version'> | undefined;
        readonly draft?: Omit<RatingScale, 'version'> | undefined;
      }
    | undefined;
}

export class NewsroomService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly newsrooms: NewsroomRepository,
    private readonly factors: SecondFactorRepository,
  ) {}

  get(call: Call): Promise<NewsroomView> {
    return this.work.read(call.agent.newsroomId, async (tx) => newsroomView(await this.newsrooms.current(tx)));
  }

  /** A changed policy or scale is a new version; decisions go on naming the one they were judged by. */
  update(call: Call, patch: NewsroomPatch): Promise<Written<NewsroomView>> {
    return this.work.write(call, async (tx) => {
      const row = await this.newsrooms.current(tx);
      requireVersion(call, row);
      const columns: Partial<NewsroomRow> = {};
      if (patch.name !== undefined) columns.name = patch.name;
      if (patch.locale !== undefined) columns.locale = patch.locale;
      if (patch.policy !== undefined || patch.scale !== undefined) {
        const number = row.policyVersion + 1;
        const policy = { ...amendPolicy(row.policy, patch.policy ?? {}), version: number };
        const scale = amendScale(row.scale, patch.scale ?? {});
        const errors = [
          ...checkPolicy(policy).map((error) => ({ ...error, pointer: `/policy${error.pointer}` })),
          ...checkScale(scale.external).map((error) => ({ ...error, pointer: `/scale/external${error.pointer}` })),
          ...checkScale(scale.draft).map((error) => ({ ...error, pointer: `/scale/draft${error.pointer}` })),
        ];
        if (errors.length > 0) throw new Refusal('invalid', { errors });
        if (patch.policy?.secondFactorOf?.length) await this.requireOwnFactor(tx, call);
        await this.newsrooms.keepPolicy(tx, number, policy, scale, call.actor.memberId);
        Object.assign(columns, { policy, scale, policyVersion: number });
      }
      if (!(await this.newsrooms.change(tx, row, columns))) throw stale(row);
      return newsroomView(await this.newsrooms.current(tx));
    });
  }

  /** Who demands it of others has it himself: so that somebody can always get in to take the demand back. */
  private async requireOwnFactor(tx: Tx, { actor }: Call): Promise<void> {
    const inUse = await this.factors.inUse(tx, [actor.memberId]);
    if (!inUse.has(actor.memberId)) throw new Refusal('second-factor-unset', {});
  }
}

function amendScale(scale: NewsroomScales, patch: NonNullable<NewsroomPatch['scale']>): NewsroomScales {
  const next = (kind: 'external' | 'draft') => {
    const given = patch[kind];
    return given ? { ...given, version: scale[kind].version + 1 } : scale[kind];
  };
  return { external: next('external'), draft: next('draft') };
}

function newsroomView({ id, slug, name, locale, policy, scale, version }: NewsroomRow): NewsroomView {
  return { id, slug, name, locale, policy, scale, reportFormats: RENDERERS.map(({ format }) => format), version };
}
