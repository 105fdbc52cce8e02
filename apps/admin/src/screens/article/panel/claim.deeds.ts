import type { Claim } from '#client';
import { api } from '../../../api/api.js';
import type { Deed } from '../../../claim/claim.write.js';
import { i18next } from '../../../text/i18n.js';

export const REASONS = ['not-checkable', 'opinion', 'duplicate', 'cut', 'out-of-scope'] as const;
export type DismissalReason = (typeof REASONS)[number];

/** Takes a proposed claim up. */
export function acceptance(claim: Claim): Deed {
  return {
    said: i18next.t('article:actions.accepted'),
    expected: { disposition: 'active' },
    send: (version) => api().call('acceptClaim', { params: { id: claim.id }, version, body: {} }),
    undo: () => dismissal(claim, 'out-of-scope'),
  };
}

/** Sets a claim aside, for a reason; can be taken back. */
export function dismissal(claim: Claim, reason: DismissalReason): Deed {
  return {
    said: i18next.t('article:actions.dismissed'),
    expected: { disposition: 'dismissed', dismissal: { reason, note: null } },
    send: (version) => api().call('dismissClaim', { params: { id: claim.id }, version, body: { reason } }),
    undo: () => restoration(claim),
  };
}

/** Brings a claim back that was set aside. */
export function restoration(claim: Claim): Deed {
  return {
    said: i18next.t('article:actions.restored'),
    send: (version) => api().call('restoreClaim', { params: { id: claim.id }, version, body: {} }),
  };
}

/** Into the gate of somebody else's article for a stated reason; out of it for none. */
export function selection(claim: Claim, selected: boolean, reason: string | undefined): Deed {
  return {
    said: i18next.t(selected ? 'article:actions.selected' : 'article:actions.deselected'),
    expected: { selected },
    send: (version) =>
      api().call('selectClaim', {
        params: { id: claim.id },
        version,
        body: { selected, ...(reason !== undefined && { reason }) },
      }),
  };
}
