import { ActionIcon, Button, Modal, Select, TextInput, Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { useRoom } from './article.room.js';
import { ArticleConflict, useArticleWrite } from './article.write.js';
import classes from '../../form/form.module.css';

/** The article's particulars: title, outlet, due date, who may see it. */
export function EditArticle() {
  const { t } = useTranslation('article');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Tooltip label={t('edit.title')}>
        <ActionIcon aria-label={t('edit.title')} onClick={() => setOpened(true)}>
          <IconSettings size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('edit.title')}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <EditForm onDone={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function EditForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const cache = useQueryClient();
  const [title, setTitle] = useState(article.title);
  const [outlet, setOutlet] = useState(article.outlet ?? '');
  const [dueAt, setDueAt] = useState(article.dueAt?.slice(0, 10) ?? '');
  const [visibility, setVisibility] = useState(article.visibility);
  const save = useArticleWrite(article, {
    send: (_: void, version) =>
      api().call('updateArticle', {
        params: { id: article.id },
        version,
        body: {
          title,
          outlet: outlet || null,
          visibility,
          dueAt: dueAt ? new Date(`${dueAt}T18:00:00`).toISOString() : null,
        },
      }),
    onDone: (changed) => {
      cache.setQueryData(keys.article(article.id), changed);
      say(t('saved'));
      onDone();
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <TextInput
        label={t('edit.name')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        dir="auto"
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('edit.outlet')}
        value={outlet}
        onChange={(event) => setOutlet(event.currentTarget.value)}
        dir="auto"
      />
      <TextInput
        type="date"
        label={t('terms:due.on')}
        value={dueAt}
        onChange={(event) => setDueAt(event.currentTarget.value)}
      />
      <Select
        label={t('edit.visibility')}
        data={(['newsroom', 'named'] as const).map((value) => ({ value, label: t(`edit.visible.${value}`) }))}
        value={visibility}
        onChange={(value) => value && setVisibility(value)}
        allowDeselect={false}
      />
      <ArticleConflict {...save} onAgain={() => save.run()} onForget={save.forget} />
      <ProblemNotice error={save.error} />
      <Button type="submit" loading={save.busy}>
        {t('frame:save')}
      </Button>
    </form>
  );
}
