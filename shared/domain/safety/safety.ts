import type { AlertId, IncidentId } from '../../contract/safety/calls.ts'
import type { Who } from '../../contract/events.ts'
import type { Decide, Evolve, Decisions, Evolutions } from '../decision.ts'
import { counterName, counterOf, placeOf, type Office } from '../state.ts'
import type { View, Views } from '../view.ts'
import type { Alert } from './state.ts'

/** Alerts that the office remembers: those of a bad day, and no history. */
const keptAlerts = 20
/** For an hour whoever asked for help sees that someone comes, and has the form at hand. Milliseconds. */
const atHand = 3_600_000

const isOwn = ({ agentId, stationId }: Alert, who: Pick<Who, 'agentId' | 'stationId'>): boolean =>
  agentId === null ? stationId === who.stationId : agentId === who.agentId

const alertOf = (office: Office, alertId: AlertId): Alert | undefined =>
  office.alerts.find((alert) => alert.alertId === alertId)

const raiseAlert: Decide<'alert.raise'> = (office, _input, { who, newId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const counterId = counterOf(office, who.agentId)?.counterId ?? null
  const open = office.alerts.find(
    (alert) => alert.answeredAt === null && isOwn(alert, who) && alert.counterId === counterId,
  )
  // Pressed again by a hand that shakes: one alert, and no refusal.
  if (open) return { events: [], output: { alertId: open.alertId } }
  const alertId = newId() as AlertId
  return { events: [{ type: 'alertRaised', data: { alertId, counterId } }], output: { alertId } }
}

const answerAlert: Decide<'alert.answer'> = (office, { alertId }, { who }) => {
  const alert = alertOf(office, alertId)
  if (!alert) return { refusal: 'unknownAlert' }
  if (isOwn(alert, who)) return { refusal: 'ownAlert' }
  if (alert.answeredAt !== null) return { events: [], output: {} }
  return { events: [{ type: 'alertAnswered', data: { alertId } }], output: {} }
}

const recordIncident: Decide<'incident.record'> = (office, input, { now, who, newId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { alertId, happenedAt, nature, facts } = input
  const alert = alertId === null ? null : alertOf(office, alertId)
  if (alert === undefined) return { refusal: 'unknownAlert' }
  const counterId = alert === null ? input.counterId : alert.counterId
  if (counterId !== null && alert === null && !placeOf(office, counterId))
    return { refusal: 'unknownCounter' }
  if (happenedAt > now) return { refusal: 'incidentAhead' }
  const incidentId = newId() as IncidentId
  return {
    events: [{ type: 'incidentRecorded', data: { incidentId, alertId, counterId, happenedAt, nature } }],
    personal: [
      {
        op: 'put',
        kind: 'incident',
        id: incidentId,
        value: { happenedAt, recordedAt: now, counterId, nature, facts, agentId: who.agentId },
        at: now,
      },
    ],
    output: { incidentId },
  }
}

const evolveSafety: Evolve = (office, { event, at, who }) => {
  switch (event.type) {
    case 'alertRaised': {
      const { agentId, stationId } = who
      const alert: Alert = { ...event.data, agentId, stationId, at, answeredAt: null }
      return { ...office, alerts: office.alerts.push(alert).takeLast(keptAlerts) }
    }
    case 'alertAnswered':
      return {
        ...office,
        alerts: office.alerts.map((alert) =>
          alert.alertId === event.data.alertId && alert.answeredAt === null
            ? { ...alert, answeredAt: at }
            : alert,
        ),
      }
    // The form is a personal row: the office remembers nothing of it.
    case 'incidentRecorded':
      return office
    default:
      return undefined
  }
}

const safetyView: View<'safety.view'> = (office, _input, { now, who }) => ({
  alerts: office.alerts
    .filter((alert) => alert.answeredAt === null || (isOwn(alert, who) && now - alert.at < atHand))
    .map((alert) => ({
      alertId: alert.alertId,
      counterId: alert.counterId,
      place: alert.counterId === null ? null : (counterName(office, alert.counterId) ?? null),
      at: alert.at,
      own: isOwn(alert, who),
      answered: alert.answeredAt !== null,
    }))
    .toArray(),
  counters: (office.settings?.counters ?? []).map(({ counterId, name }) => ({ counterId, name: name.fr })),
})

/** Each command of safety, and what decides it. */
export const safetyDecisions = {
  'alert.raise': raiseAlert,
  'alert.answer': answerAlert,
  'incident.record': recordIncident,
} satisfies Decisions

/** Each view of safety, and what makes it. */
export const safetyViews = {
  'safety.view': safetyView,
} satisfies Views

/** Each event of safety, and what it changes in the office. */
export const safetyEvolutions = {
  alertRaised: evolveSafety,
  alertAnswered: evolveSafety,
  incidentRecorded: evolveSafety,
} satisfies Evolutions
