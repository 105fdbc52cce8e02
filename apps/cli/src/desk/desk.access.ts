import { type Client, createClient } from '#client';
import type { Language } from '#platform';
import { Page } from '../layout/page.js';
import { FIRST_PROFILE, type Profile, ProfileStore } from '../profile/profile.store.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import type { Terminal } from '../program/terminal.js';
import { failureOf } from './problem.failure.js';

/** Options of every command that talks to a server. */
export interface DeskOptions {
  readonly profile?: string;
  readonly json?: boolean;
}

/** One person at work on one server. */
export interface Desk {
  readonly client: Client;
  readonly profile: Profile;
  readonly terminal: Terminal;
  readonly language: Language;
  /** Folder the command was called in. */
  readonly folder: string;
  /** An empty page for what the command shows. */
  page(): Page;
}

/** Does some work on the server one is signed in to; a refusal becomes one line and an exit status. */
export async function atDesk(
  { profile: name }: DeskOptions,
  { terminal, environment, folder }: CommandContext,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const found = await new ProfileStore(environment).find(name ?? (environment.ISNAD_PROFILE || undefined));
  if (!found.profile) throw notSignedIn(found.name);
  const { profile } = found;
  const { language } = terminal;
  const client = createClient({ url: profile.url, token: profile.token, language });
  try {
    await work({ client, profile, terminal, language, folder, page: () => new Page(terminal) });
  } catch (error) {
    throw failureOf(error, found.name);
  }
}

function notSignedIn(name: string): CommandFailure {
  const option = name === FIRST_PROFILE ? '' : ` --profile ${name}`;
  return new CommandFailure(EXIT.signedOut, {
    en: `you are not signed in: run isnad login URL${option}`,
    ar: `لم تسجّل الدخول: شغّل isnad login URL${option}`,
  });
}

/** An object as JSON, for programs. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
