import { uuidv7 } from 'uuidv7'
import type { CoordinationExchange, Elsewhere } from '../../../shared/contract/appointments/coordination.ts'
import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { CommandId, Instant, ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { PreApplicationNote } from '../../../shared/domain/appointments/state.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import type { Part } from '../core/part.ts'
import { hostWho } from '../people/options.ts'
import { coordinationFolder, declarationOf, ownBases, type CoordinationFile } from './coordinationFile.ts'
import type { FollowingOptions } from './following.ts'
import { antsOf, isOwn, type NumberStanding } from './outside/ants.ts'
import { OutsideError } from './outside/problem.ts'
import { addressOf } from './outside/request.ts'
import { toCheck, toSettle, type ToCheck, type ToSettle } from './toCoordinate.ts'

/** Between two tries while the service does not answer, and the longest, in milliseconds. */
const pace = { usual: 60_000, longest: 600_000 }
/** So many tries later: a number that it answers wrongly for, one that it takes no declaration for yet. */
const later = { wrong: 10, notYet: 360 }
/** How long the service has to answer, in milliseconds, and how much it may say, in bytes. */
const answerBounds = { patience: 4_000, longest: 64_000 }
/** What was done is told by one commit for several acts: so long after the last one, in milliseconds. */
const soon = 30
const mostExchanges = 20
const mostElsewhere = 20
/** What the service says of one number, and of no other. */
const ofNumber: readonly OutsideProblem[] = ['unexpectedStatus', 'notFound']

export type CoordinatingOptions = Pick<
  FollowingOptions,
  'dir' | 'office' | 'personal' | 'now' | 'acts' | 'act' | 'log' | 'onChange' | 'every'
>

export type Coordinating = Part & {
  readonly file: () => CoordinationFile | null
  /** @throws StorageError with the sentence to show */
  readonly set: (file: CoordinationFile | null) => Promise<void>
  /** Whether the service answers, asked about a number that nobody has. */
  readonly tried: (file: CoordinationFile) => Promise<OutsideProblem | null>
  /** What a number is worth, once the service says so; null when it does not. Its visit's sheet has it too. */
  readonly checked: (asked: Pick<ToCheck, 'number'> & Partial<ToCheck>) => Promise<NumberStanding | null>
  /** The services whose numbers are checked; null when nothing is set. */
  readonly services: () => readonly ServiceId[] | null
  readonly show: () => Output<'coordination.show'>
}

/** A number that no pre-application has. */
const noNumber = '0000000000'

/**
 * Speaks with the national coordination of titles: checks the numbers of who is there, and declares what the office gives,
 * moves and cancels. What is to be told is computed from the office, and written before it is told: a host that stops tells it
 * again, its status first. One exchange at a time. While the service does not answer nobody waits for it.
 */
export function startCoordinating(options: CoordinatingOptions): Coordinating {
  const { dir, office, personal, now, acts, act, log, onChange, every = pace.usual } = options
  const folder = coordinationFolder(dir, log)
  let file = folder.read()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let left = false
  let exchanges: readonly CoordinationExchange[] = []
  let at: Instant | null = null
  let problem: OutsideProblem | null = null
  let failures = 0
  let nextTry = 0
  /** When a number that was refused is told again. */
  const nextOf = new Map<string, number>()

  const known = () => ({ office: office(), personal: personal() })
  const serviceOf = ({ settings, token }: CoordinationFile) =>
    antsOf({
      url: addressOf(settings.url),
      token: token ?? '',
      meetingPointId: settings.meetingPointId,
      meetingPoint: settings.meetingPoint,
      zone: zoneOf(office()),
      reach: {
        privateAddresses: settings.privateAddresses,
        // Named at the host's own seat alone (`ofHost`).
        thisMachine: settings.privateAddresses,
        ...answerBounds,
        ...authority(),
      },
    })
  const authority = () => {
    const pem = folder.authority()
    return pem === undefined ? {} : { authority: pem }
  }

  /** @throws when it can't be kept: what is not written is not told */
  const keep = async (note: PreApplicationNote) => {
    const kept = await act(hostWho(office()), 'preApplication.keep', {}, uuidv7() as CommandId, undefined, {
      preApplicationNotes: [note],
    })
    if ('code' in kept) throw new Error(kept.code)
  }
  const noted = (what: CoordinationExchange['what'], count: number, why: OutsideProblem | null) => {
    exchanges = [{ at: now(), what, count, problem: why }, ...exchanges].slice(0, mostExchanges)
    log.info('coordination', { exchange: what, count, problem: why })
  }
  const answered = () => {
    at = now()
    problem = null
    failures = 0
    nextTry = 0
  }
  /** @throws what is no answer of the service */
  const failed = (what: CoordinationExchange['what'], error: unknown): OutsideError => {
    if (!(error instanceof OutsideError)) throw error
    noted(what, 0, error.problem)
    if (ofNumber.includes(error.problem)) return error
    problem = error.problem
    failures++
    const wait = Math.min(every * 2 ** Math.min(failures - 1, 8), Math.max(every, pace.longest))
    nextTry = performance.now() + Math.max(wait, error.retryAfter ?? 0)
    return error
  }

  /** The appointments of a number at other places, to come; the one that it has here, told by another software, is none. */
  const elsewhere = (
    of: CoordinationFile,
    { appointments }: NumberStanding,
    here: Instant | null,
  ): Elsewhere[] =>
    appointments
      .filter((one) => !isOwn(ownBases(of, office().officeId), one) && one.startsAt > now())
      .filter(({ startsAt, meetingPoint }) => startsAt !== here || meetingPoint !== of.settings.meetingPoint)
      .slice(0, mostElsewhere)
      .map(({ meetingPoint, startsAt, managementUrl }) => ({ meetingPoint, startsAt, managementUrl }))

  async function check(
    of: CoordinationFile,
    { number, ticketId, appointmentAt = null }: Pick<ToCheck, 'number'> & Partial<ToCheck>,
  ): Promise<NumberStanding | null> {
    try {
      const said = await serviceOf(of).standings([number])
      const { state, ...rest } = said.get(number) ?? { state: 'unknown' as const, appointments: [] }
      answered()
      // Recognised by now, what is given for it can be declared.
      if (state === 'validated') nextOf.delete(number)
      noted('checked', 1, null)
      const standing = { state, appointments: elsewhere(of, { state, ...rest }, appointmentAt) }
      if (ticketId !== undefined) await keep({ number, ticketId, state, elsewhere: standing.appointments })
      return standing
    } catch (error) {
      const { problem: why } = failed('checked', error)
      // An answer for this number alone that can't be read: it is asked again, and the others before it.
      if (ofNumber.includes(why)) nextOf.set(number, performance.now() + every * later.wrong)
      return null
    }
  }

  async function settle(
    of: CoordinationFile,
    { number, wanted, before, noted: isNoted }: ToSettle,
  ): Promise<void> {
    const { officeId } = office()
    // Written before it is told. What is withdrawn keeps its hour until then.
    if (!isNoted) await keep({ number, declared: wanted.length === 0 ? before : wanted, settled: false })
    const what = wanted.length === 0 ? 'withdrawn' : 'declared'
    try {
      const { state } = await serviceOf(of).settle(
        number,
        ownBases(of, officeId),
        wanted.map((one) => declarationOf(of, officeId, number, one)),
        now(),
      )
      answered()
      if (state !== 'validated' && wanted.length > 0) {
        // Not finished yet, or used: it may be recognised by then.
        nextOf.set(number, performance.now() + every * later.notYet)
        noted('checked', 1, null)
        return
      }
      nextOf.delete(number)
      noted(what, 1, null)
      await keep({ number, declared: wanted, settled: true })
    } catch (error) {
      const { problem: why } = failed(what, error)
      if (ofNumber.includes(why)) nextOf.set(number, performance.now() + every * later.wrong)
    }
  }

  const due = ({ number }: { readonly number: string }) => (nextOf.get(number) ?? 0) <= performance.now()
  /** Who is there comes first. */
  const nextJob = (of: CoordinationFile): (() => Promise<unknown>) | undefined => {
    if (performance.now() < nextTry) return undefined
    const { services } = of.settings
    const toAsk = toCheck(known(), services).find(due)
    if (toAsk) return () => check(of, toAsk)
    const toTell = toSettle(known(), services, now()).find(due)
    return toTell && (() => settle(of, toTell))
  }

  async function turn(): Promise<void> {
    try {
      for (;;) {
        const of = file
        const job = left || of === null || !acts() ? undefined : nextJob(of)
        if (job === undefined) break
        await job()
      }
    } catch (error) {
      if (!left) log.fault('coordination', error)
      nextTry = performance.now() + pace.longest
    }
    onChange()
  }
  function begin(): void {
    beginsAt = Infinity
    if (running !== null || left || file === null) return
    clearTimeout(timer)
    running = turn().finally(() => {
      running = null
      // What was asked while it ended, or is due again: looked at once more.
      again(Math.min(every, Math.max(soon, nextTry - performance.now())))
    })
  }
  let beginsAt = Infinity
  /** Looks at what is due after so long, or sooner where that was said: acts without a pause put nothing off. */
  const again = (wait: number) => {
    const then = performance.now() + wait
    if (file === null || left || then >= beginsAt) return
    beginsAt = then
    clearTimeout(timer)
    timer = setTimeout(begin, wait)
  }

  again(0)
  return {
    file: () => file,
    set: async (next) => {
      folder.write(next)
      file = next
      exchanges = []
      ;[at, problem, failures, nextTry] = [null, null, 0, 0]
      nextOf.clear()
      // The place or its page may have another name: what is declared is told again, and stays as it is where it is the same.
      if (next !== null)
        for (const { number, declared } of personal().preApplications.values())
          if (declared.length > 0) await keep({ number, settled: false })
      onChange()
      again(0)
    },
    tried: async (of) => {
      try {
        await serviceOf(of).standings([noNumber])
        return null
      } catch (error) {
        if (!(error instanceof OutsideError)) throw error
        return error.problem
      }
    },
    checked: async (asked) => (file === null || !acts() ? null : check(file, asked)),
    services: () => file?.settings.services ?? null,
    show: () => ({
      coordination: file?.settings ?? null,
      hasToken: file?.token != null,
      at,
      problem,
      waiting: file === null ? 0 : toSettle(known(), file.settings.services, now()).length,
      exchanges: [...exchanges],
    }),
    committed: () => {
      if (file !== null && running === null)
        again(Math.max(soon, Math.min(every, nextTry - performance.now())))
    },
    stop: async () => {
      left = true
      clearTimeout(timer)
      await running
    },
  }
}
