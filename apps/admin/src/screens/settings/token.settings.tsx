import type { Input, Token } from '#client';
import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import list from '../../list/list.module.css';
import { useMe, useMembers } from '../../session/session.query.js';
import { Empty, Failure, Loading, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { SecretOnce } from './secret.once.js';
import classes from './settings.module.css';

type Scope = Token['scopes'][number];
const SCOPES: readonly Scope[] = [
  'articles:read',
  'articles:write',
  'claims:read',
  'claims:write',
  'evidence:write',
  'verdicts:write',
  'decisions:write',
  'reports:read',
  'reports:write',
  'admin',
];
const DAYS = ['7', '30', '90', '365'] as const;

/** Access tokens for programs: what they may do, until when; the secret itself is shown once. */
export function TokenSettings() {
  const { t } = useTranslation('settings');
  const cache = useQueryClient();
  const { member } = useMe();
  const members = useMembers();
  const [making, setMaking] = useState(false);
  const tokens = useQuery({ queryKey: keys.tokens, queryFn: () => api().call('listTokens') });
  const revoking = useMutation({
    mutationFn: ({ id }: Token) => api().call('deleteToken', { params: { id } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.tokens });
      say(t('tokenRevoked'));
    },
  });
  const live = tokens.data?.items.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <section className={classes.card} aria-label={t('parts.tokens')}>
      <p className={list.quiet}>{t('tokensWords')}</p>
      <div className={list.buttons}>
        <Button leftSection={<IconKey size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('makeToken')}
        </Button>
      </div>
      <ProblemNotice error={revoking.error} />
      {tokens.isPending && <Loading lines={3} />}
      {tokens.isError && <Failure error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data && live.length === 0 && <Empty title={t('noTokens')} />}
      <ul role="list" className={classes.rows}>
        {live.map((token) => (
          <li key={token.id}>
            <div>
              <Foreign className={classes.name}>{token.name}</Foreign>
              {token.memberId !== member.id && (
                <span className={list.quiet}>
                  {' '}
                  · <Foreign>{members.get(token.memberId)?.name ?? ''}</Foreign>
                </span>
              )}
              <p className={list.quiet}>
                {t('until')} <Moment at={token.expiresAt} as="date" /> ·{' '}
                {token.lastUsedAt === null ? (
                  t('neverUsed')
                ) : (
                  <>
                    {t('lastUsed')} <Moment at={token.lastUsedAt} />
                  </>
                )}
              </p>
              <p className={list.quiet}>
                <bdi dir="ltr">{token.scopes.join(' · ')}</bdi>
              </p>
            </div>
            <Button size="compact-sm" variant="default" onClick={() => revoking.mutate(token)}>
              {t('revoke')}
              <span className="unseen"> {token.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {making && <TokenDialog onClose={() => setMaking(false)} />}
    </section>
  );
}

function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'frame']);
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>('30');
  const [scopes, setScopes] = useState<readonly Scope[]>(['articles:read', 'claims:read', 'reports:read']);
  const making = useMutation({
    mutationFn: () => {
      const expiresAt = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
      const body: Input<'createToken'>['body'] = { name: name.trim(), scopes, expiresAt };
      return api().call('createToken', { body });
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.tokens }),
  });
  return (
    <Modal opened onClose={onClose} title={t('makeToken')} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      {making.data?.token !== undefined ? (
        <div className={list.fields}>
          <SecretOnce label={t('tokenOnce')} secret={making.data.token} />
          <Button onClick={onClose}>{t('frame:close')}</Button>
        </div>
      ) : (
        <form
          className={list.fields}
          onSubmit={(event) => {
            event.preventDefault();
            making.mutate();
          }}
        >
          <TextInput
            label={t('tokenName')}
            description={t('tokenNameHint')}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <Checkbox.Group
            label={t('scopes')}
            description={t('scopesHint')}
            value={[...scopes]}
            onChange={(values) => setScopes(values)}
          >
            <div className={classes.checks}>
              {SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`scope.${scope.replace(':', '-')}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <Select
            label={t('validFor')}
            data={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
            value={days}
            onChange={(value) => value && setDays(value)}
            allowDeselect={false}
          />
          <ProblemNotice error={making.error} />
          <Button type="submit" loading={making.isPending} disabled={scopes.length === 0}>
            {t('makeToken')}
          </Button>
        </form>
      )}
    </Modal>
  );
}
