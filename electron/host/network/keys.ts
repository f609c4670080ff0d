import { createPublicKey, createHash } from 'node:crypto'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { NetworkSettings, Pin } from '../../../shared/contract/network/calls.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { newKey, officeCertificate, ownCertificate, type Credentials } from './certificate.ts'
import type { NetworkFile, NetworkFolder } from './folder.ts'

/** Milliseconds in a day. */
const day = 86_400_000
/** The host's own certificate is made again so long before its end, at night; whatever the hour in its last days. */
const renewBefore = 30 * day
const renewAtOnce = 3 * day
/** Nights: minutes since midnight in the office's zone. */
const night = { from: 120, to: 300, change: 180 }
/** A key that no station knows yet answers at the next night that is so far ahead at least. */
const notice = 12 * 3_600_000

/** The keys that this host answers with: its own and its next one, or those of the office's certificate. */
export type Keys = {
  /** What the door serves; null before `ready`. */
  readonly served: () => Credentials | null
  readonly coming: () => NetworkFile['coming']
  /** What is wrong with the office's certificate, when it can't serve. */
  readonly problem: () => string | null
  /** All the keys that the host answers with, now or next. */
  readonly pins: () => readonly Pin[]
  /** Makes what is missing, for these names and addresses. @throws StorageError */
  readonly ready: (names: readonly string[]) => Promise<void>
  /** Renews what ends, takes in the office's files that changed, changes key when its time has come. True when something changed. */
  readonly tick: (names: readonly string[]) => Promise<boolean>
  /** Answers with the next key at once: it was announced with the first. */
  readonly change: (names: readonly string[]) => Promise<void>
  /**
   * The office's certificate, or null for the host's own.
   * @param known a station is paired: a key that it doesn't know is announced first
   * @returns what is wrong with the files, in French
   */
  readonly use: (
    files: NetworkSettings['certificate'],
    known: boolean,
    names: readonly string[],
  ) => Promise<string | null>
}

export type KeysOptions = {
  readonly folder: NetworkFolder
  readonly state: () => NetworkFile
  readonly save: (change: Partial<NetworkFile>) => void
  readonly now: () => number
  readonly zone: () => string
}

/** The keys of this host, from its folder: none is made before `ready`. */
export function startKeys({ folder, state, save, now, zone }: KeysOptions): Keys {
  let problem: string | null = null

  const served = () => {
    const { served: pin } = state()
    return pin === null ? null : (folder.credentials(pin) ?? null)
  }
  const pins = () => {
    const { served: first, coming, next } = state()
    return [first, coming?.pin ?? null, next].filter((pin) => pin !== null)
  }
  const pinOfKey = (key: string): Pin =>
    createHash('sha256')
      .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
      .digest('base64url') as Pin
  const ownKey = (): Pin => {
    const key = newKey()
    const pin = pinOfKey(key)
    folder.keepKey(pin, key)
    return pin
  }
  const settle = (change: Partial<NetworkFile>) => {
    save(change)
    folder.keepOnly(pins())
  }
  /** A new certificate of the host's own for a key that it has; another key when that one is gone. */
  const certify = async (pin: Pin | null, names: readonly string[]): Promise<Pin> => {
    const sure = pin !== null && folder.key(pin) !== undefined ? pin : ownKey()
    folder.keepCredentials(await ownCertificate(folder.key(sure)!, names, now()))
    return sure
  }

  /** The next own key answers, and another is made to come after it. */
  const toNext = async (names: readonly string[]) => {
    const pin = await certify(state().next, names)
    settle({ served: pin, next: ownKey(), coming: null })
  }

  const ready = async (names: readonly string[]) => {
    const { served: pin, next, settings } = state()
    if (pin === null || folder.key(pin) === undefined) return toNext(names)
    if (settings.certificate === null) {
      const held = folder.credentials(pin)
      if (!held || held.until <= now() || names.some((name) => !covers(held, name))) await certify(pin, names)
    }
    if (next === null || folder.key(next) === undefined) settle({ next: ownKey() })
  }

  /** Takes the office's files as they are: at once when their key is already known, or when no station has to be notified. */
  const takeFiles = (files: NonNullable<NetworkSettings['certificate']>, known: boolean): boolean => {
    const read = officeCertificate(files, now())
    problem = 'problem' in read ? read.problem : null
    if ('problem' in read) return false
    const { credentials } = read
    const { served: pin, coming } = state()
    const before = folder.credentials(credentials.pin)
    if (before?.chain === credentials.chain && (pin === before.pin || coming?.pin === before.pin))
      return false
    folder.keepCredentials(credentials)
    if (pin !== credentials.pin)
      settle(
        known && pin !== null
          ? { coming: { pin: credentials.pin, at: nextNight(zone(), now()) } }
          : { served: credentials.pin, coming: null },
      )
    return true
  }

  return {
    served,
    coming: () => state().coming,
    problem: () => problem,
    pins,
    ready,
    change: toNext,
    use: async (files, known, names) => {
      if (files !== null) {
        takeFiles(files, known)
        return problem
      }
      problem = null
      // Stations always know the next own key: going back to it needs no notice.
      if (state().settings.certificate !== null) await toNext(names)
      return null
    },
    tick: async (names) => {
      const { settings, coming, served: pin } = state()
      const at = now()
      if (coming !== null && coming.at <= at && folder.credentials(coming.pin)) {
        settle({ served: coming.pin, coming: null })
        return true
      }
      if (settings.certificate !== null) return takeFiles(settings.certificate, true)
      const current = served()
      if (pin === null || !current) return false
      const left = current.until - at
      if (left > renewBefore || (left > renewAtOnce && !isNight(zone(), at))) return false
      await certify(pin, names)
      return true
    },
  }
}

/** Addresses are compared as the certificate writes them: `::1` is `0:0:0:0:0:0:0:1` there. */
const covers = ({ names }: Credentials, name: string): boolean => {
  const written = name.includes(':') ? URL.parse(`http://[${name}]`)?.hostname : name
  return names.some(
    (known) => (known.includes(':') ? URL.parse(`http://[${known}]`)?.hostname : known) === written,
  )
}

const isNight = (zone: string, at: number): boolean => {
  const today = dateIn(zone, at as Instant)
  return instantOf(zone, today, night.from) <= at && at < instantOf(zone, today, night.to)
}

const nextNight = (zone: string, at: number): Instant => {
  for (let from = at; ; from += day) {
    const change = instantOf(zone, dateIn(zone, from as Instant), night.change)
    if (change >= at + notice) return change
  }
}
