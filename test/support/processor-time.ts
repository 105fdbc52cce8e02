/** What the processor spent on some work in this process, ms: a machine that is busy with other things changes little of it. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
