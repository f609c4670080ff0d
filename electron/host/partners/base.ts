import { addressOf } from '../../../db/postgres/address.ts'
import { postgresJournal } from '../../../db/postgres/journal.ts'
import { officesOf } from '../../../db/postgres/offices.ts'
import { bringUp } from '../../../db/postgres/schema.ts'
import { openServer, type Server } from '../../../db/postgres/server.ts'
import type { Instant, LocalDate, OfficeId } from '../../../shared/contract/ids.ts'
import type { PartnerOffice } from '../../../shared/contract/partners/day.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import { localDay } from '../history/days.ts'
import { historyEquality } from '../history/equality.ts'
import { historyDay } from '../history/readHistory.ts'
import { tellHere } from '../history/untold.ts'
import { restored } from '../core/fromJournal.ts'
import { partnerFigures } from './figures.ts'

/**
 * The day of every office that this account sees in a PostgreSQL database, by name: read, never written, so that a standby
 * does and the offices' own server has nothing of it to do.
 * @throws StorageError with the sentence to show
 */
export async function officesOfBase(url: string, date: LocalDate): Promise<readonly PartnerOffice[]> {
  const server = await openServer(addressOf(url), { patience: 0, reading: true })
  try {
    await bringUp(server, false)
    const all: PartnerOffice[] = []
    for (const { officeId } of await officesOf(server)) all.push(await dayOf(server, officeId, date))
    return all.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'))
  } finally {
    await server.close()
  }
}

async function dayOf(server: Server, office: OfficeId, date: LocalDate): Promise<PartnerOffice> {
  const journal = postgresJournal(server, { office, born: true, holder: '', reading: true })
  const state = (await restored(journal)).office
  const day = localDay(zoneOf(state), date)
  const now = Date.now() as Instant
  const telling = await tellHere({ journal, office: state, now }, [day])
  return {
    name: state.settings?.address.name ?? office,
    state: 'answered',
    figures: partnerFigures(await historyDay(telling, day), await historyEquality(telling, [day])),
  }
}
