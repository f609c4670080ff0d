import { noPersonal } from '../../shared/domain/decision.ts'
import { emptyRuleFolder } from '../../shared/procedures/ruleFolder.ts'
import { shippedCatalogue } from '../../shared/procedures/catalogue.ts'
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Who } from '../../shared/contract/events.ts'
import type { AgentId, CommandId, Instant, Seq, StationId } from '../../shared/contract/ids.ts'
import type { CommandName, Input, DomainCommand } from '../../shared/contract/index.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import { decisions } from '../../shared/domain/decide.ts'
import { noWaits } from '../../shared/domain/waits/now.ts'
import type { Context, Decide } from '../../shared/domain/decision.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyOffice, type Office } from '../../shared/domain/state.ts'
import { officeKey } from '../fixtures/papers.ts'

const { publicKey, sign } = officeKey(7)
const services = ['titres', 'etat-civil', 'elections', 'affaires-generales']

/** The domain alone, without a journal: what an act costs when nothing is stored. */
export type PureOffice = {
  office: Office
  readonly seq: () => Seq
  /** The decision of an act by this actor, not applied. */
  readonly decide: (name: DomainCommand, input: unknown, actor: string) => ReturnType<Decide<CommandName>>
  /** The act decided and applied. */
  readonly act: (name: DomainCommand, input: unknown, actor: string) => void
}

/** The session of an actor, by its word. */
export const whoIs = (actor: string, office: Office): Who => ({
  officeId: office.officeId,
  role: (actor.startsWith('agent') ? 'agent' : actor) as Who['role'],
  stationId: actor as StationId,
  agentId: actor.startsWith('agent') ? (actor as AgentId) : null,
})

/** The training office, its day and counter 1 open, and so many people waiting, over its four services or one. */
export function pureOffice(waiting: number, now = Date.UTC(2026, 2, 3, 9) as Instant): PureOffice {
  let seq = 0 as Seq
  const pure: PureOffice = {
    office: emptyOffice,
    seq: () => seq,
    decide: (name, input, actor) => {
      const context: Context = {
        now,
        who: whoIs(actor, pure.office),
        personal: noPersonal,
        catalogue: shippedCatalogue(),
        folder: emptyRuleFolder,
        waits: noWaits,
        newId: uuidv7,
        silences: [],
        newSalt: () => randomBytes(32).toString('hex'),
        publicKey,
        sign,
      }
      const decide = decisions[name] as unknown as Decide<CommandName>
      return decide(pure.office, input as Input<CommandName>, context)
    },
    act: (name, input, actor) => {
      const decision = pure.decide(name, input, actor)
      if ('refusal' in decision) throw new Error(decision.refusal)
      for (const event of decision.events) {
        seq = (seq + 1) as Seq
        const who = whoIs(actor, pure.office)
        pure.office = evolve(pure.office, { seq, at: now, who, commandId: uuidv7() as CommandId, event })
      }
    },
  }
  pure.act('office.create', schoolOffice, 'admin')
  pure.act('day.open', {}, 'supervisor')
  for (const counter of [1, 2, 3]) pure.act('counter.open', { counterId: String(counter) }, `agent${counter}`)
  for (let i = 0; i < waiting; i++)
    pure.act('ticket.take', { serviceId: services[i % services.length] }, 'kiosk')
  return pure
}
