import type { Journal } from '../../db/journal/port.ts'
import type { Who } from '../../shared/contract/events.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import type { Input, Output, ReadName } from '../../shared/contract/index.ts'
import type { ErrorCode } from '../../shared/contract/refusals.ts'
import type { Personal } from '../../shared/domain/decision.ts'
import type { Office } from '../../shared/domain/state.ts'
import type { Trust } from '../../shared/identity/twoDDoc/trust.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import type { Doctor } from './backup/doctor/doctor.ts'
import type { Rules } from './law/folder.ts'
import type { KeyKeeping } from './office/keyKeeping.ts'
import type { Directory } from './partners/directory/folder.ts'
import type { Partners } from './partners/partners.ts'
import type { MachineUpdates } from './updates/machine.ts'

/** What a reading may know: the tables, the office as it stands, who asks and when, the rules and the certificates. */
export type Tables = {
  readonly journal: Journal
  readonly office: Office
  readonly who: Who
  readonly now: Instant
  readonly catalogue: Catalogue
  readonly trust: () => Promise<Trust>
  readonly personal: Personal
  readonly rules: Rules
  readonly directory: Directory
  readonly keyKeeping: KeyKeeping
  readonly doctor: Pick<Doctor, 'find'>
  readonly updates: Pick<MachineUpdates, 'state'>
  /** The offices that this one works with; undefined where their file can't be read. */
  readonly partners: () => Partners
  /** By what notices leave, without what opens it. */
  readonly gateways: () => Output<'gateways.show'>
  readonly appointments: {
    readonly show: () => Output<'source.show'>
    readonly coordination: { readonly show: () => Output<'coordination.show'> }
    readonly slotSearch: { readonly show: () => Output<'slotSearch.show'> }
  }
  readonly login: {
    readonly offer: () => Output<'login.offer'>
    readonly show: () => Output<'login.show'>
  }
}

/** One reading of the tables: what it found, or why it can't be read. */
export type Reading<N extends ReadName> = (
  input: Input<N>,
  tables: Tables,
) => Promise<Output<N> | { readonly refusal: ErrorCode }>

/** A capability's readings, by name. */
export type Readings<N extends ReadName> = { readonly [K in N]: Reading<K> }
