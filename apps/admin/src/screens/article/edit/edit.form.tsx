import { publicationTerms } from '#domain';
import { Button, Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { PersonChoice, VisibilityFields } from '../../../form/visibility.fields.js';
import classes from '../../../form/form.module.css';
import { useActor, useMay } from '../../../session/session.query.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { useRoom } from '../article.room.js';
import { ArticleConflict, useArticleWrite } from '../article.write.js';
import { type Particulars, particularsOf, patchOf } from './particulars.js';

/** What can be set about an article. Only what was changed is sent. */
export function EditForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const [seen] = useState(() => article);
  const [typed, setTyped] = useState(() => particularsOf(article));
  const change = (part: Partial<Particulars>) => setTyped({ ...typed, ...part });
  const patch = patchOf(particularsOf(seen), typed);
  const save = useArticleWrite(seen, {
    send: (_: void, version) => api().call('updateArticle', { params: { id: article.id }, version, body: patch }),
    onDone: () => {
      say(t('saved'));
      onDone();
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(patch).length === 0) onDone();
        else save.run();
      }}
    >
      <TextInput
        label={t('edit.name')}
        value={typed.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        dir="auto"
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('edit.outlet')}
        value={typed.outlet}
        onChange={(event) => change({ outlet: event.currentTarget.value })}
        dir="auto"
      />
      <TextInput
        type="datetime-local"
        label={t('terms:due.on')}
        value={typed.dueAt}
        onChange={(event) => change({ dueAt: event.currentTarget.value })}
      />
      {article.kind === 'draft' && (
        <PersonChoice
          label={t('edit.authors')}
          value={typed.authorIds}
          onChange={(authorIds) => change({ authorIds })}
        />
      )}
      <DeskField value={typed.deskId} onChange={(deskId) => change({ deskId })} />
      <VisibilityFields visibility={typed.visibility} visibleTo={typed.visibleTo} onChange={change} />
      <Terms typed={typed} onChange={change} />
      <Checkbox
        label={t('edit.archived')}
        description={t(article.legalHold ? 'edit.archivedHeld' : 'edit.archivedHint')}
        checked={typed.archived}
        onChange={(event) => change({ archived: event.currentTarget.checked })}
      />
      <ArticleConflict {...save} onAgain={() => save.run()} onForget={onDone} />
      <ProblemNotice error={save.error} />
      <Button type="submit" loading={save.busy}>
        {t('frame:save')}
      </Button>
    </form>
  );
}

function DeskField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation('article');
  const may = useMay();
  const desks = useQuery({
    queryKey: keys.desks,
    queryFn: ({ signal }) => api().call('listDesks', { signal }),
    enabled: may('listDesks'),
  });
  const known = (desks.data?.items ?? []).filter(({ id, active }) => active || id === value);
  if (known.length === 0) return null;
  return (
    <Select
      label={t('edit.desk')}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
      dir="auto"
    />
  );
}

/** How fast, and not before when: shown to those of whom the server takes it, by the function it asks itself. */
function Terms({ typed, onChange }: { typed: Particulars; onChange: (part: Partial<Particulars>) => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const actor = useActor();
  const takes = (patch: Parameters<typeof publicationTerms>[1]) => publicationTerms(article, patch, actor, true).ok;
  return (
    <>
      {takes({ mode: 'breaking' }) && (
        <Switch
          label={t('edit.breaking')}
          description={t('edit.breakingHint')}
          checked={typed.mode === 'breaking'}
          onChange={(event) => onChange({ mode: event.currentTarget.checked ? 'breaking' : 'standard' })}
        />
      )}
      {takes({ embargoUntil: new Date().toISOString() }) && (
        <TextInput
          type="datetime-local"
          label={t('edit.embargo')}
          description={t('edit.embargoHint')}
          value={typed.embargoUntil}
          onChange={(event) => onChange({ embargoUntil: event.currentTarget.value })}
        />
      )}
    </>
  );
}
