/**
 * The worker's program: its source under Node, what the build made of it beside the host's own file in the desktop
 * application, where this very line may be in a chunk.
 */
export const workerProgram = (here = import.meta.url): URL => {
  if (here.endsWith('.ts')) return new URL('./worker.ts', here)
  return new URL(here.includes('/chunks/') ? '../backup.js' : './backup.js', here)
}
