import type { z } from 'zod'
import type { Calls, Command, Performer, Read, View } from './define.ts'
import { appointmentsCalls, type AppointmentsCalls } from './appointments/index.ts'
import { backupCalls } from './backup/calls.ts'
import { documentsCalls, type DocumentsCalls } from './documents/index.ts'
import { filesCalls, type FilesCalls } from './files/index.ts'
import { historyCalls, type HistoryCalls } from './history/index.ts'
import { identityCalls } from './identity/scan.ts'
import { integrationsCalls, type IntegrationsCalls } from './integrations/index.ts'
import { lawCalls, type LawCalls } from './law/index.ts'
import { mediaCalls, type MediaCalls } from './media/index.ts'
import { networkCalls } from './network/calls.ts'
import { officeCalls, type OfficeCalls } from './office/index.ts'
import { partnersCalls, type PartnersCalls } from './partners/index.ts'
import { peopleCalls, type PeopleCalls } from './people/index.ts'
import { printingCalls } from './printing/calls.ts'
import { privacyCalls, type PrivacyCalls } from './privacy/index.ts'
import { queueCalls, type QueueCalls } from './queue/index.ts'
import { safetyCalls } from './safety/calls.ts'
import { standbyCalls } from './standby/calls.ts'
import { tillCalls, type TillCalls } from './till/index.ts'
import { trainingCalls } from './training/calls.ts'
import { updatesCalls } from './updates/calls.ts'
import { visitCalls, type VisitCalls } from './visit/index.ts'
import { onRequest } from './onRequest.ts'
import { forecastCalls } from './waits/forecast.ts'
import { formerNames } from './formerNames.ts'

/** The version that a connection's first message carries: another major is answered by a sentence. */
export const contractVersion = '1.5'

/** Everything that crosses a process, declared once: every door, the OpenAPI document and both validations are made from it. */
const declared = {
  ...appointmentsCalls,
  ...backupCalls,
  ...documentsCalls,
  ...filesCalls,
  ...historyCalls,
  ...identityCalls,
  ...integrationsCalls,
  ...lawCalls,
  ...mediaCalls,
  ...networkCalls,
  ...officeCalls,
  ...partnersCalls,
  ...peopleCalls,
  ...printingCalls,
  ...privacyCalls,
  ...queueCalls,
  ...safetyCalls,
  ...standbyCalls,
  ...tillCalls,
  ...trainingCalls,
  ...updatesCalls,
  ...visitCalls,
  ...forecastCalls,
} as const

/**
 * What each call is, exactly. An interface of named groups, since the compiler then reads a call when it needs one;
 * the type of the spread itself would be written out and read whole by every project that imports it.
 */
export interface Contract
  extends
    AppointmentsCalls,
    Calls<typeof backupCalls>,
    DocumentsCalls,
    FilesCalls,
    HistoryCalls,
    Calls<typeof identityCalls>,
    IntegrationsCalls,
    LawCalls,
    MediaCalls,
    Calls<typeof networkCalls>,
    OfficeCalls,
    PartnersCalls,
    PeopleCalls,
    Calls<typeof printingCalls>,
    PrivacyCalls,
    QueueCalls,
    Calls<typeof safetyCalls>,
    Calls<typeof standbyCalls>,
    TillCalls,
    Calls<typeof forecastCalls>,
    Calls<typeof trainingCalls>,
    Calls<typeof updatesCalls>,
    VisitCalls {}

export const contract: Contract = declared
export type CallName = keyof Contract
type NamesOf<K extends string> = { [N in CallName]: Contract[N]['kind'] extends K ? N : never }[CallName]
export type CommandName = NamesOf<'command'>
export type ViewName = NamesOf<'view'>
export type ReadName = NamesOf<'read'>
export type QueryName = ViewName | ReadName

export type Input<N extends CallName> = z.infer<Contract[N]['input']>
export type Output<N extends CallName> = z.infer<Contract[N]['output']>
export type RefusalOf<N extends CallName> = Contract[N]['refusals'][number]

/** The commands that this part of the host performs. */
export type CommandOf<P extends Performer> = {
  [N in CommandName]: Contract[N] extends { readonly by: P } ? N : never
}[CommandName]
/** The commands that the domain decides: all that no part performs alone. */
export type DomainCommand =
  | Exclude<CommandName, CommandOf<Performer>>
  | { [N in CommandName]: Contract[N] extends { readonly decided: true } ? N : never }[CommandName]

/** The commands whose input names something of the host's own machine. */
export type NamingHost = {
  [N in CommandName]: Contract[N] extends { readonly ofHost: unknown } ? N : never
}[CommandName]
/** What such a command is given, as far as it names anything. */
export type HostNamed<N extends NamingHost> = Parameters<Contract[N]['ofHost']>[0]

/** A call when its name is known at run time only: what all calls have, without a type for each. */
export const calls: Readonly<Record<CallName, Command | View | Read>> = declared

/** What a command is, when its name is known at run time only. */
export const commandOf = (name: CommandName): Command => calls[name] as Command
/** Whether a call says the request that its page shows: one that the host hears late falls on no other. */
export const namesRequest = (name: CallName): boolean =>
  calls[name].input.shape['request'] === onRequest.request
/** The declaration of a view. */
export const viewOf = (name: ViewName): View => calls[name] as View

/** Every name of the contract. A group that `Contract` forgets does not compile here. */
export const callNames: readonly CallName[] = Object.keys(declared) as (keyof typeof declared)[]

/** What each former name means. A name that the contract does not have does not compile here. */
const presentNames: ReadonlyMap<string, { readonly name: CallName; readonly since: string }> = new Map(
  Object.entries(formerNames),
)
const formerByName: ReadonlyMap<CallName, { readonly former: string; readonly since: string }> = new Map(
  [...presentNames].map(([former, { name, since }]) => [name, { former, since }]),
)

/**
 * The call that a name means, whatever a stranger sends (`__proto__` and `constructor` are no names): its present name, or
 * the one that it had in the version before.
 */
export const nameOf = (name: string): CallName | undefined =>
  Object.hasOwn(contract, name) ? (name as CallName) : presentNames.get(name)?.name

/** The name that a call had in the version before, where it had another. */
export const formerNameOf = (name: CallName): string | undefined => formerByName.get(name)?.former

/** The name by which a host of this version of the contract (`1.4`, as its welcome says) knows a call. */
export function nameAt(version: string, name: CallName): string {
  const renamed = formerByName.get(name)
  return renamed !== undefined && minorOf(version) < minorOf(renamed.since) ? renamed.former : name
}

const minorOf = (version: string): number => Number(version.split('.')[1])
