import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { STRICT_RULES, strictForm, vowelReading, vowelsConflict } from '#language';
import { framePart } from './frame.comparison.js';
import type { Frame } from './anchor.types.js';

export interface FingerprintInput {
  readonly quote: string;
  readonly frame: Frame | null;
  /** Negations that reach the quote from just outside it (`turnsOf`): with one gone, the same words say the contrary. */
  readonly turns?: number;
  /**
   * An earlier wording of the claim. Where its strict form is equal but its explicit vowel marks conflict (قَتَلَ and
   * now قُتِلَ), the marks of `quote` become part of the fingerprint; reverting them gives the earlier one back.
   */
  readonly earlierQuote?: string;
}

/**
 * Canonical JSON (keys sorted, no spaces) of the words of a claim and of the frame that governs them, with the name of
 * the rules that made the strict form.
 */
export function claimFingerprint({ quote, frame, turns = 0, earlierQuote }: FingerprintInput): string {
  const form = strictForm(quote);
  const reread = earlierQuote !== undefined && strictForm(earlierQuote) === form && vowelsConflict(earlierQuote, quote);
  return JSON.stringify({
    frame: framePart(frame),
    quote: form,
    ...(reread ? { reading: vowelReading(quote) } : {}),
    rules: STRICT_RULES,
    ...(turns > 0 ? { turns } : {}),
  });
}

/** SHA-256 of the fingerprint's UTF-8 bytes, lower-case hexadecimal: what verdicts and decisions bind to. */
export function textHashOf(input: FingerprintInput): string {
  return bytesToHex(sha256(utf8ToBytes(claimFingerprint(input))));
}
