import type { DeadLetter } from '../../../db/journal/integrations.ts'
import { published } from '../../../shared/contract/integrations/published.ts'
import { writeIcs } from '../../../shared/domain/appointments/writeIcs.ts'
import { commitmentFiles } from '../history/commitmentFiles.ts'
import { yearOfCommitments } from '../history/commitments.ts'
import { daysBetween } from '../history/days.ts'
import { openFiles } from '../history/openData.ts'
import { historyEquality } from '../history/equality.ts'
import { historyDays } from '../history/readHistory.ts'
import { tellOutside } from '../history/untold.ts'
import type { Reading } from '../reading.ts'

const shownLetters = 200

/** Tokens, webhooks and what could not be delivered, as the administration shows them: no secret. */
export const showSoftware: Reading<'software.show'> = async (_input, { journal, office }) => {
  const [uses, positions, counts, dead, { seq: head }] = await Promise.all([
    journal.software.uses(),
    journal.software.positions(),
    journal.software.deadCounts(),
    journal.software.dead(shownLetters),
    journal.head(),
  ])
  const { settings, tokens, webhooks } = office.software
  return {
    settings,
    tokens: tokens
      .valueSeq()
      .sortBy(({ createdAt }) => createdAt)
      .map(({ tokenId, label, scopes, until, createdAt }) => ({
        tokenId,
        label,
        scopes,
        until,
        createdAt,
        usedAt: uses.get(tokenId) ?? null,
      }))
      .toArray(),
    webhooks: webhooks
      .valueSeq()
      .sortBy(({ since }) => since)
      .map(({ since, ...webhook }) => {
        const position = positions.find(({ webhookId }) => webhookId === webhook.webhookId)
        return {
          ...webhook,
          seq: position?.seq ?? since,
          head,
          attempts: position?.attempts ?? 0,
          problem: position?.problem ?? null,
          nextAt: position && position.attempts > 0 ? position.nextAt : null,
          dead: counts.get(webhook.webhookId) ?? 0,
        }
      })
      .toArray(),
    dead: dead.filter((letter: DeadLetter) => webhooks.has(letter.webhookId)),
    types: Object.keys(published),
  }
}

/** Appointments of today and later: hours and services, nobody's name. */
export const showCalendar: Reading<'appointments.calendar'> = (input, { office, now }) => {
  const { settings } = office
  if (settings === null) return Promise.resolve({ refusal: 'officeNotCreated' })
  const entries = office.appointments
    .valueSeq()
    .filter(({ serviceId }) => input.serviceId === undefined || serviceId === input.serviceId)
    .sortBy(({ startsAt }) => startsAt)
    .map(({ appointmentId, serviceId, procedureId, startsAt, minutes, files }) => ({
      uid: `${appointmentId}@guichet`,
      startsAt,
      minutes,
      service: settings.services.find((service) => service.serviceId === serviceId)?.name.fr ?? serviceId,
      procedure: procedureId,
      files,
    }))
    .toArray()
  return Promise.resolve({ text: writeIcs(settings.address.name, entries, now), total: entries.length })
}

/** The figures of a period in open formats. */
export const exportStatistics: Reading<'statistics.export'> = async (period, tables) => {
  const { settings } = tables.office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const { services, calendar, address } = settings
  const days = daysBetween(calendar.zone, period)
  if (!days) return { refusal: 'badPeriod' }
  const telling = await tellOutside(tables, days)
  const files = openFiles(
    { ...period, name: address.name },
    await historyDays(telling, days),
    await historyEquality(telling, days),
    services,
  )
  return { files: [...files] }
}

/** What the office did of its commitments in a year. */
export const getCommitments: Reading<'commitments.get'> = async ({ year }, { journal, office, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  return (
    (await yearOfCommitments(journal, office.settings, { year, now, day: office.day })) ?? {
      refusal: 'badPeriod',
    }
  )
}

/** The commitments of a year in open formats. */
export const exportCommitments: Reading<'commitments.export'> = async (asked, tables) => {
  const found = await getCommitments(asked, tables)
  return 'refusal' in found ? found : { files: [...commitmentFiles(found)] }
}
