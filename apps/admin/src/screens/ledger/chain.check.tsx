import { leafHash, toHex } from '#ledger';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { ProblemNotice } from '../../state/states.js';
import { type ChainFinding, followChain, type LedgerEntry } from './chain.following.js';
import classes from './ledger.module.css';

const AT_ONCE = 200;

/** Recomputes the whole chain here, in the reader's own browser, from the bytes the server hands out. */
export function ChainCheck({ head }: { head: { readonly seq: number; readonly hash: string } }) {
  const { t } = useTranslation('ledger');
  const checking = useMutation({ mutationFn: () => checkChain(head) });
  const { data } = checking;
  return (
    <div className={classes.check}>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={checking.isPending}
        onClick={() => checking.mutate()}
      >
        {t('check')}
      </Button>
      <p role="status" className={classes.result} data-fault={(data && data.fault !== null) || undefined}>
        {data?.fault === null && t('whole', { count: data.entries })}
        {data?.fault === null && data.withheld > 0 && ` ${t('wholeButWithheld', { count: data.withheld })}`}
        {data && data.fault !== null && t('broken', { seq: data.fault })}
      </p>
      <ProblemNotice error={checking.error} />
    </div>
  );
}

async function checkChain(head: { readonly seq: number; readonly hash: string }): Promise<ChainFinding> {
  const entries: LedgerEntry[] = [];
  for (let from = 1; from <= head.seq; from += AT_ONCE) {
    const { items } = await api().call('listLedgerEntries', { query: { from, limit: AT_ONCE } });
    entries.push(...items.filter(({ seq }) => seq <= head.seq));
  }
  return followChain(entries, head, (text) => toHex(leafHash(text)));
}
