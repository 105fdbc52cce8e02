import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed, so that another way of sealing can follow this one. */
const VERSION = 1;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

/** Sealed under another key, for another place, or altered: whoever keeps the server must look at its key file. */
export class SealBroken extends Error {
  constructor() {
    super('a secret does not open: it was sealed under another key (ISNAD_SECRETS_KEY_FILE), or altered');
    this.name = 'SealBroken';
  }
}

/**
 * Keeps secrets that must be read again (those of authenticator apps) so that a copy of the database shows none: AES-256-GCM under a
 * key derived (HKDF-SHA-256) from the installation's own, which the database does not hold. What is sealed for one place, `bound`, does
 * not open at another: a row's secret cannot be moved to somebody else's row.
 */
export class SecretSeal {
  private readonly key: Buffer;

  /** `key`: at least 32 bytes; `purpose` sets uses of one key apart. */
  constructor(key: Uint8Array, purpose: string) {
    if (key.length < KEY_BYTES) throw new RangeError(`the key has ${key.length} bytes and must have ${KEY_BYTES}`);
    this.key = Buffer.from(hkdfSync('sha256', key, '', `isnad ${purpose}`, KEY_BYTES));
  }

  /** 29 bytes longer than the secret; no two alike. */
  seal(secret: Uint8Array, bound: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(bound));
    const hidden = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), hidden]);
  }

  /** @throws SealBroken */
  open(sealed: Uint8Array, bound: string): Buffer {
    if (sealed.length < OVERHEAD || sealed[0] !== VERSION) throw new SealBroken();
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const tag = sealed.subarray(1 + NONCE_BYTES, OVERHEAD);
    try {
      const decipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(OVERHEAD)), decipher.final()]);
    } catch {
      throw new SealBroken();
    }
  }
}
