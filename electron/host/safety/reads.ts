import type { Incident, IncidentId } from '../../../shared/contract/safety/calls.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { dateIn, instantOf } from '../../../shared/domain/core/calendar/index.ts'
import { counterName, zoneOf } from '../../../shared/domain/state.ts'
import type { IncidentRow } from '../../../shared/domain/safety/state.ts'
import { hour } from '../../../shared/messages/format/numbers.ts'
import { safetyWords } from '../../../shared/messages/safety/safety.fr.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { csv } from '../history/files.ts'
import type { Reading, Tables } from '../reading.ts'

const listed = 200

/** The forms of what happened in a period, the latest first; that someone reads them is noted. */
async function incidentsOf(
  tables: Tables,
  { from, to }: Input<'incidents.list'>,
): Promise<readonly Incident[] | { readonly refusal: 'officeNotCreated' | 'badPeriod' }> {
  const { journal, office, personal } = tables
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (to < from) return { refusal: 'badPeriod' }
  const { zone } = office.settings.calendar
  const [first, end] = [instantOf(zone, from, 0), instantOf(zone, to, 1440)]
  await noteConsultation(tables, 'incidents', [`${from}/${to}`])
  const rows = (await journal.personal('incident')) as ReadonlyMap<IncidentId, IncidentRow>
  return [...rows]
    .filter(([, { happenedAt }]) => happenedAt >= first && happenedAt < end)
    .map(([incidentId, { counterId, agentId, ...row }]) => {
      const name = agentId === null ? undefined : personal.agents.get(agentId)
      return {
        incidentId,
        ...row,
        place: counterId === null ? null : (counterName(office, counterId) ?? counterId),
        by: name ? `${name.firstName} ${name.familyName}` : agentId,
      }
    })
    .toSorted((one, other) => other.happenedAt - one.happenedAt)
}

/** The incidents of a period, the latest first; reading them is noted. */
export const listIncidents: Reading<'incidents.list'> = async (period, tables) => {
  const found = await incidentsOf(tables, period)
  return 'refusal' in found ? found : { incidents: found.slice(0, listed), total: found.length }
}

/** The incidents of a period in their order, as a table; reading them is noted. */
export const exportIncidents: Reading<'incidents.export'> = async (period, tables) => {
  const found = await incidentsOf(tables, period)
  if ('refusal' in found) return found
  const zone = zoneOf(tables.office)
  const words = safetyWords.export
  const bytes = csv({
    title: words.title(period.from, period.to),
    headings: words.headings,
    rows: found
      .toReversed()
      .map(({ happenedAt, recordedAt, place, nature, facts, by }) => [
        { date: dateIn(zone, happenedAt) },
        hour(happenedAt, zone),
        place ?? safetyWords.form.noPlace,
        safetyWords.natures[nature],
        facts,
        by,
        { date: dateIn(zone, recordedAt) },
      ]),
  })
  return {
    name: words.fileName(period.from, period.to),
    type: 'text/csv',
    base64: Buffer.from(bytes).toString('base64'),
  }
}
