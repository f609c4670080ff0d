import type { EventType, Recorded } from '../contract/events.ts'
import { backupEvolutions } from './backup/backup.ts'
import { appointmentsEvolutions } from './appointments/evolve.ts'
import type { Evolve } from './decision.ts'
import { documentsEvolutions } from './documents/evolve.ts'
import { filesEvolutions, withoutEndedFiles } from './files/evolve.ts'
import { integrationsEvolutions } from './integrations/evolve.ts'
import { lawEvolutions } from './law/law.ts'
import { mediaEvolutions } from './media/evolve.ts'
import { networkEvolutions } from './network/network.ts'
import { officeEvolutions, withChange } from './office/evolve.ts'
import { partnersEvolutions } from './partners/evolve.ts'
import { peopleEvolutions } from './people/evolve.ts'
import { privacyEvolutions } from './privacy/evolve.ts'
import { queueEvolutions } from './queue/evolve.ts'
import { withHeard, withoutOldSeries, withoutSeriesOfRevoked } from './queue/provisional.ts'
import { safetyEvolutions } from './safety/safety.ts'
import type { Office } from './state.ts'
import { tillEvolutions } from './till/evolve.ts'
import { trainingEvolutions, withLesson } from './training/training.ts'
import { visitEvolutions } from './visit/evolve.ts'

/** The version of what follows: a snapshot of another version is rebuilt from the journal. */
export const evolveVersion = 45

/** One change for each event: an event without one does not compile. */
const evolutions: { readonly [T in EventType]: Evolve } = {
  ...appointmentsEvolutions,
  ...backupEvolutions,
  ...documentsEvolutions,
  ...filesEvolutions,
  ...integrationsEvolutions,
  ...lawEvolutions,
  ...mediaEvolutions,
  ...networkEvolutions,
  ...officeEvolutions,
  ...partnersEvolutions,
  ...peopleEvolutions,
  ...privacyEvolutions,
  ...queueEvolutions,
  ...safetyEvolutions,
  ...tillEvolutions,
  ...trainingEvolutions,
  ...visitEvolutions,
  // The day's end is the files' too, and that of series that were lent long ago.
  dayClosed: (office, recorded) =>
    withoutOldSeries(withoutEndedFiles(officeEvolutions.dayClosed(office, recorded) ?? office), recorded.at),
  // A station that is one no more gives back the numbers that it was lent.
  stationRevoked: (office, recorded) =>
    withoutSeriesOfRevoked(networkEvolutions.stationRevoked(office, recorded) ?? office, recorded),
}

/** The office after one more event. Total: whatever the journal holds, it never throws. */
export const evolve = (office: Office, recorded: Recorded): Office =>
  withLesson(withHeard(withChange(evolved(office, recorded), recorded), recorded), recorded)

function evolved(office: Office, recorded: Recorded): Office {
  // A journal that a newer program wrote may hold a type that this one does not know.
  const change = evolutions[recorded.event.type] as Evolve | undefined
  return change?.(office, recorded) ?? office
}
