import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { problemTitle } from '../../../state/problem.title.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { KeyCap } from '../keys/key.cap.js';
import { useAttention, useRoom } from '../article.room.js';
import classes from './new.claim.module.css';
import { type Selected, selectedWords } from './selection.place.js';

type Tier = 'A' | 'B' | 'C';

/** Words to make a claim of, and the claim that was on show when it was asked for. */
interface Making {
  readonly words: Selected;
  readonly from: string | null;
}

const keyOf = ({ blockId, start, end }: Selected) => `${blockId} ${start} ${end}`;

/** A small bar by selected words, that makes a claim of them. */
export function NewClaim({ text, asked }: { text: RefObject<HTMLElement | null>; asked: number }) {
  const { t } = useTranslation(['article', 'frame']);
  const { article, select } = useRoom();
  const { selectedId } = useAttention();
  const cache = useQueryClient();
  const selected = useSelectedWords(text);
  const [tier, setTier] = useState<Tier | null>(null);

  const attended = useRef(selectedId);
  useEffect(() => {
    attended.current = selectedId;
  }, [selectedId]);
  const areSelected = (sent: Selected) => {
    const now = text.current && selectedWords(text.current, document.getSelection());
    return typeof now === 'object' && now !== null && keyOf(now) === keyOf(sent);
  };

  const make = useMutation({
    mutationFn: ({ words: { blockId, start, end } }: Making) =>
      api().exchange('createClaim', {
        params: { id: article.id },
        body: { blockId, start, end, ...(tier && { tier }) },
      }),
    onSuccess: async ({ answer, status }, { words, from }) => {
      if (areSelected(words)) document.getSelection()?.removeAllRanges();
      say(
        t(
          status === 200 ? 'newClaim.known' : answer.disposition === 'proposed' ? 'newClaim.proposed' : 'newClaim.made',
        ),
      );
      await cache.invalidateQueries({ queryKey: keys.article(article.id) });
      if (attended.current === from) select(answer.id);
    },
    onError: (error, { words: sent }) => {
      if (!areSelected(sent)) say(problemTitle(error, t), { kind: 'refused', detail: sent.quote });
    },
  });

  const { reset } = make;
  const words = typeof selected === 'object' ? selected : null;
  useEffect(() => {
    if (asked > 0 && words && !make.isPending) make.mutate({ words, from: selectedId });
    // Only the key asks; that other words are selected meanwhile does not.
  }, [asked]);
  const key = words && keyOf(words);
  useEffect(() => reset(), [key, reset]);

  if (selected === null) return null;
  const box = selected === 'across' ? null : selected.box;
  return (
    <div
      className={classes.bar}
      style={
        box ? { insetBlockStart: box.bottom + 8, left: Math.max(8, Math.min(box.left, innerWidth - 340)) } : undefined
      }
      data-floats={box !== null}
      role="toolbar"
      aria-label={t('newClaim.label')}
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault(); // keep the words selected
      }}
    >
      {selected === 'across' ? (
        <span>{t('newClaim.across')}</span>
      ) : (
        <>
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            rightSection={<KeyCap command="newClaim" />}
            loading={make.isPending}
            onClick={() => make.mutate({ words: selected, from: selectedId })}
          >
            {t('newClaim.make')}
          </Button>
          <Select
            size="xs"
            w={118}
            aria-label={t('tier')}
            placeholder={t('newClaim.tierAuto')}
            data={(['A', 'B', 'C'] as const).map((value) => ({ value, label: t(`terms:tierLong.${value}`) }))}
            value={tier}
            onChange={setTier}
            clearable
            comboboxProps={{ width: 240 }}
          />
          <ProblemNotice error={make.error} />
        </>
      )}
    </div>
  );
}

/** What is selected in the article, once the hand rests. */
function useSelectedWords(text: RefObject<HTMLElement | null>): Selected | 'across' | null {
  const [selected, setSelected] = useState<Selected | 'across' | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => text.current && setSelected(selectedWords(text.current, document.getSelection())), 180);
    };
    const follow = () =>
      setSelected((known) => (known && text.current ? selectedWords(text.current, document.getSelection()) : known));
    document.addEventListener('selectionchange', look);
    addEventListener('scroll', follow, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      removeEventListener('scroll', follow);
    };
  }, [text]);
  return selected;
}
