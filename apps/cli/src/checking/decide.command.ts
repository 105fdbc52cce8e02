import { type Claim, type Input, ProblemError } from '#client';
import { withoutAbsent } from '../article/article-add.command.js';
import { requirementLines } from '../claim/claim.page.js';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { claimId, wholeId } from '../desk/short.id.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { noSuchRating, proseOf, scaleOf } from './verdict.command.js';
import { ratingKey } from '../wording/claim.words.js';

export interface DecideOptions extends DeskOptions {
  readonly rationale?: string;
  readonly rating?: string;
  readonly closure?: 'unproven' | 'as-attributed';
  readonly recheck?: string;
  readonly search: readonly string[];
  readonly override: readonly string[];
  readonly adjudicate: readonly string[];
}

type Body = Input<'decideClaim'>['body'];

/** Decides on a claim as it stands now; when the rules refuse, says what is missing and whose turn it is. */
export async function decideCommand(
  typed: string,
  to: Claim['state'],
  options: DecideOptions,
  context: CommandContext,
): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const id = await claimId(desk, typed);
    const { ratings, words } = await scaleOf(id, desk);
    const rating =
      options.rating && (ratingKey(options.rating, ratings) ?? noSuchRating(options.rating, ratings, words));
    const rationale = options.rationale === undefined ? undefined : await proseOf(options.rationale, desk);
    const told = {
      to,
      rationale,
      rating,
      closure: closureOf(options),
      overrides: pairs(options.override, '--override').map(([requirement, reason]) => ({ requirement, reason })),
      adjudication: await adjudicationOf(options.adjudicate, id, desk),
    };
    const { version } = await desk.client.call('getClaim', { params: { id } });
    const body = withoutAbsent(told) as unknown as Body;
    const decided = await desk.client
      .call('decideClaim', { params: { id }, version, body })
      .catch((error: unknown) => explained(error, desk));
    if (options.json) return desk.terminal.result(asJson(decided));
    const [before, after] = [words.state(decided.from), words.standing(decided.claim, ratings)];
    desk.terminal.say({ en: `Decided: ${before} → ${after}.`, ar: `صدر القرار: من «${before}» إلى «${after}».` });
  });
}

/** Lists what is unmet, on standard error, before the one line that ends the command. */
function explained(error: unknown, desk: Desk): never {
  if (!(error instanceof ProblemError)) throw error;
  const unmet = error.requirements.filter(({ status }) => status === 'unsatisfied');
  if (unmet.length > 0) {
    const lines = desk.page();
    requirementLines(
      unmet.filter(({ name }) => name !== 'rationale'),
      lines,
    );
    if (unmet.some(({ name }) => name === 'rationale')) {
      lines.line(
        `  ✗ ${lines.say({ en: 'reasons given: say why, with --rationale', ar: 'تعليل القرار: اذكر السبب بالخيار --rationale' })}`,
      );
    }
    const text = lines.toString().trimEnd();
    desk.terminal.say({ en: text, ar: text });
  }
  throw error;
}

function closureOf({ closure, recheck, search }: DecideOptions): Body['closure'] {
  if (closure === undefined) return undefined;
  if (closure === 'as-attributed') {
    const at = new Date(recheck ?? '');
    if (Number.isNaN(at.getTime())) throw wrong('--recheck', '2026-12-31', '--recheck');
    return { kind: closure, recheckAt: at.toISOString() };
  }
  const searchLog = search.map((entry) => {
    const [where, when, ...query] = entry.split('|').map((part) => part.trim());
    if (!where || !when || query.length === 0) throw wrong('--search', '"where | when | query"', '--search');
    return { where, when, query: query.join('|') };
  });
  return { kind: closure, searchLog };
}

async function adjudicationOf(typed: readonly string[], id: string, { client }: Desk): Promise<Body['adjudication']> {
  if (typed.length === 0) return undefined;
  const { items } = await client.call('listVerdicts', { params: { id } });
  return Promise.all(
    pairs(typed, '--adjudicate').map(async ([verdict, rationale]) => ({
      verdictId: await wholeId('verdict', verdict, () => items),
      rationale,
    })),
  );
}

/** `name=reason`, as often as the option is given. */
function pairs(given: readonly string[], option: string): [string, string][] {
  return given.map((text) => {
    const at = text.indexOf('=');
    if (at < 1 || text.slice(at + 1).trim() === '') throw wrong(option, '"name=reason"', option);
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  });
}

function wrong(option: string, form: string, name: string): CommandFailure {
  return new CommandFailure(EXIT.usage, {
    en: `${option} has the form ${name} ${form}`,
    ar: `صيغة الخيار ${option} هي ${name} ${form}`,
  });
}
