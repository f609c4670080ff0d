import { readdir, readFile } from 'node:fs/promises'

/** Which of an application's processes: Electron's main one, the office's host, a page, or Chromium's own. */
export type Kind = 'main' | 'host' | 'page' | 'chromium'

/** MiB of an application by kind of process; what several share is counted once (Linux's PSS). NaN elsewhere than on Linux. */
export type Memory = Readonly<Record<Kind, number>>

/** A process and all its descendants, as they are now. */
export async function memoryOf(pid: number): Promise<Memory> {
  const memory = { main: 0, host: 0, page: 0, chromium: 0 }
  if (process.platform !== 'linux') return { ...memory, main: Number.NaN }
  for (const one of await descendants(pid)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '')
    const kib = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
    const command = await readFile(`/proc/${one}/cmdline`, 'utf8').catch(() => '')
    memory[one === pid ? 'main' : kindOf(command)] += kib / 1024
  }
  return memory
}

/** Milliseconds of a processor that a process and its descendants have used, those that ended included. NaN elsewhere than on Linux. */
export async function processorOf(pid: number): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN
  let ticks = 0
  for (const one of await descendants(pid)) {
    const stat = await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '')
    // After the name: its own time in user and system, then that of its ended children (proc(5), 14 to 17).
    const times = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
    ticks += times.reduce((sum, time) => sum + Number(time), 0)
  }
  return ticks * millisecondsATick
}

/** Linux counts processor time in hundredths of a second, on every architecture that we run on. */
const millisecondsATick = 10

/** All of it. */
export const whole = ({ main, host, page, chromium }: Memory): number => main + host + page + chromium

function kindOf(command: string): Kind {
  if (command.includes('--type=renderer')) return 'page'
  return command.includes('node.mojom.NodeService') ? 'host' : 'chromium'
}

async function descendants(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const inTree = (one: number | undefined): boolean =>
    one !== undefined && one > 1 && (one === pid || inTree(parents.get(one)))
  return [...parents.keys()].filter(inTree)
}
