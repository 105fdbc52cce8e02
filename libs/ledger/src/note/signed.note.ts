import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64, joined, sameBytes, toBase64, utf8 } from '../bytes/encoding.js';
import { keyId, type NoteSigner, type NoteVerifier, verifierOf } from './note.key.js';

/** RFC 8032 verification, not the laxer ZIP 215 rules: every verifier must come to the same answer. */
const STRICT = { zip215: false };
const SIGNATURE_LINE = /^— (\S+) (\S+)$/;
const MOST_SIGNATURES = 100;

export type NoteFault = 'malformed' | 'unknown-key' | 'bad-signature';
export type NoteResult =
  { readonly text: string; readonly signedBy: readonly NoteVerifier[] } | { readonly fault: NoteFault };

/**
 * A signed note after C2SP signed-note: the text, an empty line, one line for each signature.
 * @param text ends with a line feed and holds no control character but line feeds
 * @throws RangeError for another text
 */
export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new RangeError('a note ends with a line feed and holds no other control character');
  const message = utf8(text);
  const lines = signers.map((signer) => {
    const signature = joined(keyId(verifierOf(signer)), ed25519.sign(message, signer.seed));
    return `— ${signer.name} ${toBase64(signature)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(text);
}

/** The text of a note that at least one known key signed. Signatures of unknown keys are passed over; a wrong one spoils the note. */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): NoteResult {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return { fault: 'malformed' };
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > MOST_SIGNATURES) return { fault: 'malformed' };
  const message = utf8(text);
  const signedBy: NoteVerifier[] = [];
  for (const line of lines) {
    const signature = readSignature(line);
    if (signature === null) return { fault: 'malformed' };
    const verifier = verifiers.find((key) => key.name === signature.name && sameBytes(keyId(key), signature.id));
    if (verifier === undefined || signedBy.includes(verifier)) continue;
    if (!isSignedBy(verifier, message, signature.bytes)) return { fault: 'bad-signature' };
    signedBy.push(verifier);
  }
  return signedBy.length === 0 ? { fault: 'unknown-key' } : { text, signedBy };
}

function readSignature(line: string): { name: string; id: Uint8Array; bytes: Uint8Array } | null {
  const parts = SIGNATURE_LINE.exec(line);
  const bytes = parts === null ? null : fromBase64(parts[2]!);
  if (parts === null || bytes === null || bytes.length < 5) return null;
  return { name: parts[1]!, id: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

function isSignedBy(verifier: NoteVerifier, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, message, verifier.publicKey, STRICT);
  } catch {
    return false; // a point that is not on the curve
  }
}
