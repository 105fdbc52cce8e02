import { fromBase64, toBase64 } from '../bytes/encoding.js';
import type { NoteSigner, NoteVerifier } from './note.key.js';
import { type NoteFault, openNote, signNote } from './signed.note.js';

/** What a ledger was at one moment: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Which ledger: `host/t/<newsroom>/e<epoch>`. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Merkle root over them, 32 bytes. */
  readonly root: Uint8Array;
}

export type CheckpointResult =
  | { readonly checkpoint: Checkpoint; readonly signedBy: readonly NoteVerifier[] }
  | { readonly fault: NoteFault | 'not-a-checkpoint' };

export function checkpointText(checkpoint: Checkpoint): string {
  const { origin, size, root } = checkpoint;
  if (origin === '' || /\n/.test(origin)) throw new RangeError('an origin is one line');
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`no tree has ${size} leaves`);
  if (root.length !== 32) throw new RangeError('a root has 32 bytes');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads a checkpoint's text; lines after the third are extensions and are passed over. Null when it is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, sizeText, rootText, ...rest] = text.split('\n');
  if (!origin || sizeText === undefined || rootText === undefined || rest.length === 0) return null;
  if (!/^(0|[1-9]\d{0,15})$/.test(sizeText) || !Number.isSafeInteger(Number(sizeText))) return null;
  const root = fromBase64(rootText);
  return root?.length === 32 ? { origin, size: Number(sizeText), root } : null;
}

export function signCheckpoint(checkpoint: Checkpoint, ...signers: readonly NoteSigner[]): string {
  return signNote(checkpointText(checkpoint), ...signers);
}

/** Opens a signed checkpoint with pinned keys; a key is never taken from what it is to vouch for. */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): CheckpointResult {
  const opened = openNote(note, verifiers);
  if ('fault' in opened) return opened;
  const checkpoint = readCheckpoint(opened.text);
  return checkpoint === null ? { fault: 'not-a-checkpoint' } : { checkpoint, signedBy: opened.signedBy };
}
