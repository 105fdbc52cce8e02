import type { Article, ClaimItem } from '#client';
import { Button } from '@mantine/core';
import { IconCheck, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { useRoom } from '../article.room.js';
import { KeyCap } from '../keys/key.cap.js';
import { useKeyCommands } from '../keys/key.commands.js';
import classes from './gate.module.css';
import { type Proposal, proposalsFor } from './rewrite.proposal.js';

/** Sends the chosen wording of one phrase. */
type Send = () => void;

/** Which phrase the key is about: the first on the panel with a wording nobody has sent, then the one after it. */
export interface NextProposal {
  readonly id: string | null;
  readonly waits: boolean;
  /** A phrase with a wording to send says so, in the order in which it stands; answers how to take it back. */
  readonly join: (id: string, send: Send) => () => void;
}

export function useNextProposal(): NextProposal {
  const waiting = useRef(new Map<string, Send>());
  const [id, setId] = useState<string | null>(null);
  const [join] = useState(() => (own: string, send: Send) => {
    waiting.current.set(own, send);
    setId((current) => current ?? own);
    return () => {
      waiting.current.delete(own);
      setId((current) => (current === own ? (waiting.current.keys().next().value ?? null) : current));
    };
  });
  useKeyCommands({ propose: () => id !== null && waiting.current.get(id)?.() });
  return { id, waits: id !== null, join };
}

/** Wordings to put to the author: a query, and the text stays his. The first is what the sentence needs most. */
export function Proposals({ claim, next }: { claim: ClaimItem; next: NextProposal }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState(0);
  // sent, and the article not read again since: until then its gate cannot know that an answer is awaited
  const [sentOn, setSentOn] = useState<Article | null>(null);
  const shown = useRef(article);
  useEffect(() => {
    shown.current = article;
  }, [article]);
  const proposals = proposalsFor(claim, article.language);
  const ask = useMutation({
    mutationFn: ({ kind, wording }: Proposal) =>
      api().call('askQuery', {
        params: { id: claim.id },
        body: {
          text: t('proposal.query', { why: t(`proposal.why.${kind}`), wording, interpolation: { escapeValue: false } }),
        },
      }),
    onSuccess: () => {
      setSentOn(shown.current);
      say(t('proposal.sent'));
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
        cache.invalidateQueries({ queryKey: keys.article(article.id) }),
      ]),
  });
  const awaited = article.gate.some(
    ({ name, status, facts }) =>
      name === 'queries-answered' && status === 'unsatisfied' && idsOf(facts?.claimIds).includes(claim.id),
  );
  const isSent = awaited || article === sentOn;
  const proposal = proposals[chosen] ?? proposals[0]!;
  const send = useRef<Send>(() => undefined);
  useEffect(() => {
    send.current = () => {
      if (!ask.isPending) ask.mutate(proposal);
    };
  });
  const { join } = next;
  useEffect(() => (isSent ? undefined : join(claim.id, () => send.current())), [isSent, join, claim.id]);

  if (isSent)
    return (
      <p className={classes.sent}>
        <IconCheck size={15} aria-hidden /> {t('proposal.awaited')}
      </p>
    );
  return (
    <div className={classes.proposals} data-next={next.id === claim.id || undefined}>
      <div className={classes.kinds} role="group" aria-label={t('proposal.title')}>
        {proposals.map(({ kind }, index) => (
          <button
            key={kind}
            type="button"
            className={classes.choice}
            aria-pressed={kind === proposal.kind}
            onClick={() => setChosen(index)}
          >
            {t(`proposal.kind.${kind}`)}
          </button>
        ))}
      </div>
      <p className={classes.wording} lang={article.language} dir="auto">
        {proposal.wording}
      </p>
      <Button
        size="compact-sm"
        variant={next.id === claim.id ? 'filled' : 'default'}
        leftSection={<IconSend size={14} aria-hidden />}
        rightSection={next.id === claim.id && <KeyCap command="propose" />}
        loading={ask.isPending}
        onClick={() => send.current()}
      >
        {t('proposal.send')}
      </Button>
      <ProblemNotice error={ask.error} />
    </div>
  );
}

const idsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
