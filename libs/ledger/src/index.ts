export { fromBase64, fromHex, toBase64, toHex } from './bytes/encoding.js';
export { ChainVerifier, verifyChain } from './chain/chain.verification.js';
export type { ChainFault, ChainFaultKind, ChainHead, ChainResult } from './chain/chain.verification.js';
export { canonicalJson, CanonicalJsonError, type Json, type JsonFault } from './json/canonical.json.js';
export { type Actor, BEFORE_FIRST, type Leaf, leafBytes, leafHash, type LeafObject, leafText } from './leaf/leaf.js';
export { type LeafFault, readLeaf } from './leaf/leaf.reading.js';
export { commitToText, payloadCommit, SALT_BYTES } from './leaf/payload.commit.js';
export { verifyConsistency, verifyInclusion } from './merkle/merkle.proof.js';
export { MerkleTree } from './merkle/merkle.tree.js';
export {
  type Checkpoint,
  type CheckpointResult,
  checkpointText,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from './note/checkpoint.js';
export {
  keyId,
  type NoteSigner,
  noteSigner,
  type NoteVerifier,
  readVerifier,
  verifierOf,
  verifierText,
} from './note/note.key.js';
export { type NoteFault, type NoteResult, openNote, signNote } from './note/signed.note.js';
