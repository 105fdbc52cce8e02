import type { Desk } from '#client';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { ListBody } from '../../list/list.body.js';
import list from '../../list/list.module.css';
import { usePages } from '../../list/pages.query.js';
import { useMay } from '../../session/session.query.js';
import { Empty, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import classes from './settings.module.css';

const DESKS = ['newsroom', 'desks'] as const;

/** The desks of the newsroom: who works where, and where balanced assignment looks first. */
export function DeskSettings() {
  const { t } = useTranslation('settings');
  const may = useMay();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const desks = usePages(DESKS, (_cursor, signal) => api().call('listDesks', { signal }));
  const renew = () => cache.invalidateQueries({ queryKey: DESKS });
  const making = useMutation({
    mutationFn: () => api().call('createDesk', { body: { name: name.trim() } }),
    onSuccess: async () => {
      setName('');
      say(t('deskMade'));
      await renew();
    },
  });
  const turning = useMutation({
    mutationFn: ({ id, version, active }: Desk) =>
      api().call('updateDesk', { params: { id }, version, body: { active: !active } }),
    onSuccess: renew,
  });
  return (
    <section className={classes.card} aria-label={t('parts.desks')}>
      <p className={list.quiet}>{t('desksWords')}</p>
      {may('createDesk') && (
        <form
          className={classes.inline}
          onSubmit={(event) => {
            event.preventDefault();
            making.mutate();
          }}
        >
          <TextInput
            label={t('deskName')}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
          />
          <Button type="submit" loading={making.isPending}>
            {t('addDesk')}
          </Button>
        </form>
      )}
      <ProblemNotice error={making.error ?? turning.error} />
      <ListBody pages={desks} empty={<Empty title={t('noDesks')} />}>
        {(items) => (
          <ul role="list" className={classes.rows}>
            {items.map((desk) => (
              <li key={desk.id}>
                <div>
                  <Foreign className={classes.name}>{desk.name}</Foreign>
                  {!desk.active && <span className={list.quiet}> · {t('inactive')}</span>}
                </div>
                {may('updateDesk') && (
                  <Button size="compact-sm" variant="default" onClick={() => turning.mutate(desk)}>
                    {t(desk.active ? 'closeDesk' : 'openDesk')}
                    <span className="unseen"> {desk.name}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </section>
  );
}
