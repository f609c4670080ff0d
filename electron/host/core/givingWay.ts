import { spawnSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** util-linux: every distribution has it there. */
const policyProgram = '/usr/bin/chrt'
/** What a thread keeps of the processor when an act comes, in nanoseconds: the least that the system grants. */
const slice = 100_000

/**
 * Has the thread that calls it give way to the others, on Linux, where a priority and a slice are a thread's own (sched(7)).
 * A low priority is not enough: since Linux 6.6 whoever runs keeps the processor to the end of its slice, 3 ms, even when an
 * act comes. Since 6.12 a thread may ask for shorter ones, which Node does not: util-linux's program does, from its 2.41. Where
 * the system grants one or the other to nobody, or isn't Linux, the thread works all the same.
 * @param niceness 19 has next to nothing of a machine that is never idle; 10 has a tenth of a share
 */
export function giveWay(niceness: 10 | 19): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(niceness)
    const args = ['--other', '--sched-runtime', String(slice), '--pid', '0', ownThread()]
    spawnSync(policyProgram, args, { stdio: 'ignore' })
  } catch {
    // A service may be kept from both (systemd's `@resources`): what the thread does matters more than when.
  }
}

/** The number by which the system knows this thread. */
const ownThread = (): string => readlinkSync('/proc/thread-self').split('/').at(-1)!
