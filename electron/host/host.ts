import type { Journal } from '../../db/journal/port.ts'
import type { Replica } from '../../db/postgres/replica.ts'
import type { Recorded, Who } from '../../shared/contract/events.ts'
import type { CommandId, Instant, Seq } from '../../shared/contract/ids.ts'
import type { CallName, ViewName, DomainCommand } from '../../shared/contract/index.ts'
import type { ErrorCode } from '../../shared/contract/refusals.ts'
import type { AnsweringTime } from '../../shared/contract/pace.ts'
import type { WaitsNow } from '../../shared/domain/waits/now.ts'
import type { PrinterNow } from '../../shared/contract/printing/calls.ts'
import type { Office } from '../../shared/domain/state.ts'
import type { Clock } from './core/clock.ts'
import type { OfficeKey } from './core/officeKey.ts'
import type { KeyKeeping } from './office/keyKeeping.ts'
import type { MachineUpdates } from './updates/machine.ts'
import type { PublishedYears } from './history/published.ts'
import type { Keeper } from './backup/keeper.ts'
import type { Standing } from './backup/standing.ts'
import type { Standby } from './standby/part.ts'
import type { Limits } from './core/limits.ts'
import type { Log } from './core/log.ts'
import type { Chromium } from '../printing/chromium.ts'
import type { Network } from './network/part.ts'
import type { Appointments } from './appointments/start.ts'
import type { Login } from './people/login/start.ts'
import type { Answer } from './core/answer.ts'
import type { Holder } from './core/tokens.ts'
import type { Integrations, IntegrationsTuning } from './integrations/start.ts'
import type { Seen } from './core/watches.ts'

/** The office's service, as its doors use it: everything is already admitted and parsed by the contract. */
export type Host = {
  readonly office: () => Office
  readonly seq: () => Seq
  /** This host's door on the network, and its stations. */
  readonly network: Network
  /** The office's hour. */
  readonly now: () => Instant
  readonly limits: Limits
  /** The other machines of the office: the one that this one follows, or those that follow it. */
  readonly standby: Standby
  /** What another machine of the office copies. */
  readonly backups: Pick<Keeper, 'copy'>
  /** How the journal stands beside what the office signed of it. */
  readonly standing: Pick<Standing, 'refused' | 'heard' | 'anchors'>
  /** Tokens, webhooks and notices. */
  readonly integrations: Integrations
  /** Browsers on their way to the office's provider and back. */
  readonly login: Login
  readonly appointments: Pick<Appointments, 'heard' | 'slotSearch'>
  /** The years whose commitments anyone may read, where the office publishes them. */
  readonly published: PublishedYears
  readonly printers: () => readonly PrinterNow[]
  /** What the office says of its waits now. */
  readonly waits: () => WaitsNow
  /** Called once whoever waited for the start was answered: what the first acts need is made ready. */
  readonly opened: () => void
  readonly isCommand: (name: string) => boolean
  readonly isView: (name: CallName) => name is ViewName
  /** Why nobody at this station may ask this now, before what is asked is read; `call` answers the same. */
  readonly barred: (holder: Holder, name: CallName | 'events') => ErrorCode | undefined
  readonly call: (holder: Holder, name: CallName, input: unknown, commandId?: CommandId) => Promise<Answer>
  /** The view for whoever is at that station, for as long as they may have it; `refused` says why nothing comes. */
  readonly watch: (
    holder: Holder,
    name: ViewName,
    input: unknown,
    seen: Seen,
    refused: (code: ErrorCode) => void,
  ) => () => void
  /** Whether this holder may follow events now, or why not; `ended` is called when they no longer may. */
  readonly follow: (holder: Holder, ended: () => void) => (() => void) | { readonly code: ErrorCode }
  /** Counts milliseconds that this holder had of the thread that answers everyone. */
  readonly charge: (holder: Pick<Holder, 'stationId'>, milliseconds: number) => void
  /** A holder said something; or is back, on a link that has just begun. */
  readonly heard: (holder: Holder, back?: boolean) => void
  /** What signs the codes of the hall. */
  readonly hallSecret: Uint8Array
  /** An act that no door lets through: the host's own. */
  readonly actAsHost: (name: DomainCommand, input: unknown, commandId: CommandId) => Promise<Answer>
  /** What an act was answered, by its id; nothing where it is not done. */
  readonly answerOf: (commandId: CommandId) => Promise<string | undefined>
  /** Events after `since`, a page at a time. */
  readonly events: (since: Seq) => Promise<readonly Recorded[]>
  /** Called after each commit that stored an event, until the function returned is called. */
  readonly onEvents: (listener: () => void) => () => void
  readonly stop: () => Promise<void>
}

export type HostOptions = {
  readonly dir: string
  readonly clock: Clock
  /** Notes that this training office is to be begun again, and ends this host; absent where the journal is not the folder's. */
  readonly renew?: (office: Office, who: Who, commandId: CommandId) => void
  /** Sets a training office's clock forward, and keeps it so; the domain refuses it of any other office. */
  readonly moveClock?: (to: Instant) => void
  readonly key: OfficeKey
  readonly keyKeeping: KeyKeeping
  /** What replaces the program; absent: another program does. */
  readonly updates?: MachineUpdates
  readonly log: Log
  /** What draws pages on paper: Electron's own, or a browser of this machine. */
  readonly chromium: Chromium
  /** Opens the office's journal where it isn't the folder's own file. */
  readonly openJournal?: () => Promise<Journal>
  /** The journal is not the one that was read any more, or was gone on with elsewhere: the office is to be opened again. */
  readonly reopen?: () => void
  /** Opens it from a server that is only read, instead. */
  readonly openReplica?: (() => Promise<Replica>) | undefined
  /** An answer waits until a machine that follows has what it says, durably. */
  readonly waitsForFollower?: boolean
  /** What a test sets otherwise. */
  readonly software?: IntegrationsTuning
  /** What one station's views and readings may have of the thread: `answeringTime`, but in a test. */
  readonly answeringTime?: AnsweringTime
  /** Between two readings of the source of appointments, in milliseconds. */
  readonly appointmentsEvery?: number
  readonly appointmentsReturnPort?: number
}
