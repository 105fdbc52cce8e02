import type { Claim } from '#client';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { Foreign } from '../../../text/foreign.js';
import { useClose, useRoom } from '../article.room.js';
import { PanelForm } from '../../../form/panel.form.js';
import classes from './shape.module.css';
import { partsOf, wordsOf } from './split.parts.js';

interface Props {
  readonly claim: Claim;
  readonly write: ClaimWrite;
}

/** Cuts a claim into several, where the person says. */
export function SplitForm({ claim, write }: Props) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const close = useClose();
  const [cuts, setCuts] = useState<ReadonlySet<number>>(new Set());
  const parts = partsOf(claim.quote, cuts);
  const { anchor } = claim;

  function toggle(index: number) {
    const next = new Set(cuts);
    if (!next.delete(index)) next.add(index);
    setCuts(next);
  }
  function split() {
    if (anchor?.blockId == null || anchor.start === null) return;
    const { blockId, start: from } = anchor;
    const spans = parts.map(({ start, end }) => ({ blockId, start: from + start, end: from + end }));
    write.run({
      said: t('split.done', { count: parts.length }),
      send: async (version) =>
        (await api().call('splitClaim', { params: { id: claim.id }, version, body: { parts: spans } })).claim,
      onDone: close,
    });
  }

  return (
    <PanelForm
      label={t('split.title')}
      submit={t('split.send', { count: parts.length })}
      busy={write.busy}
      error={null}
      disabled={parts.length < 2}
      onSend={split}
      onCancel={close}
    >
      <p>{t('split.hint')}</p>
      <p className={classes.words} lang={article.language} dir="auto">
        {wordsOf(claim.quote).map(({ text, start }, index) => (
          <span key={start}>
            {index > 0 && (
              <button
                type="button"
                className={classes.cut}
                aria-pressed={cuts.has(index)}
                aria-label={t('split.before', { word: text })}
                onClick={() => toggle(index)}
              />
            )}
            {text}
          </span>
        ))}
      </p>
    </PanelForm>
  );
}

/** Takes other claims of the article into this one. */
export function MergeForm({ claim, write }: Props) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const close = useClose();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [extend, setExtend] = useState(false);
  const at = article.claims.findIndex(({ id }) => id === claim.id);
  // The nearest first: what is merged mostly stands close by.
  const others = article.claims
    .map((other, index) => ({ other, distance: Math.abs(index - at) }))
    .filter(({ other }) => other.id !== claim.id && other.disposition !== 'dismissed')
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 12);

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <PanelForm
      label={t('merge.title')}
      submit={t('merge.send')}
      busy={write.busy}
      error={null}
      disabled={chosen.size === 0}
      onSend={() =>
        write.run({
          said: t('merge.done'),
          send: (version) =>
            api().call('mergeClaim', {
              params: { id: claim.id },
              version,
              body: { claimIds: [...chosen], ...(extend && { extend }) },
            }),
          onDone: close,
        })
      }
      onCancel={close}
    >
      <p>{t('merge.hint')}</p>
      {others.map(({ other }) => (
        <Checkbox
          key={other.id}
          checked={chosen.has(other.id)}
          onChange={() => toggle(other.id)}
          label={<Foreign>{other.quote}</Foreign>}
        />
      ))}
      <Checkbox
        label={t('merge.extend')}
        checked={extend}
        onChange={(event) => setExtend(event.currentTarget.checked)}
      />
    </PanelForm>
  );
}
