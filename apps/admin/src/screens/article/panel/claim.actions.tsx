import type { Claim } from '#client';
import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowMerge,
  IconCheck,
  IconChevronDown,
  IconMinus,
  IconScissors,
  IconTargetArrow,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClaimWrite } from '../../../claim/claim.write.js';
import { askReason } from '../../../state/reason.js';
import { useAttention, useRoom } from '../article.room.js';
import { acceptance, dismissal, REASONS, restoration, selection } from './claim.deeds.js';
import classes from './claim.panel.module.css';
import { MergeForm, SplitForm } from './shape.forms.js';

interface Props {
  readonly claim: Claim;
  readonly write: ClaimWrite;
}

/** What can be done with the claim as a whole, as far as the server offers it now. */
export function ClaimActions({ claim, write }: Props) {
  const { t } = useTranslation('article');
  const may = (verb: string) => claim.actions.includes(verb);
  if (!['accept', 'restore', 'select', 'dismiss', 'split', 'merge'].some(may)) return null;
  return (
    <div className={classes.actions}>
      {may('accept') && (
        <Action icon={IconCheck} onClick={() => write.run(acceptance(claim))}>
          {t('actions.accept')}
        </Action>
      )}
      {may('restore') && (
        <Action icon={IconArrowBackUp} onClick={() => write.run(restoration(claim))}>
          {t('actions.restore')}
        </Action>
      )}
      {may('select') && <SelectAction claim={claim} write={write} />}
      {may('dismiss') && <DismissMenu claim={claim} write={write} />}
      <ShapeActions claim={claim} write={write} />
    </div>
  );
}

interface ActionProps {
  readonly icon: TablerIcon;
  /** Absent for what the claim waits for. */
  readonly variant?: 'default';
  readonly onClick: () => void;
  readonly children: string;
}

function Action({ icon: Icon, children, ...rest }: ActionProps) {
  return (
    <Button size="xs" leftSection={<Icon size={15} aria-hidden />} {...rest}>
      {children}
    </Button>
  );
}

function SelectAction({ claim, write }: Props) {
  const { t } = useTranslation('article');
  async function select(selected: boolean) {
    const reason = selected ? await askReason(t('actions.selectTitle'), t('reason')) : undefined;
    if (reason !== null) write.run(selection(claim, selected, reason));
  }
  return (
    <Action icon={IconTargetArrow} variant="default" onClick={() => void select(!claim.selected)}>
      {t(claim.selected ? 'actions.deselect' : 'actions.select')}
    </Action>
  );
}

function DismissMenu({ claim, write }: Props) {
  const { t } = useTranslation('article');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconMinus size={15} aria-hidden />}
          rightSection={<IconChevronDown size={13} aria-hidden />}
        >
          {t('actions.dismiss')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {REASONS.map((reason) => (
          <Menu.Item key={reason} onClick={() => write.run(dismissal(claim, reason))}>
            {t(`terms:dismissal.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Makes two claims of one, or one of two; a claim is cut in its words, and so must stand in the text. */
function ShapeActions({ claim, write }: Props) {
  const { t } = useTranslation('article');
  const { open } = useRoom();
  const { sheet } = useAttention();
  const [maySplit, mayMerge] = [claim.actions.includes('split'), claim.actions.includes('merge')];
  return (
    <>
      {maySplit && claim.anchor?.start != null && (
        <Action icon={IconScissors} variant="default" onClick={() => open('split')}>
          {t('split.open')}
        </Action>
      )}
      {mayMerge && (
        <Action icon={IconArrowMerge} variant="default" onClick={() => open('merge')}>
          {t('merge.open')}
        </Action>
      )}
      {sheet === 'split' && maySplit && <SplitForm claim={claim} write={write} />}
      {sheet === 'merge' && mayMerge && <MergeForm claim={claim} write={write} />}
    </>
  );
}
