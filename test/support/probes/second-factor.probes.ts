import type { Probe } from './probe.js';

/** Nobody of the matrix has a second factor: who may is told so, or that the password is wrong. */
export const SECOND_FACTOR_PROBES: Readonly<Record<string, Probe>> = {
  getSecondFactor: { relations: [], allowed: ['200'] },
  startSecondFactor: { relations: [], allowed: ['401 credentials-wrong'], body: () => ({ password: 'wrong' }) },
  confirmSecondFactor: { relations: [], allowed: ['409 not-in-state'], body: () => ({ totp: '000000' }) },
  renewRecoveryCodes: { relations: [], allowed: ['409 not-in-state'], body: () => ({ totp: '000000' }) },
  removeSecondFactor: { relations: [], allowed: ['401 credentials-wrong'], body: () => ({ password: 'wrong' }) },
  createPasswordLink: {
    relations: ['other', 'foreign'],
    params: ({ member }) => ({ id: member }),
    allowed: ['201'],
  },
  resetSecondFactor: {
    relations: ['own', 'other', 'foreign'],
    params: ({ member }) => ({ id: member }),
    allowed: ['409 not-in-state'],
  },
};
