import { calls, type ReadName } from '../../shared/contract/index.ts'
import { listDocumentClosings } from './documents/closings.ts'
import { getDocument, listDocuments } from './documents/reads.ts'
import { exportAssisted, getFile, listLooks, nameFiles } from './files/reads.ts'
import { findFiles, findTitles } from './files/finding.ts'
import { getForecast } from './waits/forecastDay.ts'
import { exportFigures, exportMonths, getDay, getDays, getEquality, getMonths } from './history/reads.ts'
import {
  exportCommitments,
  exportStatistics,
  getCommitments,
  showCalendar,
  showSoftware,
} from './integrations/reads.ts'
import { searchLaw, showLaw } from './law/search.ts'
import { getPiece } from './media/recordings.ts'
import { showAgreed, showPartners, showPlaces, showPartnersDay } from './partners/reads.ts'
import { getArchives } from './privacy/archives.ts'
import { exportConsultations, listConsultations } from './privacy/accessLog/reads.ts'
import { getDuties } from './privacy/duties.ts'
import { getPerson } from './privacy/person.ts'
import { getRegister } from './privacy/register.ts'
import { exportIncidents, listIncidents } from './safety/reads.ts'
import { exportBooks, getEntry, listClosings, listEntries } from './till/reads.ts'
import { programVersion } from './updates/programVersion.ts'
import { getTrail } from './visit/trail.ts'
import { tryDay } from './waits/tryRules.ts'
import type { Answer } from './core/answer.ts'
import type { Reading, Readings, Tables } from './reading.ts'

/** What reads and writes fiches and packages is large: it is loaded with the first of these readings, and at no start. */
const aboutRules = () => import('./law/reads.ts')

/** Print services are asked when a printer is added, and at no start. Milliseconds. */
const findPrinters: Reading<'printers.found'> = async () => {
  const { listQueues } = await import('../printing/cups.ts')
  const found = await listQueues(AbortSignal.timeout(5000))
  return { queues: found.filter((name) => name.length <= 127).slice(0, 100) }
}

/** One reading for each name, from the tables: a name without one does not compile. */
const readings: Readings<ReadName> = {
  'files.find': findFiles,
  'files.names': nameFiles,
  'files.findTitles': findTitles,
  'file.get': getFile,
  'files.looks': listLooks,
  'assisted.export': exportAssisted,
  'consultations.list': listConsultations,
  'consultations.export': exportConsultations,
  'person.get': getPerson,
  'duties.get': getDuties,
  'archives.get': getArchives,
  'register.get': getRegister,
  'directory.search': (input, { directory }) => directory(input),
  'partners.list': showPartners,
  'partners.day': showPartnersDay,
  'partners.places': showPlaces,
  'partners.agreed': showAgreed,
  'gateways.show': (_, { gateways }) => Promise.resolve(gateways()),
  'printers.found': findPrinters,
  'login.offer': (_, { login }) => Promise.resolve(login.offer()),
  'source.show': (_, { appointments }) => Promise.resolve(appointments.show()),
  'coordination.show': (_, { appointments }) => Promise.resolve(appointments.coordination.show()),
  'slotSearch.show': (_, { appointments }) => Promise.resolve(appointments.slotSearch.show()),
  'login.show': (_, { login }) => Promise.resolve(login.show()),
  'updates.state': async (_, { updates }) => ({ ...(await updates.state()), version: programVersion() }),
  'doctor.get': ({ again = false }, { doctor }) => doctor.find(again),
  'key.state': (_, { keyKeeping }) => keyKeeping.state(),
  'document.get': getDocument,
  'document.list': listDocuments,
  'document.closings': listDocumentClosings,
  'trail.get': getTrail,
  'incidents.list': listIncidents,
  'incidents.export': exportIncidents,
  'waits.forecast': getForecast,
  'history.days': getDays,
  'history.day': getDay,
  'history.equality': getEquality,
  'history.export': exportFigures,
  'history.months': getMonths,
  'history.exportMonths': exportMonths,
  'commitments.get': getCommitments,
  'commitments.export': exportCommitments,
  'law.procedure': async (...asked) => (await aboutRules()).showProcedure(...asked),
  'law.changes': async (...asked) => (await aboutRules()).showChanges(...asked),
  'rules.packages': async (...asked) => (await aboutRules()).listPackages(...asked),
  'rules.tryPackage': async (...asked) => (await aboutRules()).tryPackage(...asked),
  'drafts.list': async (...asked) => (await aboutRules()).listDrafts(...asked),
  'drafts.pack': async (...asked) => (await aboutRules()).packDraft(...asked),
  'drafts.show': async (...asked) => (await aboutRules()).showDraft(...asked),
  'law.search': searchLaw,
  'law.show': showLaw,
  'recording.piece': getPiece,
  'scan.read': async (...asked) => (await import('./identity/scan.ts')).readScan(...asked),
  'software.show': showSoftware,
  'appointments.calendar': showCalendar,
  'statistics.export': exportStatistics,
  'till.entries': listEntries,
  'till.entry': getEntry,
  'till.closings': listClosings,
  'till.export': exportBooks,
  'rules.try': tryDay,
}

/** Reads the tables, and answers what the contract says: a reading that found something else is a fault. */
export async function answerRead(name: ReadName, input: unknown, tables: Tables): Promise<Answer> {
  const result = await (readings[name] as unknown as Reading<ReadName>)(input as never, tables)
  return 'refusal' in result
    ? { code: result.refusal }
    : { text: JSON.stringify(calls[name].output.parse(result)) }
}
