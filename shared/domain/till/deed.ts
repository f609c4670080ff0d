import type { CounterId, LocalDate } from '../../contract/ids.ts'
import type { Deed, Product, Tariff } from '../../contract/till/deed.ts'
import type { AgentId, Instant } from '../../contract/ids.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Context, Decide } from '../decision.ts'
import { counterOf, zoneOf, type Office } from '../state.ts'
import type { Till } from './state.ts'
import { strangeChange } from '../law/names.ts'

/** Taxes are payable in cash up to this amount in cents (CGI art. 1680, read in an old text: to confirm). */
export const taxCash = { cents: 30_000, source: 'CGI, art. 1680', toConfirm: true } as const

/** What papers print of a deed. */
function linesOf({ name, act, accountant, products, exemptions }: Deed): readonly string[] {
  const said = [...products, ...exemptions].flatMap(({ title, source }) => [title, source])
  const { name: whose, street, city } = accountant
  const priced = products.flatMap(({ article, tariffs }) => [article, ...tariffs.map(({ source }) => source)])
  return [name, act, whose, street, city, ...said, ...priced]
}

/** The deed is set while the till is closed: another régisseur begins by counting. */
export const setDeed: Decide<'till.setDeed'> = (office, deed) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const unknown = [deed.regisseur, ...deed.mandataires].filter((id) => !office.skills.has(id))
  if (unknown.length > 0) return { refusal: 'unknownAgent', details: unknown }
  if (office.till.session !== null) return { refusal: 'tillStillOpen' }
  const speaking = strangeChange(linesOf(deed), office.till.deed ? linesOf(office.till.deed) : [])
  if (speaking) return speaking
  return { events: [{ type: 'tillDeedSet', data: { deed } }], output: {} }
}

/** The till's day of now: never one that the books have left behind, whatever becomes of the clock's zone. */
export function tillDate(office: Office, now: Instant): LocalDate {
  const date = dateIn(zoneOf(office), now)
  const { notBefore } = office.till
  return notBefore !== null && notBefore > date ? notBefore : date
}

/** What the deed makes of an agent; null when they may not touch the till. */
export const seatOf = (deed: Deed, agentId: AgentId | null): 'regisseur' | 'mandataire' | null => {
  if (agentId === null) return null
  if (agentId === deed.regisseur) return 'regisseur'
  return deed.mandataires.includes(agentId) ? 'mandataire' : null
}

/** The price in force on a day; undefined when none is. */
export const tariffOn = ({ tariffs }: Product, date: LocalDate): Tariff | undefined =>
  tariffs.find(({ from, to }) => from <= date && (to === null || date <= to))

/** Someone of the till, acting there now. */
export type Acting = {
  readonly till: Till
  readonly deed: Deed
  readonly agentId: AgentId
  readonly counterId: CounterId | null
  readonly date: LocalDate
  readonly now: Instant
}

type Barred = 'officeNotCreated' | 'tillNotMade' | 'notOfTheTill'

/** Who may act at the till: the régisseur and the mandataires of the deed, from an agent's own session. */
export function actingAt(office: Office, { who, now }: Context): Acting | { readonly refusal: Barred } {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { deed } = office.till
  if (deed === null) return { refusal: 'tillNotMade' }
  const { agentId } = who
  if (agentId === null || seatOf(deed, agentId) === null) return { refusal: 'notOfTheTill' }
  const counterId = counterOf(office, agentId)?.counterId ?? null
  return { till: office.till, deed, agentId, counterId, date: tillDate(office, now), now }
}

/** Who acts on the till, once it is open today: a till left open another day is closed first. */
export function actingToday(
  office: Office,
  context: Context,
): Acting | { readonly refusal: Barred | 'tillClosed' | 'tillLeftOpen' } {
  const acting = actingAt(office, context)
  if ('refusal' in acting) return acting
  const { session } = acting.till
  if (session === null) return { refusal: 'tillClosed' }
  return session.date === acting.date ? acting : { refusal: 'tillLeftOpen' }
}
