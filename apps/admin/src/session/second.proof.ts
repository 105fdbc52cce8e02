/** What is being typed to show that somebody is who he says: a code of his app, or one of his recovery codes. */
export interface ProofDraft {
  readonly way: 'app' | 'recovery';
  readonly text: string;
}
export const NO_PROOF: ProofDraft = { way: 'app', text: '' };

/** The draft as the server takes it; empty while nothing is typed. */
export function proofOf({ way, text }: ProofDraft): { totp?: string; recoveryCode?: string } {
  const typed = text.trim();
  if (typed === '') return {};
  return way === 'app' ? { totp: typed } : { recoveryCode: typed };
}
