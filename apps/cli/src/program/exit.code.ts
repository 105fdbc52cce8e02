/** What the command's exit status says; documented in docs and in `isnad help`. */
export const EXIT = {
  ok: 0,
  /** A check was made and failed: the ledger is not sound, the text cannot be read. */
  failed: 1,
  /** A mistake in the command or in a setting. */
  usage: 2,
  /** The database or a port cannot be had; trying again later may help. */
  unavailable: 3,
  /** What was named is not there, or not in this newsroom; or a short id fits several. */
  notFound: 4,
  /** Refused by the rules: requirements unmet, not one's turn, changed meanwhile. */
  refused: 5,
  /** Not signed in, or no longer. */
  signedOut: 6,
  /** A fault of this program. */
  internal: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
