import type { Who } from '../contract/events.ts'
import type { Instant, ServiceId } from '../contract/ids.ts'
import type { Input, Output, ViewName } from '../contract/index.ts'
import type { StandbyNow } from '../contract/standby/calls.ts'
import type { BackupsNow } from '../contract/backup/calls.ts'
import type { PrinterNow, PrintJob } from '../contract/printing/calls.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import type { WaitsNow } from './waits/now.ts'
import type { Personal } from './decision.ts'
import type { Office } from './state.ts'
import type { SourceStanding } from '../contract/appointments/sources.ts'
import type { Seat } from './people/state.ts'
import type { NetworkNow, StationAsking } from './network/state.ts'

/** What a view may know beside the office: personal rows, and what the host does besides (printing, waits). */
export type Model = {
  readonly personal: Personal
  /** Jobs not yet done and the last ones done, the latest first. */
  readonly jobs: readonly PrintJob[]
  /** How many of the day's documents came out of a printer. */
  readonly printed: number
  /** How each printer of the settings is, as it last said. */
  readonly printers: readonly PrinterNow[]
  readonly waits: WaitsNow
  /** Who is at the station that asks. */
  readonly seat: Seat
  /** This host's door on the network, and who is connected to it. */
  readonly network: NetworkNow
  /** How this host keeps its office. */
  readonly backups: BackupsNow
  /** How this machine stands among those of its office. */
  readonly following: StandbyNow
  /** Where browsers begin a sign-in by the office's provider; null where there is none. */
  readonly signIn: string | null
  /** How each followed source of appointments is. */
  readonly sources: readonly SourceStanding[]
  /** The services whose numbers are checked with the national coordination; null when it is not set. */
  readonly coordination: readonly ServiceId[] | null
  /** Kiosks and other software that asked too often in the last minutes. */
  readonly asking: readonly StationAsking[]
  /** What the hall's code is this minute. */
  readonly hallCode: string
  /** Whether a training office can be given back as new from this host. */
  readonly renewable: boolean
}

export type ViewContext = {
  readonly now: Instant
  readonly who: Who
  readonly model: Model
  /** The rules of procedures that the office works by. */
  readonly catalogue: Catalogue
}

/** A pure function of the office: computed again after each commit, sent whole to those who watch it. */
export type View<N extends ViewName> = (office: Office, input: Input<N>, context: ViewContext) => Output<N>

/** What one capability shows, by view. */
export type Views = { readonly [N in ViewName]?: View<N> }
