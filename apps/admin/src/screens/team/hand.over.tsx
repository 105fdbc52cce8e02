import type { Answer } from '#client';
import { Button, Modal, Select, Textarea } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import list from '../../list/list.module.css';
import { useMay, useMe, useMembers } from '../../session/session.query.js';
import { useDraft } from '../../state/draft.js';
import { ProblemNotice } from '../../state/states.js';

/** Everything open of one member to another, at the end of a shift; a fact-checker hands over what is his own. */
export function HandOver() {
  const { t } = useTranslation(['team', 'frame']);
  const may = useMay();
  const [opened, setOpened] = useState(false);
  if (!may('handOverAssignments', ['self'])) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('handOver.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('handOver.open')}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <HandOverForm onDone={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function HandOverForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['team', 'frame']);
  const work = useHandOver();
  const { passing } = work;
  if (passing.data) return <Outcome result={passing.data} onDone={onDone} />;
  return (
    <form
      className={list.fields}
      onSubmit={(event) => {
        event.preventDefault();
        passing.mutate();
      }}
    >
      <PeopleFields work={work} />
      <Textarea
        label={t('handOver.note')}
        description={t('handOver.noteHint')}
        value={work.note}
        onChange={(event) => work.setNote(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      <ProblemNotice error={passing.error} />
      <div className={list.buttons}>
        <Button type="submit" loading={passing.isPending} disabled={!work.isWhole}>
          {t('handOver.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('frame:cancel')}
        </Button>
      </div>
    </form>
  );
}

/** From whom, to whom, and what the next one should know; who may not hand over for others does it for himself. */
function useHandOver() {
  const { member: me } = useMe();
  const cache = useQueryClient();
  const ofOthers = useMay()('handOverAssignments', []);
  const [fromId, setFromId] = useState<string | null>(ofOthers ? null : me.id);
  const [toId, setToId] = useState<string | null>(null);
  const [note, setNote, clear] = useDraft(`${me.id}.hand-over`);
  const passing = useMutation({
    mutationFn: () => api().call('handOverAssignments', { body: { fromId: fromId!, toId: toId!, note: note.trim() } }),
    onSuccess: async () => {
      clear();
      await Promise.all(
        [keys.assignments, keys.claims, ['claim'], keys.attention].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  const isWhole = fromId !== null && toId !== null && note.trim() !== '';
  return { ofOthers, fromId, setFromId, toId, setToId, note, setNote, passing, isWhole };
}

/** Whose work it is, and who takes it over: anybody but himself. */
function PeopleFields({
  work: { ofOthers, fromId, setFromId, toId, setToId },
}: {
  work: ReturnType<typeof useHandOver>;
}) {
  const { t } = useTranslation('team');
  const members = useMembers();
  const people = [...members.values()].filter(({ active, kind }) => active && kind === 'person');
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {ofOthers && (
        <Select label={t('handOver.from')} data={choices} value={fromId} onChange={setFromId} searchable dir="auto" />
      )}
      <Select
        label={t('handOver.to')}
        data={choices.filter(({ value }) => value !== fromId)}
        value={toId}
        onChange={setToId}
        searchable
        dir="auto"
      />
    </>
  );
}

/** What was handed over, and what was not, and why. */
function Outcome({ result, onDone }: { result: Answer<'handOverAssignments'>; onDone: () => void }) {
  const { t } = useTranslation(['team', 'frame']);
  return (
    <div className={list.fields} role="status">
      <p>{t('handOver.done', { count: result.done.length })}</p>
      {result.skipped.length > 0 && (
        <>
          <p>{t('handOver.skipped', { count: result.skipped.length })}</p>
          <ul>
            {result.skipped.map(({ claimId, detail }) => (
              <li key={claimId} dir="auto">
                {detail}
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <Button onClick={onDone}>{t('frame:close')}</Button>
      </div>
    </div>
  );
}
