import { Link, useParams } from '@tanstack/react-router';
import type { OperationId } from '#domain';
import { type ComponentType, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../../frame/screen.header.js';
import { useMay } from '../../session/session.query.js';
import { NoPermission } from '../../state/states.js';
import { AccountSettings } from './account.settings.js';
import { DeskSettings } from './desk.settings.js';
import { MemberSettings } from './member.settings.js';
import { PolicySettings } from './policy.settings.js';
import { ScaleSettings } from './scale.settings.js';
import { TokenSettings } from './token.settings.js';
import { WebhookSettings } from './webhook/webhook.settings.js';
import classes from './settings.module.css';

interface Part {
  readonly key: string;
  readonly operation?: OperationId;
  readonly Screen: ComponentType;
}

const PARTS: readonly Part[] = [
  { key: 'account', Screen: AccountSettings },
  { key: 'policy', operation: 'getNewsroom', Screen: PolicySettings },
  { key: 'scale', operation: 'getNewsroom', Screen: ScaleSettings },
  { key: 'members', operation: 'listMembers', Screen: MemberSettings },
  { key: 'desks', operation: 'listDesks', Screen: DeskSettings },
  { key: 'tokens', operation: 'listTokens', Screen: TokenSettings },
  { key: 'webhooks', operation: 'listWebhooks', Screen: WebhookSettings },
];

/** Everything that is set rather than worked on: mine, and the newsroom's. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const may = useMay();
  const { part = 'account' }: { part?: string } = useParams({ strict: false });
  const open = PARTS.filter(
    ({ operation }) => operation === undefined || may(operation, ['self', 'own-or-service-token']),
  );
  const chosen = open.find(({ key }) => key === part);
  const parts = useRef<HTMLElement>(null);
  useEffect(() => {
    // on a phone the chosen one may lie beyond the edge
    parts.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [part]);
  return (
    <>
      <ScreenHeader title={t('title')} about={t(`parts.${chosen?.key ?? 'account'}`)} />
      <nav ref={parts} className={classes.parts} aria-label={t('title')}>
        {open.map(({ key }) => (
          <Link key={key} to="/settings/$part" params={{ part: key }} aria-current={key === part ? 'page' : undefined}>
            {t(`parts.${key}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>{chosen ? <chosen.Screen /> : <NoPermission />}</div>
    </>
  );
}
