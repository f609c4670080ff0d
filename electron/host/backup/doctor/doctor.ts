import type { DoctorFinding } from '../../../../shared/contract/backup/doctor.ts'
import type { Instant } from '../../../../shared/contract/ids.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { apart } from '../../core/apart.ts'
import type { Log } from '../../core/log.ts'
import { workerProgram } from '../program.ts'
import type { ThreadOrder, ThreadSays } from '../thread.ts'

type Found = Output<'doctor.get'>

/** Milliseconds during which what was found is still said. */
const kept = 600_000
/** A journal of years is read whole: so long, and so much memory, at most. */
const bounds = { milliseconds: 120_000, megabytes: 512 } as const
/** Findings said at most. */
const most = 40

/** What examines this host's folder when it is asked, one examination at a time, never in the thread that answers. */
export type Doctor = {
  /** @param again whatever was found lately, examine now */
  readonly find: (again: boolean) => Promise<Found>
  readonly stop: () => void
}

/**
 * @param dir the folder of the office
 * @param now the host's clock; what lies in the folder is compared with the machine's own
 */
export function startDoctor(dir: string, now: () => Instant, log: Log): Doctor {
  const leaving = new AbortController()
  let last: Found | undefined
  let running: Promise<Found> | undefined

  async function examine(): Promise<Found> {
    const data: ThreadOrder = { examine: dir }
    const outcome = await apart<ThreadSays>({
      program: workerProgram(),
      data,
      ...bounds,
      leaving: leaving.signal,
    }).catch((error: unknown) => {
      log.fault('doctor', error)
      return undefined
    })
    const says = outcome && 'done' in outcome ? outcome.done : undefined
    last =
      says && 'found' in says
        ? { at: now(), findings: says.found.flatMap(toMend).slice(0, most) }
        : { at: null, findings: [] }
    return last
  }

  return {
    find: async (again) => {
      if (!again && last?.at != null && now() - last.at < kept) return last
      running ??= examine().finally(() => (running = undefined))
      return running
    },
    stop: () => leaving.abort(),
  }
}

const toMend = ({
  code,
  level,
  sentence,
}: {
  readonly code: string
  readonly level: DoctorFinding['level'] | 'fine'
  readonly sentence: string
}): readonly DoctorFinding[] => (level === 'fine' ? [] : [{ code, level, sentence }])
