import { uuidv7 } from 'uuidv7'
import type { CommandId, Instant } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { PartnerId } from '../../../shared/contract/partners/calls.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { toGiveBack } from '../../../shared/domain/partners/wanted.ts'
import type { PlaceRequest } from '../../../shared/domain/partners/state.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import type { Log } from '../core/log.ts'
import { hostWho } from '../people/options.ts'
import type { PlaceAct } from './asking.ts'
import { callOffice, type Called } from './call.ts'
import { isFlawed, partnersOf } from './partners.ts'

export type GivingBackOptions = {
  readonly dir: string
  readonly office: () => Office
  /** Whether this machine acts: one that follows leaves it to its host. */
  readonly acts: () => boolean
  readonly now: () => Instant
  readonly act: PlaceAct
  readonly log: Log
}

export type GivingBack = {
  /** Something was stored: there may be a place to give back. */
  readonly committed: () => void
  /** Gives back now what is to be, of one office. Never rejects. */
  readonly now: (partnerId: PartnerId) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Milliseconds between two tries, while an office does not answer: the first, and the longest. */
const pace = { first: 2000, longest: 60_000 }

type How = Input<'partners.noteReturn'>['how']

/** Undefined: nobody answered, and it is tried again. */
function ended(called: Called): How | undefined {
  if ('unreachable' in called) return undefined
  if (!('code' in called)) return 'returned'
  // Away, busy or starting: said to be tried again. What another version does not know is no more to be given back to it.
  if (
    [
      'storageAway',
      'storageFull',
      'closing',
      'fault',
      'following',
      'followerAway',
      'readOnly',
      'tooManyCalls',
      'tooOften',
      'timeout',
    ].includes(called.code)
  )
    return undefined
  return called.code === 'placeUsed' ? 'used' : 'refused'
}

/**
 * Gives back to other offices the places that nobody wants any more: an answer that was lost, a person who goes elsewhere, a
 * request that ends otherwise. It is in the journal, so that a host that starts again goes on; each is tried until its office
 * answers, or until its day is over.
 */
export function startGivingBack({ dir, office, acts, now, act, log }: GivingBackOptions): GivingBack {
  let stopped = false
  let wait = pace.first
  let timer: NodeJS.Timeout | undefined
  /** One office's at a time: one that is silent keeps no other waiting. */
  const turns = new Map<PartnerId, Promise<boolean>>()

  const due = (): readonly PlaceRequest[] => {
    const state = office()
    // Asked after each act: most offices never ask another one.
    if (state.partners.asked.isEmpty()) return []
    return acts() && state.settings !== null ? toGiveBack(state, dateIn(zoneOf(state), now())) : []
  }

  async function one({ requestId, partnerId }: PlaceRequest): Promise<boolean> {
    const partners = partnersOf(dir)
    const partner = isFlawed(partners) ? undefined : partners.find(({ id }) => id === partnerId)
    if (!partner) return false
    const how = ended(await callOffice(partner, 'partners.withdrawPlace', { requestId }, uuidv7()))
    if (how === undefined) return false
    log.info('placeReturned', { partnerId, how })
    await act(hostWho(office()), 'partners.noteReturn', { requestId, how }, uuidv7() as CommandId)
    return true
  }

  /** Whether all of an office's went back; where it does not answer, the others of it wait for the next try. */
  const all = async (partnerId: PartnerId): Promise<boolean> => {
    for (const request of due().filter((each) => each.partnerId === partnerId))
      if (stopped || !(await one(request))) return false
    return true
  }
  const inTurn = (partnerId: PartnerId): Promise<boolean> => {
    const mine = (turns.get(partnerId) ?? Promise.resolve(true))
      .then(() => all(partnerId))
      .catch((error: unknown) => {
        log.fault('placeReturned', error)
        return false
      })
    turns.set(partnerId, mine)
    return mine
  }
  const offices = () => [...new Set(due().map(({ partnerId }) => partnerId))]

  const later = (ms: number) => {
    if (stopped || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      void Promise.all(offices().map(inTurn)).then((whole) => {
        wait = whole.every(Boolean) ? pace.first : Math.min(wait * 2, pace.longest)
        if (due().length > 0) later(wait)
      })
    }, ms)
    timer.unref()
  }

  return {
    committed: () => {
      if (due().length > 0) later(0)
    },
    now: async (partnerId) => {
      if (offices().includes(partnerId)) await inTurn(partnerId)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await Promise.all(turns.values())
    },
  }
}
