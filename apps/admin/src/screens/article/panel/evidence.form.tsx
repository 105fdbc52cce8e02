import type { Claim, Evidence, Source } from '#client';
import { Checkbox, FileButton, Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { say } from '../../../state/toast.js';
import { useClose } from '../article.room.js';
import { Choice, PanelForm } from '../../../form/panel.form.js';
import classes from '../../../form/form.module.css';
import { SourcePicker, type SourceChoice } from './source.picker.js';

type Stance = 'supports' | 'refutes' | 'context';
type How = 'credited' | 'copied' | 'same-quote' | 'same-statement';
const STANCES: readonly Stance[] = ['supports', 'refutes', 'context'];
const HOWS: readonly How[] = ['credited', 'copied', 'same-quote', 'same-statement'];

/** Adds one piece of evidence: whose it is, where in it, and which way it points. */
export function EvidenceForm({ claim, known }: { claim: Claim; known: readonly Evidence[] }) {
  const { t } = useTranslation('article');
  const close = useClose();
  const { member } = useMe();
  const cache = useQueryClient();
  const draft = `${member.id}.${claim.id}.evidence`;
  const [source, setSource] = useState<SourceChoice | null>(null);
  const [stance, setStance] = useState<Stance>('supports');
  const [locator, setLocator, clearLocator] = useDraft(`${draft}.locator`);
  const [url, setUrl, clearUrl] = useDraft(`${draft}.url`);
  const [quote, setQuote, clearQuote] = useDraft(`${draft}.quote`);
  const [note, setNote, clearNote] = useDraft(`${draft}.note`);
  const [primary, setPrimary] = useState(false);
  const [confidential, setConfidential] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [derivedFrom, setDerivedFrom] = useState<string | null>(null);
  const [how, setHow] = useState<How>('credited');

  const add = useMutation({
    mutationFn: async () => {
      const captureId = file ? await keepCopy(file) : undefined;
      return api().call('addEvidence', {
        params: { id: claim.id },
        body: {
          ...sourceOf(source!),
          stance,
          locator,
          ...(url && { url }),
          ...(quote && { quote }),
          ...(note && { note }),
          ...(primary && { primary }),
          ...(confidential && { confidential }),
          ...(captureId && { captureId }),
          ...(derivedFrom && { derivesFrom: { evidenceId: derivedFrom, how } }),
        },
      });
    },
    onSuccess: () => {
      for (const clear of [clearLocator, clearUrl, clearQuote, clearNote]) clear();
      say(t('evidence.added'));
      close();
      void cache.invalidateQueries({ queryKey: keys.sources });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
  });

  return (
    <PanelForm
      label={t('evidence.add')}
      submit={t('evidence.save')}
      busy={add.isPending}
      error={add.error}
      disabled={source === null || locator.trim() === ''}
      onSend={() => add.mutate()}
      onCancel={close}
      note={t('draftKept')}
    >
      <SourcePicker value={source} onChange={setSource} />
      <Choice
        label={t('evidence.stance')}
        value={stance}
        onChange={setStance}
        options={STANCES.map((value) => ({ value, label: t(`terms:evidenceStance.${value}`), tone: value }))}
      />
      <TextInput
        label={t('evidence.locator')}
        description={t('evidence.locatorHint')}
        value={locator}
        onChange={(event) => setLocator(event.currentTarget.value)}
        dir="auto"
      />
      <TextInput
        label={t('evidence.url')}
        type="url"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        dir="ltr"
        placeholder="https://"
      />
      <Textarea
        label={t('evidence.quote')}
        description={t('evidence.quoteHint')}
        value={quote}
        onChange={(event) => setQuote(event.currentTarget.value)}
        dir="auto"
        rows={2}
      />
      <FileButton onChange={setFile}>
        {(props) => (
          <Button {...props} variant="default" size="xs" leftSection={<IconPaperclip size={15} aria-hidden />}>
            {file ? <bdi>{file.name}</bdi> : t('evidence.attach')}
          </Button>
        )}
      </FileButton>
      <Checkbox
        label={t('evidence.primary')}
        description={t('evidence.primaryHint')}
        checked={primary}
        onChange={(event) => setPrimary(event.currentTarget.checked)}
      />
      <details className={classes.more}>
        <summary>{t('evidence.more')}</summary>
        <div>
          {known.length > 0 && (
            <div className={classes.row}>
              <Select
                label={t('evidence.derivesFrom')}
                data={known.map((item) => ({ value: item.id, label: item.source.name ?? item.locator }))}
                value={derivedFrom}
                onChange={setDerivedFrom}
                clearable
              />
              <Select
                label={t('evidence.how')}
                data={HOWS.map((value) => ({ value, label: t(`evidence.hows.${value}`) }))}
                value={how}
                onChange={(value) => value && setHow(value)}
                disabled={derivedFrom === null}
                allowDeselect={false}
              />
            </div>
          )}
          <Textarea
            label={t('evidence.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            dir="auto"
            rows={2}
          />
          <Checkbox
            label={t('evidence.confidential')}
            checked={confidential}
            onChange={(event) => setConfidential(event.currentTarget.checked)}
          />
        </div>
      </details>
    </PanelForm>
  );
}

function sourceOf(choice: SourceChoice): { sourceId: string } | { source: { name: string; type: Source['type'] } } {
  return 'id' in choice ? { sourceId: choice.id } : { source: { name: choice.name, type: choice.type } };
}

async function keepCopy(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const body = { contentType: file.type || 'application/octet-stream', bytes };
  return (await api().call('createCapture', { body })).id;
}
