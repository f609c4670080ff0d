import type { Instant } from '../../contract/ids.ts'
import { dateIn, nextOpening, spansAt } from '../core/calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'
import { rightsOf } from '../people/people.ts'
import { groundsHere, publishedRule } from '../queue/rules.ts'
import { dayOf, officeName } from '../queue/rows.ts'
import type { View, Views } from '../view.ts'
import { premisesView } from './services.ts'

/** When an office that opens no more today does next; null while it does, or has no hours. */
function closedNow({ settings }: Office, now: Instant): { readonly reopensAt: Instant | null } | null {
  if (settings === null || settings.calendar.week.every((spans) => spans.length === 0)) return null
  const { calendar } = settings
  const closesAt = spansAt(calendar, dateIn(calendar.zone, now)).at(-1)?.[1] ?? null
  if (closesAt !== null && closesAt > now) return null
  return { reopensAt: nextOpening(calendar, now) }
}

const officeView: View<'office.view'> = (office, _input, { now, who, model }) => {
  const name = who.agentId === null ? undefined : model.personal.agents.get(who.agentId)
  return {
    created: office.officeId !== null,
    school: office.school,
    officeId: office.officeId,
    name: officeName(office),
    zone: zoneOf(office),
    personWord: office.settings?.personWord ?? 'usager',
    day: dayOf(office, now),
    closed: closedNow(office, now),
    services: (office.settings?.services ?? []).map(({ serviceId, letter, name: title, pictogram }) => ({
      serviceId,
      letter,
      name: title,
      pictogram: pictogram ?? null,
    })),
    counters: (office.settings?.counters ?? []).map((place) => ({
      counterId: place.counterId,
      name: place.name,
      agentId: office.counters.get(place.counterId)?.agentId ?? null,
    })),
    me:
      who.agentId !== null && name
        ? { agentId: who.agentId, name, services: [...(office.skills.get(who.agentId) ?? [])] }
        : null,
  }
}

/**
 * Those who receive, and everyone for the administration. Whose name their safety keeps from the others is told by their
 * pseudonym (CRPA L111-2).
 */
const agentsView: View<'agents.view'> = (office, _input, { who, model }) => ({
  agents: office.skills
    .entrySeq()
    .filter(([agentId]) => who.role === 'admin' || rightsOf(office, agentId).includes('agent'))
    .sortBy(([agentId]) => agentId)
    .map(([agentId, services]) => {
      const shield = office.shields.get(agentId)
      const hidden = shield !== undefined && who.role !== 'admin' && who.agentId !== agentId
      return {
        agentId,
        name: hidden ? null : (model.personal.agents.get(agentId) ?? null),
        ...(hidden ? { pseudonym: shield.pseudonym } : {}),
        services: [...services],
      }
    })
    .toArray(),
})

/** Everyone by their name: for the administration alone, as the contract has it. */
const settingsView: View<'settings.view'> = (office, _input, { model }) => ({
  settings: office.settings,
  agents: office.skills
    .entrySeq()
    .sortBy(([agentId]) => agentId)
    .map(([agentId, services]) => ({
      agentId,
      name: model.personal.agents.get(agentId) ?? null,
      services: [...services],
    }))
    .toArray(),
  publicKey: office.publicKey,
})

const rulesView: View<'rules.view'> = (office) => ({
  rule: publishedRule(office),
  rules: office.settings?.rules ?? null,
  services: (office.settings?.services ?? []).map(({ serviceId, rule, access, slotMinutes, name }) => ({
    serviceId,
    rule,
    access,
    slotMinutes,
    name,
  })),
  grounds: [...groundsHere(office)],
})

/** Each view of the office, and what makes it. */
export const officeViews = {
  'office.view': officeView,
  'agents.view': agentsView,
  'settings.view': settingsView,
  'rules.view': rulesView,
  'premises.view': premisesView,
} satisfies Views
