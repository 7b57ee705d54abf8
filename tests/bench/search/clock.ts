/**
 * Starts a watch that tells for how many milliseconds this thread has worked since. Unlike the clock on the wall it does
 * not run while other programs have the core.
 */
export function startWatch(): () => number {
  const started = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000;
  };
}

/** Runs a build and tells what it took this process. */
export function timeBuild(build: () => void): { readonly seconds: number; readonly cpuSeconds: number } {
  const started = performance.now();
  const before = process.cpuUsage();
  build();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
}
