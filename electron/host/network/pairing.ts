import { randomBytes, randomInt, createHash } from 'node:crypto'
import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import type { PairBegin, PairBegun, PairFinish } from '../../../shared/contract/network/pairing.ts'
import type {
  PairedRole,
  PairingEnd,
  PairingNow,
  Pin,
  StationFacts,
  StationPlace,
  TokenHash,
} from '../../../shared/contract/network/calls.ts'
import { begin, keyOf, proofsOf, sameBytes } from '../../lan/cpace.ts'

/** A code is worth two minutes and five tries, whoever tries; a link fifteen minutes and one opening. Milliseconds. */
export const codeWorth = { milliseconds: 120_000, tries: 5 }
const linkWorth = 15 * 60_000
/** An address that spent so many codes' tries waits before another, in milliseconds. */
const strayed = { tries: 5, wait: 600_000 }
const day = 86_400_000
/** Addresses remembered at most: beyond, the oldest is forgotten. */
const mostAddresses = 1000

/** Why a pairing goes no further. */
export type PairingRefusal = 'pairingClosed' | 'pairingCodeWrong' | 'pairingTooManyTries' | 'linkUsed'

/** A station that proved its code, or a browser that opened its link: its facts, and the token that it alone will have. */
export type NewStation = {
  readonly facts: StationFacts
  readonly token: string
  readonly tokenHash: TokenHash
}

export type Pairing = {
  readonly now: () => PairingNow | null
  readonly last: () => PairingEnd | null
  /** Opens for one station, in place of what was open. */
  readonly openCode: (role: PairedRole, place: StationPlace) => void
  readonly openLink: (role: PairedRole, place: StationPlace, days: number, origins: readonly string[]) => void
  readonly close: () => void
  /** A station's first message, from this address: one try, whatever follows. */
  readonly begin: (
    address: string,
    message: PairBegin,
    pin: Pin,
  ) => PairBegun | { readonly code: PairingRefusal }
  readonly finish: (message: PairFinish) => NewStation | { readonly code: PairingRefusal }
  /** Whether a link's secret is the one that waits, and for what. */
  readonly linked: (secret: string) => { readonly place: StationPlace } | undefined
  readonly openedLink: (secret: string) => NewStation | { readonly code: PairingRefusal }
  /** What ended by its time. */
  readonly tick: () => void
  /** The station was noted in the journal, or it was not. */
  readonly paired: (stationId: StationId) => void
  readonly notNoted: () => void
}

type Open = {
  readonly role: PairedRole
  readonly place: StationPlace
  readonly until: Instant
  readonly code: string | null
  readonly link: {
    readonly secret: string
    readonly days: number
    readonly origins: readonly string[]
  } | null
  tries: number
  /** The exchanges begun, by their number: what the station must prove. */
  readonly exchanges: Map<string, Buffer>
}

export type PairingOptions = {
  readonly now: () => Instant
  readonly newId: () => string
  readonly onChange: () => void
  /** A code's eight digits, or a test's. */
  readonly newCode?: () => string
}

