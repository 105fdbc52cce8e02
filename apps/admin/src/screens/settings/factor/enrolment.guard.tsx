import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { factorDemanded } from '../../../session/session.state.js';
import { useSignal } from '../../../state/signal.js';
import list from '../../../list/list.module.css';
import { factorQuery } from './factor.query.js';
import { SecondFactor } from './second.factor.js';

/** Over everything, while the newsroom demands a second factor of me that I have not set up: nothing else opens before. */
export function EnrolmentGuard() {
  const { t } = useTranslation('factor');
  const cache = useQueryClient();
  const isDemanded = useSignal(factorDemanded);
  const factor = useQuery({ ...factorQuery, enabled: isDemanded });
  function goOn() {
    factorDemanded.set(false);
    void cache.invalidateQueries();
  }
  return (
    <Modal
      opened={isDemanded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('demanded')}
      size="lg"
    >
      <p>{t('demandedWords')}</p>
      <SecondFactor />
      <div className={list.buttons}>
        <Button disabled={factor.data?.status !== 'in-use'} onClick={goOn}>
          {t('goOn')}
        </Button>
      </div>
    </Modal>
  );
}
