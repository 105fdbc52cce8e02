import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconDots,
  IconFilePlus,
  IconFileText,
  IconFolder,
  IconHistory,
  IconScan,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.query.js';
import { formatNumber } from '../../text/numerals.js';
import classes from './article.head.module.css';
import { useRelations, useRoom, type View } from './article.room.js';
import { BalanceItem } from './balance.item.js';
import { OriginsChip } from './origins/origins.chip.js';
import { useCoverageCounts } from './text/coverage.js';

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly covers: boolean;
  readonly onCovers: (covers: boolean) => void;
}

/** The ways to look at an article; pressed again, each leads back to its text. */
export function ArticleViews({ view, onView, covers, onCovers }: Props) {
  const { t, i18n } = useTranslation('article');
  const { article } = useRoom();
  const waiting = article.gate.filter(({ status }) => status === 'unsatisfied').length;
  const turn = (to: View) => () => onView(view === to ? 'text' : to);
  return (
    <nav className={classes.views} aria-label={t('views.label')}>
      {/* comes last, and stands where it moves nothing: first at the line's end, last where the line begins */}
      <span className={classes.late}>
        <OriginsChip pressed={view === 'carriers'} onOpen={turn('carriers')} />
      </span>
      <CoverageButton covers={covers} onCovers={onCovers} />
      <ViewButton icon={IconShieldCheck} pressed={view === 'gate'} onTurn={turn('gate')}>
        {t('views.gate')}
        {waiting > 0 && <span className={classes.badge}>{formatNumber(waiting, i18n.language)}</span>}
      </ViewButton>
      <ViewButton icon={IconHistory} pressed={view === 'revisions'} onTurn={turn('revisions')}>
        {t('views.revision', { number: formatNumber(article.revisionNumber, i18n.language) })}
      </ViewButton>
      <MoreWays onView={onView} />
    </nav>
  );
}

interface ButtonProps {
  readonly icon: TablerIcon;
  readonly pressed: boolean;
  readonly onTurn: () => void;
  readonly children: ReactNode;
}

function ViewButton({ icon: Icon, pressed, onTurn, children }: ButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? undefined : 'gray'}
      leftSection={<Icon size={15} aria-hidden />}
      aria-pressed={pressed}
      onClick={onTurn}
    >
      {children}
    </Button>
  );
}

/** Shows what nobody has touched, within the text; how much that is stands on the button. */
function CoverageButton({ covers, onCovers }: Pick<Props, 'covers' | 'onCovers'>) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const counts = useCoverageCounts(article, covers);
  return (
    <Tooltip label={t('views.coverageHint')}>
      <Button
        size="compact-sm"
        variant={covers ? 'light' : 'subtle'}
        color={covers ? undefined : 'gray'}
        leftSection={<IconScan size={15} aria-hidden />}
        aria-pressed={covers}
        onClick={() => onCovers(!covers)}
      >
        {t('views.coverage')}
        {counts && ` · ${t('views.untouched', { count: counts.open })}`}
      </Button>
    </Tooltip>
  );
}

/** What is seldom wanted, as far as one may. */
function MoreWays({ onView }: Pick<Props, 'onView'>) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const may = useMay();
  const relations = useRelations();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon className={classes.more} aria-label={t('views.more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('createRevision', relations) && (
          <Menu.Item leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => onView('revise')}>
            {t('views.revise')}
          </Menu.Item>
        )}
        {may('balanceAssignments') && <BalanceItem />}
        {may('createReport') && (
          <Menu.Item
            leftSection={<IconFileText size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/reports" search={{ article: article.id }} {...props} />}
          >
            {t('views.report')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconFolder size={16} aria-hidden />} onClick={() => onView('file')}>
          {t('views.file')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
