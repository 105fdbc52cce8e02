import { ActionIcon, Button, Checkbox, Popover, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBookmark, IconSearch, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { Foreign } from '../../text/foreign.js';
import { type ClaimsView, useSavedViews } from './claims.view.js';
import classes from './claims.module.css';

const STATES = ['needs-source', 'verified', 'disputed'] as const;
const DISPOSITIONS = ['proposed', 'active', 'dismissed'] as const;
const TIERS = ['A', 'B', 'C'] as const;
const KINDS = ['event', 'statement', 'statistic', 'quote', 'prediction', 'opinion'] as const;

interface Props {
  readonly view: ClaimsView;
  readonly onChange: (change: Partial<ClaimsView>) => void;
  readonly onOpen: (view: ClaimsView) => void;
}

/** What is shown, and views kept under a name. */
export function ClaimsFilters({ view, onChange, onOpen }: Props) {
  const { t } = useTranslation(['claims', 'terms']);
  const words = useTypedSearch(view.q, (q) => onChange({ q }));
  const choice = (
    name: 'state' | 'disposition' | 'tier' | 'kind',
    values: readonly string[],
    label: (v: string) => string,
  ) => (
    <Select
      label={t(name === 'state' ? 'standing' : name)}
      placeholder={t('any')}
      data={values.map((value) => ({ value, label: label(value) }))}
      value={view[name] ?? null}
      onChange={(value) => onChange({ [name]: value ?? undefined })}
      clearable
      clearButtonProps={{ 'aria-label': t('any') }}
      className={classes.choice}
    />
  );
  return (
    <div className={list.filters} role="search">
      <TextInput
        className={classes.search}
        label={t('search')}
        value={words.typed}
        dir="auto"
        onChange={(event) => words.type(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      {view.layout !== 'board' && choice('state', STATES, (value) => t(`terms:state.${value}.m`))}
      {view.layout !== 'board' && choice('disposition', DISPOSITIONS, (value) => t(`dispositions.${value}`))}
      {choice('tier', TIERS, (value) => t(`terms:tierLong.${value}`))}
      {choice('kind', KINDS, (value) => t(`terms:kind.${value}`))}
      <div className={classes.marks}>
        <Checkbox
          label={t('mine')}
          checked={view.assignee === 'me'}
          onChange={(event) => onChange({ assignee: event.currentTarget.checked ? 'me' : undefined })}
        />
        <Checkbox
          label={t('overdue')}
          checked={view.due === 'overdue'}
          onChange={(event) => onChange({ due: event.currentTarget.checked ? 'overdue' : undefined })}
        />
        <Checkbox
          label={t('outdated')}
          checked={view.outdated === 'yes'}
          onChange={(event) => onChange({ outdated: event.currentTarget.checked ? 'yes' : undefined })}
        />
        <SavedViews
          view={view}
          onOpen={(next) => {
            words.show(next.q);
            onOpen(next);
          }}
        />
      </div>
    </div>
  );
}

/**
 * What is typed to be looked for, which it is once the hand rests. When something else is shown by then, from a saved view or by a
 * link, the box says that, and what was not yet looked for is let go.
 */
function useTypedSearch(shown: string | undefined, look: (q: string | undefined) => void) {
  const [typed, setTyped] = useState(shown ?? '');
  const asked = useRef(shown);
  const rest = useDebouncedCallback((q: string) => {
    asked.current = q.trim() || undefined;
    look(asked.current);
  }, 300);
  const show = useCallback(
    (q: string | undefined) => {
      rest.cancel();
      asked.current = q;
      setTyped(q ?? '');
    },
    [rest],
  );
  useEffect(() => {
    if (shown !== asked.current) show(shown);
  }, [shown, show]);
  const type = (q: string) => {
    setTyped(q);
    rest(q);
  };
  return { typed, type, show };
}

function SavedViews({ view, onOpen }: { view: ClaimsView; onOpen: (view: ClaimsView) => void }) {
  const { t } = useTranslation(['claims', 'frame']);
  const { views, save, remove } = useSavedViews();
  const [name, setName] = useState('');
  return (
    <Popover position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
          {t('views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={list.quiet}>{t('viewsWords')}</p>
        <ul role="list" className={classes.views}>
          {views.map((one) => (
            <li key={one.name}>
              <Button variant="subtle" size="compact-sm" onClick={() => onOpen(one.view)}>
                <Foreign>{one.name}</Foreign>
              </Button>
              <ActionIcon size="sm" aria-label={t('forget', { name: one.name })} onClick={() => remove(one.name)}>
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form
          className={classes.saveView}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save(name.trim(), view);
            setName('');
          }}
        >
          <TextInput label={t('viewName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" size="sm">
            {t('frame:save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
