import { emptyRuleFolder } from '../../../../shared/procedures/ruleFolder.ts'
import { shippedCatalogue } from '../../../../shared/procedures/catalogue.ts'
import type { Event, Recorded, Who } from '../../../../shared/contract/events.ts'
import type { AgentId, CommandId, Instant, Seq, StationId } from '../../../../shared/contract/ids.ts'
import type { Input, Output, DomainCommand } from '../../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../../shared/contract/office/settings.ts'
import type { RefusalCode } from '../../../../shared/contract/refusals.ts'
import { noWaits, type WaitsNow } from '../../../../shared/domain/waits/now.ts'
import { decisions } from '../../../../shared/domain/decide.ts'
import { noPersonal, type Context, type Decide } from '../../../../shared/domain/decision.ts'
import { evolve } from '../../../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../../../shared/domain/state.ts'

/** One act of the played day: what the office was before it, what it is after. */
export type Act = {
  readonly at: Instant
  readonly name: DomainCommand
  readonly by: AgentId | Role
  readonly events: readonly Event[]
  readonly before: Office
  readonly after: Office
}

export type Answered<N extends DomainCommand> =
  | { readonly refusal: RefusalCode }
  | { readonly output: Output<N>; readonly act: Act }

export type PlayedOffice = {
  readonly office: () => Office
  /** Decides and applies one act, at an instant that never goes back. */
  readonly act: <N extends DomainCommand>(name: N, input: Input<N>, by: AgentId | Role) => Answered<N>
  /** A fact that no act of the day brings: appointments made before. */
  readonly happened: (event: Event) => void
  readonly moveTo: (now: Instant) => void
  readonly now: () => Instant
  /** An id that was not given before. */
  readonly newId: () => string
}

type Role = 'supervisor' | 'admin'

/**
 * The real domain without a journal: the same decisions and the same `evolve` as the host, ids that count. Nothing is
 * printed and nothing is signed: an act that issues a document throws, so played days use those that issue none.
 * @param waits what the office says of its waits when an act is decided
 */
export function playedOffice(
  settings: OfficeSettings,
  waits: (office: Office, now: Instant) => WaitsNow = () => noWaits,
): PlayedOffice {
  let office = emptyOffice
  let seq = 0
  let ids = 0
  let now = 0 as Instant

  const newId = () => `0198c1f2-0000-7abc-8def-${(++ids).toString(16).padStart(12, '0')}`

  const record = (event: Event, who: Who) => {
    seq++
    const recorded: Recorded = { seq: seq as Seq, at: now, who, commandId: newId() as CommandId, event }
    office = evolve(office, recorded)
  }

  const act: PlayedOffice['act'] = (name, input, by) => {
    const before = office
    const who = whoIs(by, before)
    const context: Context = {
      now,
      who,
      // Nobody in a played day has a name, a sheet or a paper.
      personal: noPersonal,
      catalogue: shippedCatalogue(),
      folder: emptyRuleFolder,
      waits: name === 'reception.take' ? waits(before, now) : noWaits,
      newId,
      silences: [],
      newSalt: () => newId().replaceAll('-', '').padStart(64, 'a5'),
      publicKey: '',
      // A played day issues no document, and its journal, which nobody keeps, is closed without a key.
      sign: () => new Uint8Array(64),
    }
    const decide = decisions[name] as unknown as Decide<typeof name>
    const decision = decide(before, input, context)
    if ('refusal' in decision) return { refusal: decision.refusal as RefusalCode }
    for (const event of decision.events) record(event, who)
    return {
      output: decision.output,
      act: { at: now, name, by, events: decision.events, before, after: office },
    }
  }

  // Nothing of a played day comes out on paper.
  const born = act(
    'office.create',
    {
      school: true,
      agents: [],
      settings: {
        ...settings,
        printers: [],
        ticketPrinterId: null,
        counters: settings.counters.map((place) => ({ ...place, printerId: null })),
        rules: { ...settings.rules, sheetPrinterId: null },
      },
    },
    'admin',
  )
  if ('refusal' in born) throw new Error(born.refusal)

  return {
    office: () => office,
    act,
    happened: (event) => record(event, whoIs('admin', office)),
    moveTo: (at) => {
      now = Math.max(now, at) as Instant
    },
    now: () => now,
    newId,
  }
}

const roles: readonly string[] = ['supervisor', 'admin'] satisfies Role[]

const whoIs = (by: AgentId | Role, { officeId }: Office): Who => ({
  officeId,
  role: roles.includes(by) ? (by as Role) : 'agent',
  stationId: by as string as StationId,
  agentId: roles.includes(by) ? null : (by as AgentId),
})
