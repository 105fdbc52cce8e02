import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { fromBase64, toBase64, utf8 } from '../bytes/encoding.js';
import { checkpointText, openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.js';
import { noteSigner, readVerifier, verifierOf, verifierText } from './note.key.js';
import { openNote, signNote } from './signed.note.js';

// The example in the documentation of golang.org/x/mod/sumdb/note.
const GO_VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_SEED = fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')!.slice(1);
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const signer = noteSigner('news.example/t/1/e1', new Uint8Array(32).fill(1));
const other = noteSigner('news.example/t/1/e1', new Uint8Array(32).fill(2));
const key = verifierOf(signer);
const checkpoint = { origin: 'news.example/t/1/e1', size: 8, root: new Uint8Array(32).fill(9) };

describe('a signed note', () => {
  it('is made and read as the example of sumdb/note', () => {
    expect(signNote(GO_TEXT, noteSigner('PeterNeumann', GO_SEED))).toBe(GO_NOTE);
    expect(verifierText(verifierOf(noteSigner('PeterNeumann', GO_SEED)))).toBe(GO_VKEY);
    expect(openNote(GO_NOTE, [readVerifier(GO_VKEY)!])).toMatchObject({ text: GO_TEXT });
  });

  it('is verified by another implementation of Ed25519', () => {
    const note = signNote('text\n', signer);
    const signature = Buffer.from(note.split(' ').at(-1)!, 'base64').subarray(4);
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), signer.seed]);
    const publicKey = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
    expect(verify(null, Buffer.from('text\n'), publicKey, signature)).toBe(true);
  });

  it('passes over signatures of keys it does not know, and needs one it knows', () => {
    const note = signNote('text\n', other, signer);
    expect(openNote(note, [key])).toEqual({ text: 'text\n', signedBy: [key] });
    expect(openNote(note, [])).toEqual({ fault: 'unknown-key' });
    expect(openNote(signNote('text\n', other), [key])).toEqual({ fault: 'unknown-key' });
  });

  it('is spoiled by a wrong signature under a known key', () => {
    expect(openNote(signNote('text\n', signer).replace('text', 'test'), [key])).toEqual({ fault: 'bad-signature' });
  });

  it('opens after no change of one character', () => {
    const note = signCheckpoint(checkpoint, signer);
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom(...'aZ0+/= \n—'), (at, to) => {
        if (note[at] === to) return;
        expect(openCheckpoint(note.slice(0, at) + to + note.slice(at + 1), [key])).toHaveProperty('fault');
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '',
    'text',
    'text\n',
    'text\n\n',
    'text\n\nsigned\n',
    `${GO_TEXT}\n— PeterNeumann !\n`,
    signNote('t\n', signer).trimEnd(),
  ])('is malformed as %j', (note) => {
    expect(openNote(note, [key])).toEqual({ fault: 'malformed' });
  });

  it.each(['no line feed', 'a\ttab\n', 'a\rreturn\n', 'nul\0\n', '\ud800\n'])('cannot be made of %j', (text) => {
    expect(() => signNote(text, signer)).toThrow(RangeError);
  });
});

describe('a printable public key', () => {
  it('is read back', () => {
    expect(readVerifier(verifierText(key))).toEqual(key);
  });

  it.each([
    '',
    GO_VKEY.replace('c74f20a3', 'c74f20a4'),
    GO_VKEY.replace('Peter', 'Paul'),
    GO_VKEY.replace('+ARpc', '+ARpd'),
    GO_VKEY.slice(0, -1),
    `x+00000000+${toBase64(new Uint8Array(33).fill(2))}`,
  ])('is refused as %j', (text) => {
    expect(readVerifier(text)).toBeNull();
  });

  it.each(['', 'two words', 'a+b'])('cannot be named %j', (name) => {
    expect(() => noteSigner(name, new Uint8Array(32))).toThrow(RangeError);
  });

  it('needs a seed of 32 bytes', () => {
    expect(() => noteSigner('x', new Uint8Array(31))).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  it('is origin, size and root, one a line', () => {
    expect(checkpointText(checkpoint)).toBe(`news.example/t/1/e1\n8\n${'CQkJ'.repeat(10)}CQk=\n`);
  });

  it('is signed and opened with pinned keys', () => {
    expect(openCheckpoint(signCheckpoint(checkpoint, signer), [key])).toEqual({ checkpoint, signedBy: [key] });
  });

  it('may carry extension lines', () => {
    expect(readCheckpoint(`${checkpointText(checkpoint)}extension\n`)).toEqual(checkpoint);
  });

  it.each([
    '',
    'o\n1\n',
    'o\n01\nCQ==\n',
    'o\n-1\n',
    `\n8\n${toBase64(checkpoint.root)}\n`,
    `o\n8\n${toBase64(utf8('short'))}\n`,
  ])('is none as %j', (text) => {
    expect(readCheckpoint(text)).toBeNull();
    if (text.endsWith('\n')) expect(openCheckpoint(signNote(text, signer), [key])).toHaveProperty('fault');
  });

  it.each([
    { ...checkpoint, origin: 'two\nlines' },
    { ...checkpoint, origin: '' },
    { ...checkpoint, size: -1 },
    { ...checkpoint, size: 2 ** 53 },
    { ...checkpoint, root: new Uint8Array(31) },
  ])('cannot be made of %j', (wrong) => {
    expect(() => checkpointText(wrong)).toThrow(RangeError);
  });
});
