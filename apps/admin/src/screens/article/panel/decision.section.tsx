import type { Claim } from '#client';
import { Button } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { DecisionForm } from '../../../decision/decision.form.js';
import { Moment } from '../../../text/moment.js';
import { useAttention, useClose, useRoom } from '../article.room.js';
import { KeyCap } from '../keys/key.cap.js';
import classes from './entry.module.css';

/** The editor's decision: what stands, and the form for a new one. */
export function DecisionSection({ claim, write }: { claim: Claim; write: ClaimWrite }) {
  const { t } = useTranslation('article');
  const { open, gender, article } = useRoom();
  const close = useClose();
  const { sheet } = useAttention();
  const may = claim.actions.includes('decide');
  if (!may && claim.closure === null) return null;
  return (
    <div style={{ display: 'grid', gap: 12, paddingBlockEnd: 16 }}>
      {claim.closure && (
        <div className={classes.entry} data-tone="unproven">
          <span className={classes.stance}>{t(`terms:closure.${claim.closure.kind}.${gender}`)}</span>
          {claim.closure.kind === 'as-attributed' ? (
            <span className={classes.soft}>
              {t('decision.recheckAt')}: <Moment at={claim.closure.recheckAt} as="both" />
            </span>
          ) : (
            <ul>
              {claim.closure.searchLog.map((entry, index) => (
                <li key={index}>
                  <bdi>{entry.where}</bdi> · <bdi>{entry.when}</bdi> · «<bdi>{entry.query}</bdi>»
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {may && sheet !== 'decide' && (
        <Button
          variant={
            ['decide-verified', 'decide-disputed'].some((way) => claim.actions.includes(way)) ? 'filled' : 'default'
          }
          leftSection={<IconGavel size={16} aria-hidden />}
          rightSection={<KeyCap command="decide" />}
          onClick={() => open('decide')}
        >
          {t('decision.open')}
        </Button>
      )}
      {may && sheet === 'decide' && (
        <DecisionForm {...{ claim, gender, write }} kind={article.kind} onDone={close} onCancel={close} />
      )}
    </div>
  );
}
