import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRoom } from './fault-room.js';
import { FaultWriter } from './fault-writer.js';
import type { PatientClient } from './patient-client.js';

/** Lets writers work while `faults` happen, then until each has its last answer. */
export async function underFaults(
  client: PatientClient,
  rooms: readonly FaultRoom[],
  { writers, pauseMs }: { readonly writers: number; readonly pauseMs: number },
  faults: () => Promise<void>,
): Promise<void> {
  let isOver = false;
  client.latestAcknowledgement = performance.now();
  client.longestSilenceMs = 0;
  const before = client.acknowledged.length;
  const work = Promise.allSettled(
    Array.from({ length: writers }, (_, index) =>
      new FaultWriter(client, rooms[index % rooms.length]!, `${before}-${index}`, pauseMs).run(() => isOver),
    ),
  );
  try {
    while (client.acknowledged.length < before + writers && client.violations.length === 0) await sleep(20);
    await faults();
  } finally {
    isOver = true;
    await work;
  }
}

/** Milliseconds until a write begun now is acknowledged. */
export async function timeToWrite(client: PatientClient, room: FaultRoom): Promise<number> {
  const began = performance.now();
  const name = `مصدر بعد العطل ${Math.round(began)}`;
  await client.mutate({
    method: 'POST',
    path: '/sources',
    body: { name, type: 'outlet' },
    by: room.editor,
    roomId: room.id,
  });
  return performance.now() - began;
}
