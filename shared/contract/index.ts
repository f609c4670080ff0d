import type { z } from 'zod'
import type { Command, Performer, Read, View } from './define.ts'
import { appointments } from './appointments/calls.ts'
import { commitments } from './history/commitments.ts'
import { consultations } from './privacy/accessLog.ts'
import { counters } from './queue/counters.ts'
import { day } from './office/day.ts'
import { directory } from './partners/directory.ts'
import { documents } from './documents/kept.ts'
import { duties } from './privacy/duties.ts'
import { fileActs } from './files/commands.ts'
import { fileReads } from './files/reads.ts'
import { formerNames } from './formerNames.ts'
import { standby } from './standby/calls.ts'
import { issuing } from './documents/issuing.ts'
import { backup } from './backup/calls.ts'
import { privacy } from './privacy/calls.ts'
import { kiosk } from './queue/room.ts'
import { law } from './law/search.ts'
import { training } from './training/calls.ts'
import { office } from './office/settings.ts'
import { oidc } from './people/login.ts'
import { officeKeyCalls } from './office/key.ts'
import { passage } from './visit/trail.ts'
import { people } from './people/calls.ts'
import { preferences } from './people/preferences.ts'
import { premises } from './office/services.ts'
import { printing } from './printing/calls.ts'
import { provisional } from './queue/provisional.ts'
import { queue } from './queue/waiting.ts'
import { reception } from './queue/reception.ts'
import { ruleSets } from './law/ruleSets.ts'
import { recordings } from './media/recordings.ts'
import { rules } from './queue/rules.ts'
import { safety } from './safety/calls.ts'
import { scan } from './identity/scan.ts'
import { software } from './integrations/calls.ts'
import { statistics } from './integrations/statistics.ts'
import { screens } from './media/screens.ts'
import { stations } from './network/calls.ts'
import { supervision } from './history/calls.ts'
import { till } from './till/calls.ts'
import { partners } from './partners/calls.ts'
import { partnersDay } from './partners/town.ts'
import { textReviews } from './media/textReviews.ts'
import { tickets } from './queue/tickets.ts'
import { updatesCalls } from './updates/calls.ts'
import { visits } from './visit/calls.ts'

/** The version that a connection's first message carries: another major is answered by a sentence. */
export const contractVersion = '1.5'

/** Everything that crosses a process, declared once: every door, the OpenAPI document and both validations are made from it. */
const declared = {
  ...office,
  ...premises,
  ...rules,
  ...ruleSets,
  ...day,
  ...tickets,
  ...appointments,
  ...counters,
  ...queue,
  ...kiosk,
  ...provisional,
  ...reception,
  ...supervision,
  ...safety,
  ...training,
  ...scan,
  ...visits,
  ...documents,
  ...passage,
  ...printing,
  ...backup,
  ...privacy,
  ...standby,
  ...officeKeyCalls,
  ...updatesCalls,
  ...issuing,
  ...fileActs,
  ...fileReads,
  ...consultations,
  ...directory,
  ...law,
  ...till,
  ...stations,
  ...screens,
  ...people,
  ...preferences,
  ...oidc,
  ...software,
  ...statistics,
  ...textReviews,
  ...commitments,
  ...duties,
  ...partners,
  ...partnersDay,
  ...recordings,
} as const

type Calls<G> = G

/**
 * What each call is, exactly. An interface of named groups, since the compiler then reads a call when it needs one;
 * the type of the spread itself would be written out and read whole by every project that imports it.
 */
export interface Contract
  extends
    Calls<typeof office>,
    Calls<typeof premises>,
    Calls<typeof rules>,
    Calls<typeof ruleSets>,
    Calls<typeof day>,
    Calls<typeof tickets>,
    Calls<typeof appointments>,
    Calls<typeof counters>,
    Calls<typeof queue>,
    Calls<typeof kiosk>,
    Calls<typeof provisional>,
    Calls<typeof reception>,
    Calls<typeof supervision>,
    Calls<typeof safety>,
    Calls<typeof training>,
    Calls<typeof scan>,
    Calls<typeof visits>,
    Calls<typeof documents>,
    Calls<typeof passage>,
    Calls<typeof printing>,
    Calls<typeof backup>,
    Calls<typeof privacy>,
    Calls<typeof standby>,
    Calls<typeof officeKeyCalls>,
    Calls<typeof updatesCalls>,
    Calls<typeof issuing>,
    Calls<typeof fileActs>,
    Calls<typeof fileReads>,
    Calls<typeof consultations>,
    Calls<typeof directory>,
    Calls<typeof law>,
    Calls<typeof till>,
    Calls<typeof stations>,
    Calls<typeof screens>,
    Calls<typeof people>,
    Calls<typeof preferences>,
    Calls<typeof oidc>,
    Calls<typeof software>,
    Calls<typeof statistics>,
    Calls<typeof textReviews>,
    Calls<typeof commitments>,
    Calls<typeof duties>,
    Calls<typeof partners>,
    Calls<typeof partnersDay>,
    Calls<typeof recordings> {}

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
/** The same of a view. */
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
