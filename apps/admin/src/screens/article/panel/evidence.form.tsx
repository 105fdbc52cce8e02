import type { Claim, Evidence } from '#client';
import { Button, Checkbox, FileButton, Select, Textarea, TextInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClose } from '../article.room.js';
import { Choice, PanelForm } from '../../../form/panel.form.js';
import classes from '../../../form/form.module.css';
import { type EvidenceDraft, type How, type Stance, useAddition, useEvidenceDraft } from './evidence.draft.js';
import { SourcePicker } from './source.picker.js';

const STANCES: readonly Stance[] = ['supports', 'refutes', 'context'];
const HOWS: readonly How[] = ['credited', 'copied', 'same-quote', 'same-statement'];

/** Adds one piece of evidence: whose it is, where in it, and which way it points. */
export function EvidenceForm({ claim, known }: { claim: Claim; known: readonly Evidence[] }) {
  const { t } = useTranslation('article');
  const close = useClose();
  const draft = useEvidenceDraft(claim);
  const add = useAddition(claim, draft);
  return (
    <PanelForm
      label={t('evidence.add')}
      submit={t('evidence.save')}
      busy={add.isPending}
      error={add.error}
      disabled={draft.source === null || draft.locator.trim() === ''}
      onSend={() => add.mutate()}
      onCancel={close}
      note={t('draftKept')}
    >
      <SourcePicker value={draft.source} onChange={(source) => draft.choose({ source })} />
      <Choice
        label={t('evidence.stance')}
        value={draft.stance}
        onChange={(stance) => draft.choose({ stance })}
        options={STANCES.map((value) => ({ value, label: t(`terms:evidenceStance.${value}`), tone: value }))}
      />
      <PlaceFields draft={draft} />
      <Copy draft={draft} />
      <Checkbox
        label={t('evidence.primary')}
        description={t('evidence.primaryHint')}
        checked={draft.primary}
        onChange={(event) => draft.choose({ primary: event.currentTarget.checked })}
      />
      <SeldomTold draft={draft} known={known} />
    </PanelForm>
  );
}

/** Where in the source it stands, and the words that stand there. */
function PlaceFields({ draft }: { draft: EvidenceDraft }) {
  const { t } = useTranslation('article');
  return (
    <>
      <TextInput
        label={t('evidence.locator')}
        description={t('evidence.locatorHint')}
        value={draft.locator}
        onChange={(event) => draft.write('locator', event.currentTarget.value)}
        dir="auto"
      />
      <TextInput
        label={t('evidence.url')}
        type="url"
        value={draft.url}
        onChange={(event) => draft.write('url', event.currentTarget.value)}
        dir="ltr"
        placeholder="https://"
      />
      <Textarea
        label={t('evidence.quote')}
        description={t('evidence.quoteHint')}
        value={draft.quote}
        onChange={(event) => draft.write('quote', event.currentTarget.value)}
        dir="auto"
        rows={2}
      />
    </>
  );
}

/** The source itself as a file, kept with the evidence. */
function Copy({ draft }: { draft: EvidenceDraft }) {
  const { t } = useTranslation('article');
  return (
    <FileButton onChange={(file) => draft.choose({ file })}>
      {(props) => (
        <Button {...props} variant="default" size="xs" leftSection={<IconPaperclip size={15} aria-hidden />}>
          {draft.file ? <bdi>{draft.file.name}</bdi> : t('evidence.attach')}
        </Button>
      )}
    </FileButton>
  );
}

interface SeldomProps {
  readonly draft: EvidenceDraft;
  readonly known: readonly Evidence[];
}

/** What most evidence does without: folded away. */
function SeldomTold({ draft, known }: SeldomProps) {
  const { t } = useTranslation('article');
  return (
    <details className={classes.more}>
      <summary>{t('evidence.more')}</summary>
      <div>
        {known.length > 0 && <Derivation draft={draft} known={known} />}
        <Textarea
          label={t('evidence.note')}
          value={draft.note}
          onChange={(event) => draft.write('note', event.currentTarget.value)}
          dir="auto"
          rows={2}
        />
        <Checkbox
          label={t('evidence.confidential')}
          checked={draft.confidential}
          onChange={(event) => draft.choose({ confidential: event.currentTarget.checked })}
        />
      </div>
    </details>
  );
}

/** From which evidence of the claim it was taken, so that the two count as one origin. */
function Derivation({ draft, known }: SeldomProps) {
  const { t } = useTranslation('article');
  return (
    <div className={classes.row}>
      <Select
        label={t('evidence.derivesFrom')}
        data={known.map((item) => ({ value: item.id, label: item.source.name ?? item.locator }))}
        value={draft.derivedFrom}
        onChange={(derivedFrom) => draft.choose({ derivedFrom })}
        clearable
      />
      <Select
        label={t('evidence.how')}
        data={HOWS.map((value) => ({ value, label: t(`evidence.hows.${value}`) }))}
        value={draft.how}
        onChange={(how) => how && draft.choose({ how })}
        disabled={draft.derivedFrom === null}
        allowDeselect={false}
      />
    </div>
  );
}
