import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditForm } from './edit.form.js';

/** The article's particulars: title, outlet, times, whose it is, who may see it. */
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
        size="lg"
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <EditForm onDone={() => setOpened(false)} />
      </Modal>
    </>
  );
}
