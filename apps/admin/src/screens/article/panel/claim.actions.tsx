import type { Claim } from '#client';
import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowMerge,
  IconCheck,
  IconChevronDown,
  IconMinus,
  IconScissors,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import type { ClaimWrite, Deed } from '../../../claim/claim.write.js';
import { askReason } from '../../../state/reason.js';
import { i18next } from '../../../text/i18n.js';
import { useAttention, useRoom } from '../article.room.js';
import classes from './claim.panel.module.css';
import { MergeForm, SplitForm } from './shape.forms.js';

const REASONS = ['not-checkable', 'opinion', 'duplicate', 'cut', 'out-of-scope'] as const;
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

function restoration(claim: Claim): Deed {
  return {
    said: i18next.t('article:actions.restored'),
    send: (version) => api().call('restoreClaim', { params: { id: claim.id }, version, body: {} }),
  };
}

/** What can be done with the claim as a whole, as far as the server offers it now. */
export function ClaimActions({ claim, write }: { claim: Claim; write: ClaimWrite }) {
  const { t } = useTranslation('article');
  const { open } = useRoom();
  const { sheet } = useAttention();
  const may = (verb: string) => claim.actions.includes(verb);
  if (!['accept', 'restore', 'select', 'dismiss', 'split', 'merge'].some(may)) return null;
  /** Into the gate of somebody else's article for a stated reason; out of it for none. */
  async function select(selected: boolean) {
    const reason = selected ? await askReason(t('actions.selectTitle'), t('reason')) : undefined;
    if (reason === null) return;
    write.run({
      said: t(selected ? 'actions.selected' : 'actions.deselected'),
      expected: { selected },
      send: (version) =>
        api().call('selectClaim', {
          params: { id: claim.id },
          version,
          body: { selected, ...(reason !== undefined && { reason }) },
        }),
    });
  }
  return (
    <div className={classes.actions}>
      {may('accept') && (
        <Button
          size="xs"
          leftSection={<IconCheck size={15} aria-hidden />}
          onClick={() => write.run(acceptance(claim))}
        >
          {t('actions.accept')}
        </Button>
      )}
      {may('restore') && (
        <Button
          size="xs"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={() => write.run(restoration(claim))}
        >
          {t('actions.restore')}
        </Button>
      )}
      {may('select') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTargetArrow size={15} aria-hidden />}
          onClick={() => void select(!claim.selected)}
        >
          {t(claim.selected ? 'actions.deselect' : 'actions.select')}
        </Button>
      )}
      {may('dismiss') && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconMinus size={15} aria-hidden />}
              rightSection={<IconChevronDown size={13} aria-hidden />}
            >
              {t('actions.dismiss')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {REASONS.map((reason) => (
              <Menu.Item key={reason} onClick={() => write.run(dismissal(claim, reason))}>
                {t(`terms:dismissal.${reason}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {may('split') && claim.anchor?.start != null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconScissors size={15} aria-hidden />}
          onClick={() => open('split')}
        >
          {t('split.open')}
        </Button>
      )}
      {may('merge') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowMerge size={15} aria-hidden />}
          onClick={() => open('merge')}
        >
          {t('merge.open')}
        </Button>
      )}
      {sheet === 'split' && may('split') && <SplitForm claim={claim} write={write} />}
      {sheet === 'merge' && may('merge') && <MergeForm claim={claim} write={write} />}
    </div>
  );
}
