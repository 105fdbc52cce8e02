import { seesOthersVerdicts } from '#domain';
import {
  NewsroomRepository,
  VerdictTableRepository,
  type ReportRow,
  type StoredReportScope,
  type Tx,
  type VerdictScope,
} from '#persistence';
import { csvTable, jsonTable, type VerdictTable, type VerdictTableFormat } from '#reporting';
import type { Call } from '../call/call.js';
import type { ReportCommon } from './report.composer.js';

const PLACES_AT_ONCE = 1_000;

/** What tables of one report are about: the articles it comes to, and claims whose verdicts they leave out. */
export interface ExaminedScope {
  readonly scope: VerdictScope;
  readonly articleIds: readonly string[];
  readonly withheld: readonly string[];
}

/** Tables of verdicts, one a row: as many as the scope has, in memory that does not grow with them. */
export class VerdictExport {
  constructor(
    private readonly tables: VerdictTableRepository,
    private readonly newsrooms: NewsroomRepository,
  ) {}

  /** What tables of the report are about, as whoever asked for it may see it. */
  async examined(tx: Tx, call: Call, { scope }: ReportRow): Promise<ExaminedScope> {
    const asked = verdictScope(scope, call);
    const articleIds = await this.tables.articles(tx, asked);
    return { scope: asked, articleIds, withheld: await this.withheld(tx, call, asked) };
  }

  /**
   * The file, written while it is read; bytes it yields are valid until the next are asked for. Of a claim the requester must still
   * judge for himself it has his own verdicts, and says that the others are withheld.
   * @throws RangeError when a verdict has a rating no scale of the newsroom knows
   */
  async *file(
    tx: Tx,
    { actor }: Call,
    { scope, withheld }: ExaminedScope,
    table: VerdictTable,
  ): AsyncGenerator<Uint8Array | string> {
    const { separator } = table.words;
    yield table.opening;
    yield* this.tables.lines(tx, scope, table.words, new Set(withheld), actor.memberId);
    yield table.turn;
    let before = '';
    for (let from = 0; from < withheld.length; from += PLACES_AT_ONCE) {
      const places = await this.tables.places(tx, withheld.slice(from, from + PLACES_AT_ONCE));
      yield before + places.map((place) => table.withheld(place)).join(separator);
      before = separator;
    }
    yield table.closing;
  }

  /** Claims on which the requester is blind. Who does not review can only be so where he was assigned. */
  private async withheld(tx: Tx, { actor }: Call, scope: VerdictScope): Promise<string[]> {
    const { policy } = await this.newsrooms.current(tx);
    const assignedOnly = !actor.roles.includes('reviewer');
    const claims = await this.tables.undecided(tx, scope, actor.memberId, assignedOnly);
    return claims
      .filter((claim) => !seesOthersVerdicts(actor, claim, claim.assignments, claim.verdicts, policy))
      .map(({ id }) => id);
  }
}

function verdictScope({ articleIds, claimIds, filter }: StoredReportScope, { actor }: Call): VerdictScope {
  if (filter) return { filter, memberId: actor.memberId };
  return claimIds ? { claimIds } : { articleIds };
}

/** Everything of a table's file but its rows. */
export function tableOf({ syntax }: VerdictTableFormat, { language }: ReportRow, common: ReportCommon): VerdictTable {
  const names = {
    members: [...common.members].map(([id, actor]) => ({ id, actor })),
    ratings: common.labels.all(),
  };
  return syntax === 'csv' ? csvTable(common.head, names, language) : jsonTable(common.head, names);
}
