import type { Instant } from '../../../shared/contract/ids.ts'
import type { DomainCommand } from '../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import type { NetworkNow } from '../../../shared/domain/network/state.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Answer } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Heard } from './heard.ts'
import type { Keys } from './keys.ts'
import type { Opener } from './lanDoor.ts'
import type { StationFound } from './paired.ts'
import type { NewStation, Pairing } from './pairing.ts'
import type { Presence } from './presence.ts'
import type { RefusalLog } from './refusalLog.ts'

/** This host's part in its office's network: its door, its pairing, and who is connected. */
export type Network = {
  readonly now: () => NetworkNow
  /** Acts of the administration, done at once; their answers are kept nowhere. */
  readonly handlers: HandlersOf<'network'>
  readonly pairing: Pairing
  readonly presence: Presence
  /** When the kiosks were heard. */
  readonly heard: Heard
  readonly keys: Keys
  /** Where this host answers, and its keys. */
  readonly ourselves: () => OfficeHost
  /** What the network's door refused, for the log. */
  readonly refusals: RefusalLog
  /** The station of a token, or why it is one no more. */
  readonly stationOf: (token: string) => StationFound | undefined
  /** Notes a station that has just proved itself: durable when it resolves. */
  readonly welcome: (
    station: NewStation,
  ) => Promise<{ readonly hosts: readonly OfficeHost[] } | { readonly code: ErrorCode }>
  /** What opens HTTPS on an address, once the host's door exists; resolves when the network's door is as it should be. */
  readonly attach: (opener: Opener) => Promise<void>
  /** Closes the network's door. */
  readonly detach: () => Promise<void>
  /** The office has changed: revoked stations are cut, the door opens or closes. */
  readonly officeChanged: () => void
  /** What the hour brings: renewals, ends, an address that changed. */
  readonly tick: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type NetworkOptions = {
  readonly dir: string
  readonly office: () => Office
  readonly zone: () => string
  readonly now: () => Instant
  readonly newId: () => string
  readonly log: Log
  /** An act in the host's own name. */
  readonly actAsHost: (name: DomainCommand, input: unknown) => Promise<Answer>
  /** Whether a second computer was given what it follows this one by, or this one follows. */
  readonly isLinked: () => boolean
  readonly onChange: () => void
}
