import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconChevronRight,
  IconDots,
  IconFilePlus,
  IconFileText,
  IconFolder,
  IconHistory,
  IconKeyboard,
  IconScan,
  IconShieldCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../../claim/progress.bar.js';
import { useMay, useMe } from '../../session/session.query.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { formatNumber } from '../../text/numerals.js';
import classes from './article.head.module.css';
import { useRoom, type View } from './article.room.js';
import { BalanceItem } from './balance.item.js';
import { EditArticle } from './edit/edit.article.js';
import { OriginsChip } from './origins/origins.chip.js';
import { useCoverageCounts } from './text/coverage.js';

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly covers: boolean;
  readonly onCovers: (covers: boolean) => void;
  readonly onHelp: () => void;
}

/** The article's name and standing, and the ways to look at it; stays in sight while the text moves. */
export const ArticleHead = memo(function ({ view, onView, covers, onCovers, onHelp }: Props) {
  const { t, i18n } = useTranslation('article');
  const { article, gender } = useRoom();
  const { member } = useMe();
  const may = useMay();
  const head = useRef<HTMLElement>(null);
  useHeightForOthers(head);
  const counts = useCoverageCounts(article, covers);
  const relations = article.authorIds.includes(member.id) ? (['own-article'] as const) : [];
  const waiting = article.gate.filter(({ status }) => status === 'unsatisfied').length;

  return (
    <header ref={head} className={classes.head}>
      <div className={classes.line}>
        <Link to="/desk" className={classes.back}>
          {t('toDesk')}
        </Link>
        <IconChevronRight size={14} className={classes.arrow} aria-hidden />
        <h1 className={classes.title} lang={article.language}>
          <Foreign>{article.title}</Foreign>
        </h1>
        <span className={classes.state} data-state={article.state}>
          {t(`terms:articleState.${article.kind}.${article.state}`)}
        </span>
        {article.legalHold && (
          <span className={classes.state} data-state="held">
            {t('held')}
          </span>
        )}
        {may('updateArticle', relations) && <EditArticle />}
        <Tooltip label={t('commands.help')}>
          <ActionIcon onClick={onHelp} aria-label={t('commands.help')}>
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.line}>
        <p className={classes.about}>
          {t(`terms:articleKind.${article.kind}`)}
          {article.outlet && (
            <>
              {' · '}
              <Foreign>{article.outlet}</Foreign>
            </>
          )}
          {article.dueAt && (
            <>
              {' · '}
              {t('terms:due.on')} <Moment at={article.dueAt} />
            </>
          )}
        </p>
        <div className={classes.progress}>
          <ProgressBar progress={article.progress} gender={gender} />
        </div>
        <nav className={classes.views} aria-label={t('views.label')}>
          {/* comes last, and stands where it moves nothing: first at the line's end, last where the line begins */}
          <span className={classes.late}>
            <OriginsChip
              pressed={view === 'carriers'}
              onOpen={() => onView(view === 'carriers' ? 'text' : 'carriers')}
            />
          </span>
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
          <Button
            size="compact-sm"
            variant={view === 'gate' ? 'light' : 'subtle'}
            color={view === 'gate' ? undefined : 'gray'}
            leftSection={<IconShieldCheck size={15} aria-hidden />}
            aria-pressed={view === 'gate'}
            onClick={() => onView(view === 'gate' ? 'text' : 'gate')}
          >
            {t('views.gate')}
            {waiting > 0 && <span className={classes.badge}>{formatNumber(waiting, i18n.language)}</span>}
          </Button>
          <Button
            size="compact-sm"
            variant={view === 'revisions' ? 'light' : 'subtle'}
            color={view === 'revisions' ? undefined : 'gray'}
            leftSection={<IconHistory size={15} aria-hidden />}
            aria-pressed={view === 'revisions'}
            onClick={() => onView(view === 'revisions' ? 'text' : 'revisions')}
          >
            {t('views.revision', { number: formatNumber(article.revisionNumber, i18n.language) })}
          </Button>
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
        </nav>
      </div>
    </header>
  );
});

/** Lets what sticks below know how much room is taken. */
function useHeightForOthers(head: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = head.current;
    if (!element) return;
    const watcher = new ResizeObserver(() =>
      element.parentElement?.style.setProperty('--head-height', `${element.offsetHeight}px`),
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [head]);
}