/** The pairing that waits, if any. Nothing of it is kept: a restart closes it. */
export function startPairing({ now, newId, onChange, newCode = randomCode }: PairingOptions): Pairing {
  let open: Open | null = null
  let last: PairingEnd | null = null
  const strays = new Map<string, { tries: number; until: number }>()

  const note = (outcome: PairingEnd['outcome'], stationId: StationId | null) => {
    last = { outcome, stationId, at: now() }
    onChange()
  }
  const end = (outcome: PairingEnd['outcome']) => {
    open = null
    note(outcome, null)
  }
  const current = (): Open | null => {
    if (open && open.until <= now()) end('expired')
    return open
  }

  const stray = (address: string) => {
    const entry = strays.get(address)
    strays.delete(address)
    strays.set(address, {
      tries: (entry && entry.until > now() ? entry.tries : 0) + 1,
      until: now() + strayed.wait,
    })
    if (strays.size > mostAddresses) strays.delete(strays.keys().next().value!)
  }
  const mayTry = (address: string): boolean => {
    const entry = strays.get(address)
    return entry === undefined || entry.until <= now() || entry.tries < strayed.tries
  }

  const newStation = ({ role, place, link }: Open): NewStation => {
    const token = randomBytes(32).toString('base64url')
    return {
      facts: {
        stationId: newId() as StationId,
        role,
        place,
        kind: link ? 'browser' : 'program',
        until: link ? ((now() + link.days * day) as Instant) : null,
      },
      token,
      tokenHash: hashOf(token),
    }
  }

  return {
    now: () => {
      const waiting = current()
      if (!waiting) return null
      const { role, place, code, link, until, tries } = waiting
      const links = link ? link.origins.map((origin) => `${origin}/lien/${link.secret}`) : []
      return { role, place, code, links, until, tries }
    },
    last: () => last,
    openCode: (role, place) => {
      const until = (now() + codeWorth.milliseconds) as Instant
      open = { role, place, until, code: newCode(), link: null, tries: codeWorth.tries, exchanges: new Map() }
      onChange()
    },
    openLink: (role, place, days, origins) => {
      const until = (now() + linkWorth) as Instant
      const link = { secret: randomBytes(32).toString('base64url'), days, origins }
      open = { role, place, until, code: null, link, tries: 1, exchanges: new Map() }
      onChange()
    },
    close: () => {
      if (current()) end('closed')
    },
    begin: (address, { exchange, share }, pin) => {
      if (!mayTry(address)) return { code: 'pairingTooManyTries' }
      const waiting = current()
      if (!waiting || waiting.code === null) return { code: 'pairingClosed' }
      if (waiting.tries === 0) return { code: 'pairingTooManyTries' }
      // A try is counted before any computation, for every caller: no order of messages gives a sixth try.
      waiting.tries--
      stray(address)
      onChange()
      const shared = {
        code: waiting.code,
        channel: Buffer.from(pin),
        exchange: Buffer.from(exchange, 'base64url'),
      }
      const part = begin(shared)
      const theirs = Buffer.from(share, 'base64url')
      const key = keyOf(shared, part, theirs, 'responder')
      if (!key || waiting.exchanges.has(exchange)) return { code: 'pairingCodeWrong' }
      const proofs = proofsOf(shared, key, part, theirs, 'responder')
      waiting.exchanges.set(exchange, proofs.theirs)
      return {
        share: Buffer.from(part.share).toString('base64url'),
        proof: proofs.ours.toString('base64url'),
      }
    },
    finish: ({ exchange, proof }) => {
      const waiting = current()
      if (!waiting) return { code: 'pairingClosed' }
      const expected = waiting.exchanges.get(exchange)
      // Each exchange is finished once.
      waiting.exchanges.delete(exchange)
      if (!expected || !sameBytes(Buffer.from(proof, 'base64url'), expected)) {
        if (waiting.tries === 0 && waiting.exchanges.size === 0) end('tooManyTries')
        return { code: 'pairingCodeWrong' }
      }
      const station = newStation(waiting)
      // Used once, whatever becomes of the answer.
      open = null
      return station
    },
    linked: (secret) => {
      const waiting = current()
      return waiting?.link && sameText(waiting.link.secret, secret) ? { place: waiting.place } : undefined
    },
    openedLink: (secret) => {
      const waiting = current()
      if (!waiting?.link || !sameText(waiting.link.secret, secret)) return { code: 'linkUsed' }
      const station = newStation(waiting)
      open = null
      return station
    },
    tick: () => {
      const waiting = current()
      // The tries are spent and nobody is between its two messages any more: the page stops showing a dead code.
      if (waiting?.code !== null && waiting?.tries === 0 && waiting.exchanges.size === 0) end('tooManyTries')
    },
    paired: (stationId) => {
      // The tries of the station that was paired were no stray ones.
      strays.clear()
      // What was opened for the next station, while this one was noted, stays open.
      note('paired', stationId)
    },
    notNoted: () => note('notNoted', null),
  }
}

const randomCode = (): string => String(randomInt(100_000_000)).padStart(8, '0')

/** A token as the journal keeps it. */
export const hashOf = (token: string): TokenHash =>
  createHash('sha256').update(token).digest('base64url') as TokenHash

const sameText = (one: string, other: string): boolean => sameBytes(Buffer.from(one), Buffer.from(other))
