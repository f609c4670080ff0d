import type { EventType, Recorded } from '../../contract/events.ts'
import { settingTypes, type SettingType } from '../../contract/office/changes.ts'
import type { SettingsChange } from '../../contract/office/services.ts'
import type { Evolutions } from '../decision.ts'
import type { Office } from '../state.ts'
import { evolveDay } from './dayEvolve.ts'
import { evolveServices } from './services.ts'
import { evolveSettings } from './settings.ts'

/** Changes kept to be shown: the journal has them all. */
const keptChanges = 200

const types: ReadonlySet<EventType> = new Set<EventType>(settingTypes)

const isSetting = (type: EventType): type is SettingType => types.has(type)

/** Which of the things that a setting is about have a name that the page knows. */
const subjects = ['serviceId', 'counterId', 'agentId'] as const

/** The office with one more change of its settings to tell, where this event is one. */
export function withChange(office: Office, { seq, at, who, event }: Recorded): Office {
  const { type } = event
  if (!isSetting(type)) return office
  const data = event.data as Readonly<Record<string, unknown>>
  const about = subjects.map((subject) => data[subject]).find((id) => typeof id === 'string') ?? null
  const change: SettingsChange = {
    seq,
    at,
    role: who.role,
    agentId: who.agentId,
    type,
    about: about as string | null,
  }
  return { ...office, changes: office.changes.push(change).takeLast(keptChanges) }
}

/** Each event of the office, and what it changes in the office. */
export const officeEvolutions = {
  officeCreated: evolveSettings,
  drillBegun: evolveSettings,
  addressSet: evolveSettings,
  printersSet: evolveSettings,
  lawSet: evolveSettings,
  agentSet: evolveSettings,
  serviceSet: evolveServices,
  serviceWithdrawn: evolveServices,
  counterSet: evolveServices,
  counterWithdrawn: evolveServices,
  dayOpened: evolveDay,
  serviceClosed: evolveDay,
  serviceOpened: evolveDay,
  calendarSet: evolveDay,
  dayClosed: evolveDay,
} satisfies Evolutions
