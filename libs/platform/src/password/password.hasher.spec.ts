import { HasherBusy, PasswordHasher } from './password.hasher.js';

const hasher = new PasswordHasher();

describe('passwords', () => {
  it('are stored as argon2id with the promised cost, never twice alike', async () => {
    const [a, b] = await Promise.all([hasher.hash('خمسة عشر حرفًا على الأقل'), hasher.hash('خمسة عشر حرفًا على الأقل')]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toBe(b);
  });

  it('are compared to the last character, spaces and marks included', async () => {
    const password = ` ${'a'.repeat(80)}\u00e9 `;
    const stored = await hasher.hash(password);
    expect(await hasher.verify(stored, password)).toBe(true);
    for (const near of [
      password.trim(),
      password.slice(0, 72),
      password.replace('\u00e9', 'e\u0301'),
      password.toUpperCase(),
    ]) {
      expect(await hasher.verify(stored, near)).toBe(false);
    }
  });

  it('cost the same whether the account exists or not', async () => {
    const stored = await hasher.hash('some password of somebody');
    const time = async (hash: string | undefined) => {
      const began = performance.now();
      await hasher.verify(hash, 'a guess that is wrong');
      return performance.now() - began;
    };
    let [known, unknown] = [Infinity, Infinity];
    // The quickest of each, taken in turn: what else the machine does slows single attempts, not the best of them.
    for (let i = 0; i < 8; i += 1) {
      known = Math.min(known, await time(stored));
      unknown = Math.min(unknown, await time(undefined));
    }
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  it('a weaker hash is recognised as outdated', async () => {
    const weak = '$argon2id$v=19$m=4096,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$/bBYHQ5sKKXCK339tECLQQaYWRSe86cRovRjUg7O26s';
    expect(hasher.isOutdated(weak)).toBe(true);
    expect(hasher.isOutdated(await hasher.hash('x'))).toBe(false);
  });

  it('are checked a few at a time; whoever comes when the queue is full is told so at once', async () => {
    const small = new PasswordHasher(1, 2);
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => small.hash('x')));
    expect(results.map(({ status }) => status)).toEqual([...Array(3).fill('fulfilled'), ...Array(3).fill('rejected')]);
    expect((results[5] as PromiseRejectedResult).reason).toBeInstanceOf(HasherBusy);
    await expect(small.hash('x')).resolves.toBeTruthy();
  });
});
