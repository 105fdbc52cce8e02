import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrMakeKey } from './key.file.js';
import { SealBroken, SecretSeal } from './secret.seal.js';

const key = Buffer.alloc(32, 7);
const secret = Buffer.from('twenty bytes secret!');

describe('a seal', () => {
  const seal = new SecretSeal(key, 'second factor');

  it('opens what it sealed, shows nothing of it and never seals alike', () => {
    const [one, other] = [seal.seal(secret, 'row 1'), seal.seal(secret, 'row 1')];
    expect(seal.open(one, 'row 1')).toEqual(secret);
    expect(one).not.toEqual(other);
    expect(one).toHaveLength(secret.length + 29);
    for (let at = 0; at + 4 <= secret.length; at++) expect(one.includes(secret.subarray(at, at + 4))).toBe(false);
  });

  it.each<[string, SecretSeal, string]>([
    ['under another key', new SecretSeal(Buffer.alloc(32, 8), 'second factor'), 'row 1'],
    ['for another purpose', new SecretSeal(key, 'tokens'), 'row 1'],
    ['at another place', seal, 'row 2'],
  ])('does not open %s', (_, another, bound) => {
    expect(() => another.open(seal.seal(secret, 'row 1'), bound)).toThrow(SealBroken);
  });

  it('does not open once any byte of it changed, or some are missing', () => {
    const sealed = seal.seal(secret, 'row 1');
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at] = altered[at]! ^ 1;
      expect(() => seal.open(altered, 'row 1')).toThrow(SealBroken);
      expect(() => seal.open(sealed.subarray(0, at), 'row 1')).toThrow(SealBroken);
    }
  });

  it('takes no short key', () => {
    expect(() => new SecretSeal(Buffer.alloc(31), 'x')).toThrow(RangeError);
  });
});

describe('the key file', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'isnad-key-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner alone, however many ask at once', async () => {
    const file = join(folder, 'deep', 'secrets.key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => readOrMakeKey(file)));
    expect(new Set(keys.map((one) => one.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readOrMakeKey(file)).toEqual(keys[0]);
  });

  it('that somebody wrote is read, with or without a line’s end, and a short one refused by name', async () => {
    const file = join(folder, 'secrets.key');
    await writeFile(file, `${key.toString('base64url')}\n`);
    expect(await readOrMakeKey(file)).toEqual(key);
    await writeFile(file, 'short');
    await expect(readOrMakeKey(file)).rejects.toThrow(file);
    expect(await readFile(file, 'utf8')).toBe('short');
  });
});
