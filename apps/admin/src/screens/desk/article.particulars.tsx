import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { VisibilityFields } from '../../form/visibility.fields.js';
import { useMembers } from '../../session/session.query.js';
import type { ArticleDraft } from './article.draft.js';
import classes from './desk.module.css';

/** What is told of a new article beside its words: its name, what it is, whose it is, who may see it. */
export function ArticleParticulars({ draft }: { draft: ArticleDraft }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <TextInput
        label={t('new.name')}
        description={t('new.nameHint')}
        value={draft.title}
        onChange={(event) => draft.setTitle(event.currentTarget.value)}
        dir="auto"
      />
      <Kind draft={draft} />
      {draft.kind === 'external' ? (
        <TextInput
          label={t('new.address')}
          type="url"
          dir="ltr"
          placeholder="https://"
          value={draft.sourceUrl}
          onChange={(event) => draft.change({ sourceUrl: event.currentTarget.value })}
        />
      ) : (
        !draft.isOfPoster && <Author draft={draft} />
      )}
      <VisibilityFields {...draft.readers} onChange={(readers) => draft.change({ readers })} />
    </>
  );
}

function Kind({ draft }: { draft: ArticleDraft }) {
  const { t } = useTranslation('desk');
  return (
    <div className={classes.pair}>
      <Select
        label={t('kind')}
        data={(['draft', 'external'] as const).map((value) => ({ value, label: t(`terms:articleKind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => kind && draft.change({ kind })}
        allowDeselect={false}
      />
      <Select
        label={t('language')}
        data={(['ar', 'en'] as const).map((value) => ({ value, label: t(`terms:language.${value}`) }))}
        value={draft.language}
        onChange={(language) => draft.change({ language })}
        allowDeselect={false}
      />
      <TextInput
        label={t('new.outlet')}
        value={draft.outlet}
        onChange={(event) => draft.change({ outlet: event.currentTarget.value })}
        dir="auto"
      />
      <TextInput
        type="date"
        label={t('terms:due.on')}
        value={draft.dueAt}
        onChange={(event) => draft.change({ dueAt: event.currentTarget.value })}
      />
    </div>
  );
}

/** For whom it is posted, by somebody who is no author himself. */
function Author({ draft }: { draft: ArticleDraft }) {
  const { t } = useTranslation('desk');
  const members = useMembers();
  const people = [...members.values()].filter(({ active, kind }) => active && kind === 'person');
  return (
    <Select
      label={t('new.author')}
      description={t('new.authorHint')}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.authorId}
      onChange={(authorId) => draft.change({ authorId })}
      searchable
      clearable
      dir="auto"
    />
  );
}
