import { Foundation1795000000001 } from './0001-foundation.js';
import { Matching1795000000002 } from './0002-matching.js';
import { Desk1795000000003 } from './0003-desk.js';
import { Publication1795000000004 } from './0004-publication.js';
import { RoundTrips1795000000005 } from './0005-round-trips.js';
import { HostMemory1795000000006 } from './0006-host-memory.js';
import { Export1795000000007 } from './0007-export.js';
import { DeskTime1795000000010 } from './0010-desk-time.js';
import { TermOrder1795000000013 } from './0013-term-order.js';
import { SecondFactor1795000000015 } from './0015-second-factor.js';
import { DemandedFactor1795000000016 } from './0016-demanded-factor.js';
import { ArchiveLanguage1795000000021 } from './0021-archive-language.js';
import { HeldPostings1795000000022 } from './0022-held-postings.js';
import { Webhooks1795000000023 } from './0023-webhooks.js';

/** In the order they run; a migration that has been released is never edited. */
export const MIGRATIONS = [
  Foundation1795000000001,
  Matching1795000000002,
  Desk1795000000003,
  Publication1795000000004,
  RoundTrips1795000000005,
  HostMemory1795000000006,
  Export1795000000007,
  DeskTime1795000000010,
  TermOrder1795000000013,
  SecondFactor1795000000015,
  DemandedFactor1795000000016,
  ArchiveLanguage1795000000021,
  HeldPostings1795000000022,
  Webhooks1795000000023,
];
