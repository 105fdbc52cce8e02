// Every row of the benchmark, in the order they run. A new row is one more entry; what a row is, README.md says.
import { row as claimList } from './p1-claim-list.mjs';
import { row as verdict } from './p2-verdict.mjs';

export const ROWS = [claimList, verdict];
