import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../../../shared/contract/ids.ts'
import { writePrivate } from './privateFiles.ts'

/** The host's only clock: instants in milliseconds, UTC. */
export type Clock = { readonly now: () => Instant }

const systemClock: Clock = { now: () => Date.now() as Instant }

/** A clock set to an instant, which then runs. */
function clockSetTo(at: Instant): Clock {
  return clockBehind(Date.now() - at)
}

const clockBehind = (behind: number): Clock => ({ now: () => Math.max(0, Date.now() - behind) as Instant })

/** A training clock, which a guided day sets forward. */
export type TrainingClock = Clock & { readonly moveTo: (at: Instant) => void }

const movable = (first: Clock): TrainingClock => {
  let clock = first
  return {
    now: () => clock.now(),
    moveTo: (at) => {
      clock = clockSetTo(at)
    },
  }
}

/**
 * The office's hour, which never goes back: `at` never decreases in the journal, and a page that read the past would
 * show negative waits. When the wall clock is set back, time goes on at half its speed until the wall clock has caught
 * up: delays still pass, and the hour printed becomes right again.
 * @param recorded the instant of the journal's last event
 * @param elapsed milliseconds that nobody sets
 */
export function steadyClock(
  wall: Clock,
  recorded: () => Instant,
  elapsed: () => number = () => performance.now(),
): Clock {
  let latest = 0
  let at = elapsed()
  return {
    now: () => {
      const passed = elapsed() - at
      at += passed
      const least = Math.max(latest, recorded())
      const now = wall.now()
      latest = now >= least ? now : least + passed / 2
      return Math.floor(latest) as Instant
    },
  }
}

const clockFile = (dir: string) => join(dir, 'clock.json')
/** `from`: the hour that was asked when the site was opened, which it is given back with. */
const ClockFile = z.strictObject({ behind: z.int(), from: z.int().optional() })

/**
 * The clock of this folder: set now, or as it was set before, or the system's. A training clock goes on from start
 * to start: were it back at today's date after a crash, every visit under way and every answer kept for a repeated
 * act would be months old at once, and forgotten.
 */
export function schoolClock(dir: string, at: Instant | undefined): TrainingClock {
  if (at !== undefined) return movable(clockSetTo(at))
  const behind = readClock(clockFile(dir))?.behind
  return movable(behind === undefined ? systemClock : clockBehind(behind))
}

/**
 * Keeps a clock's setting for the next starts.
 * @param from the hour that was asked for the site; the one that is kept, when absent
 * @throws StorageError with the sentence to show
 */
export function keepClock(dir: string, clock: Clock, from = readClock(clockFile(dir))?.from): void {
  const kept = { behind: Date.now() - clock.now(), ...(from !== undefined && { from }) }
  writePrivate(clockFile(dir), `${JSON.stringify(kept)}\n`)
}

/** The clock as the site was opened: at the hour that was asked then, else the system's. @throws StorageError */
export function resetClock(dir: string): void {
  const from = readClock(clockFile(dir))?.from
  if (from === undefined) rmSync(clockFile(dir), { force: true })
  else keepClock(dir, clockSetTo(from as Instant), from)
}

// A broken file only costs the setting: --at gives it again.
function readClock(file: string): z.infer<typeof ClockFile> | undefined {
  try {
    return existsSync(file) ? ClockFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  } catch {
    return undefined
  }
}
