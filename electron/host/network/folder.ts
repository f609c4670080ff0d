import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Instant, StationId } from '../../../shared/contract/ids.ts'
import { NetworkSettings, Pin, usualNetwork } from '../../../shared/contract/network/calls.ts'
import type { Silence } from '../../../shared/domain/queue/state.ts'
import { readPrivate, writePrivate } from '../core/privateFiles.ts'
import { credentialsOf, type Credentials } from './certificate.ts'

// What this host keeps of its network, beside the journal because it is its machine's: `reseau/`, readable by its
// owner alone. Keys and certificates are files named by their pin.

const NetworkFile = z.strictObject({
  hostId: z.uuid(),
  settings: NetworkSettings,
  /** The key that answers; the own key that answers next; another key announced, and when it answers. */
  served: Pin.nullable(),
  next: Pin.nullable(),
  coming: z.strictObject({ pin: Pin, at: Instant }).nullable(),
})
export type NetworkFile = z.infer<typeof NetworkFile>

const SeenFile = z.record(StationId, Instant)
const SilencesFile = z.record(StationId, z.array(z.strictObject({ from: Instant, to: Instant })).max(64))

export type NetworkFolder = {
  readonly read: () => NetworkFile
  /** @throws StorageError with the sentence to show */
  readonly write: (state: NetworkFile) => void
  readonly key: (pin: Pin) => string | undefined
  readonly keepKey: (pin: Pin, key: string) => void
  readonly credentials: (pin: Pin) => Credentials | undefined
  readonly keepCredentials: (credentials: Credentials) => void
  /** Drops the keys that serve no more. */
  readonly keepOnly: (pins: readonly Pin[]) => void
  readonly seen: () => ReadonlyMap<StationId, Instant>
  readonly keepSeen: (seen: ReadonlyMap<StationId, Instant>) => void
  /** When each kiosk was last heard. */
  readonly heard: () => ReadonlyMap<StationId, Instant>
  readonly keepHeard: (heard: ReadonlyMap<StationId, Instant>) => void
  /** When each kiosk was not heard, the last week. */
  readonly silences: () => ReadonlyMap<StationId, readonly Silence[]>
  readonly keepSilences: (silences: ReadonlyMap<StationId, readonly Silence[]>) => void
}

/** The network's part of an office's folder (`reseau`): settings, keys, certificates, and when stations were seen. */
export function networkFolder(dir: string): NetworkFolder {
  const folder = join(dir, 'reseau')
  const file = (name: string) => join(folder, name)
  const write = (name: string, text: string) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writePrivate(file(name), text)
  }
  const read = (name: string): string | undefined =>
    existsSync(file(name)) ? readPrivate(file(name)) : undefined

  const hours = (name: string) =>
    new Map(Object.entries(parsedBy(SeenFile, readSeen(file(name))) ?? {}) as [StationId, Instant][])
  const keepHours = (name: string, of: ReadonlyMap<StationId, Instant>) =>
    write(name, `${JSON.stringify(Object.fromEntries(of))}\n`)

  const cache = new Map<Pin, Credentials>()

  return {
    read: () => parsedBy(NetworkFile, read('reseau.json')) ?? fresh(),
    write: (state) => write('reseau.json', `${JSON.stringify(state, null, 2)}\n`),
    key: (pin) => read(`${pin}.key`),
    keepKey: (pin, key) => write(`${pin}.key`, key),
    credentials: (pin) => {
      const held = cache.get(pin)
      if (held) return held
      const chain = read(`${pin}.crt`)
      const key = read(`${pin}.key`)
      try {
        if (chain === undefined || key === undefined) return undefined
        const credentials = credentialsOf(chain, key)
        cache.set(pin, credentials)
        return credentials
      } catch {
        // A broken certificate is harmless: another is made for the same key.
        return undefined
      }
    },
    keepCredentials: (credentials) => {
      const { pin, chain, key } = credentials
      write(`${pin}.key`, key)
      write(`${pin}.crt`, chain)
      cache.set(pin, credentials)
    },
    keepOnly: (pins) => {
      for (const name of existsSync(folder) ? readdirSync(folder) : [])
        if (/\.(key|crt)$/.test(name) && !pins.some((pin) => name.startsWith(`${pin}.`)))
          rmSync(file(name), { force: true })
    },
    seen: () => hours('vus.json'),
    keepSeen: (seen) => keepHours('vus.json', seen),
    heard: () => hours('entendus.json'),
    keepHeard: (heard) => keepHours('entendus.json', heard),
    silences: () =>
      new Map(
        Object.entries(parsedBy(SilencesFile, readSeen(file('silences.json'))) ?? {}) as [
          StationId,
          Silence[],
        ][],
      ),
    keepSilences: (silences) => write('silences.json', `${JSON.stringify(Object.fromEntries(silences))}\n`),
  }
}

const fresh = (): NetworkFile => ({
  hostId: randomUUID(),
  settings: usualNetwork,
  served: null,
  next: null,
  coming: null,
})

// A failure to write when each station was last seen is ignored.
const readSeen = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

// A broken file costs the settings; the stations' keys, named by their pins, are lost with it: they pair again.
function parsedBy<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
