import type { Journal } from '../../../db/journal/port.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import { contract, type Input, type Output, type ReadName } from '../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { instantOf } from '../../../shared/domain/office/calendar/index.ts'
import type { Catalogue } from '../../../shared/procedures/catalogue.ts'
import type { Trust } from '../../../shared/identity/twoDDoc/trust.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Answer } from './deciding.ts'
import { exportConsultations, listConsultations } from '../privacy/accessLog/reads.ts'
import { noteConsultation } from '../privacy/accessLog/note.ts'
import { exportAssisted, findFiles, getFile, listLooks } from '../files/reads.ts'
import { daysBetween, localDay } from '../history/days.ts'
import { exportedFile } from '../history/exported.ts'
import { historyDay, historyDays, historyEquality } from '../history/readHistory.ts'
import type { Directory } from '../partners/directory/folder.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import { getPassage } from '../visit/trailRead.ts'
import { listDocumentClosings } from '../documents/closings.ts'
import type { Login } from '../people/login/start.ts'
import type { KeyKeeping } from '../office/keyKeeping.ts'
import type { MachineUpdates } from '../updates/machine.ts'
import { programVersion } from '../updates/programVersion.ts'
import type { Rules } from '../law/folder.ts'
import { getPiece } from '../media/recordings.ts'
import { isKeptFrom } from '../privacy/limited.ts'
import { getPerson } from '../privacy/person.ts'
import { getDuties } from '../privacy/duties.ts'
import { getRegister } from '../privacy/register.ts'
import { searchLaw, showLaw } from '../law/search.ts'
import { exportBooks, getEntry, listClosings, listEntries } from '../till/reads.ts'
import {
  exportCommitments,
  exportStatistics,
  getCommitments,
  showCalendar,
  showSoftware,
} from '../integrations/reads.ts'
import { exportIncidents, listIncidents } from '../safety/reads.ts'
import { showPartners, showPlaces, showTown } from '../partners/reads.ts'
import type { Partners } from '../partners/partners.ts'
import { tryRules } from '../waits/tryRules.ts'
import { isAsSealed } from '../documents/sealed.ts'

/** What a reading may know: the tables, the office as it stands, who asks and when, the rules and the certificates. */
export type Tables = {
  readonly journal: Journal
  readonly office: Office
  readonly who: Who
  readonly now: Instant
  readonly catalogue: Catalogue
  readonly trust: () => Promise<Trust>
  readonly personal: Personal
  readonly rules: Rules
  readonly directory: Directory
  readonly keyKeeping: KeyKeeping
  readonly updates: MachineUpdates
  /** The offices that this one works with; undefined where their file can't be read. */
  readonly partners: () => Partners
  readonly login: Pick<Login, 'offer' | 'show'>
}
export type Reading<N extends ReadName> = (
  input: Input<N>,
  tables: Tables,
) => Promise<Output<N> | { readonly refusal: ErrorCode }>

/** What reads and writes fiches and packages is large: it is read with the first of these readings, and at no start. */
const aboutRules = () => import('../law/reads.ts')

const documentsPage = 50

const getDocument: Reading<'document.get'> = async ({ documentId }, tables) => {
  const { journal, office } = tables
  const seal = await journal.documents.seal(documentId)
  if (seal === undefined) return { refusal: 'unknownDocument' }
  if (await isKeptFrom(journal, office, tables.who, 'document', documentId))
    return { refusal: 'personLimited' }
  const kept = (await journal.personalRow('document', documentId)) as IssuedDocument | undefined
  if (kept === undefined) return { refusal: 'documentErased' }
  if (!isAsSealed(kept, seal, office.publicKey)) return { refusal: 'documentAltered' }
  await noteConsultation(tables, 'document', [documentId])
  return kept
}

const listDocuments: Reading<'document.list'> = async (
  { date, until, before, kind, number, fileId, ticket },
  { journal, office },
) => {
  const zone = office.settings?.calendar.zone ?? 'Europe/Paris'
  const { documents, more } = await journal.documents.list({
    ...(date === undefined
      ? {}
      : { from: instantOf(zone, date, 0), to: instantOf(zone, until ?? date, 1440) }),
    ...(before === undefined ? {} : { before }),
    ...(kind === undefined ? {} : { kind }),
    ...(number === undefined ? {} : { number: number.toUpperCase() }),
    ...(fileId === undefined ? {} : { fileId }),
    ...(ticket === undefined ? {} : { ticket }),
    limit: documentsPage,
  })
  const lines = documents.map((row) => ({
    documentId: row.documentId,
    kind: row.kind,
    number: row.number,
    issuedAt: row.issuedAt,
    erased: row.erased,
    handedAt: row.handedAt,
    cancelledBy: row.cancelledBy,
    correctedBy: row.correctedBy,
    ticket: row.ticket,
    file: row.file,
    copies: row.copies,
  }))
  return { documents: lines.slice(0, documentsPage), more: more || lines.length > documentsPage }
}

const getDays: Reading<'history.days'> = async (period, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const days = daysBetween(office.settings.calendar.zone, period)
  return days ? { days: [...(await historyDays(journal, days))] } : { refusal: 'badPeriod' }
}

const getDay: Reading<'history.day'> = async ({ date }, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  return historyDay(journal, localDay(office.settings.calendar.zone, date))
}

const getEquality: Reading<'history.equality'> = async (period, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const days = daysBetween(office.settings.calendar.zone, period)
  return days ? historyEquality(journal, days) : { refusal: 'badPeriod' }
}

const exportFigures: Reading<'history.export'> = async (asked, { journal, office }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { services, calendar } = office.settings
  const days = daysBetween(calendar.zone, asked)
  if (!days) return { refusal: 'badPeriod' }
  return exportedFile(asked, await historyDays(journal, days), await historyEquality(journal, days), services)
}

const answering =
  <N extends ReadName>(name: N, reading: Reading<N>) =>
  async (input: Input<N>, tables: Tables): Promise<Answer> => {
    const result = await reading(input, tables)
    return 'refusal' in result
      ? { code: result.refusal as ErrorCode }
      : { text: JSON.stringify(contract[name].output.parse(result)) }
  }

/** One reading for each name, from the tables. */
export const reads: {
  readonly [N in ReadName]: (input: Input<N>, tables: Tables) => Promise<Answer>
} = {
  'files.find': answering('files.find', findFiles),
  'file.get': answering('file.get', getFile),
  'files.looks': answering('files.looks', listLooks),
  'consultations.list': answering('consultations.list', listConsultations),
  'consultations.export': answering('consultations.export', exportConsultations),
  'directory.search': answering('directory.search', (input, { directory }) => directory(input)),
  'assisted.export': answering('assisted.export', exportAssisted),
  'login.offer': answering('login.offer', (_, { login }) => Promise.resolve(login.offer())),
  'login.show': answering('login.show', (_, { login }) => Promise.resolve(login.show())),
  'updates.state': answering('updates.state', async (_, { updates }) => ({
    ...(await updates.state()),
    version: programVersion(),
  })),
  'key.state': answering('key.state', (_, { keyKeeping }) => keyKeeping.state()),
  'document.closings': answering('document.closings', listDocumentClosings),
  'document.get': answering('document.get', getDocument),
  'trail.get': answering('trail.get', getPassage),
  'document.list': answering('document.list', listDocuments),
  'town.partners': answering('town.partners', showPartners),
  'town.view': answering('town.view', showTown),
  'places.show': answering('places.show', showPlaces),
  'incidents.list': answering('incidents.list', listIncidents),
  'incidents.export': answering('incidents.export', exportIncidents),
  'history.days': answering('history.days', getDays),
  'history.day': answering('history.day', getDay),
  'history.equality': answering('history.equality', getEquality),
  'history.export': answering('history.export', exportFigures),
  'law.procedure': answering('law.procedure', async (...asked) =>
    (await aboutRules()).showProcedure(...asked),
  ),
  'law.changes': answering('law.changes', async (...asked) => (await aboutRules()).showChanges(...asked)),
  'rules.packages': answering('rules.packages', async (...asked) =>
    (await aboutRules()).listPackages(...asked),
  ),
  'rules.tryPackage': answering('rules.tryPackage', async (...asked) =>
    (await aboutRules()).tryPackage(...asked),
  ),
  'drafts.list': answering('drafts.list', async (...asked) => (await aboutRules()).listDrafts(...asked)),
  'drafts.pack': answering('drafts.pack', async (...asked) => (await aboutRules()).packDraft(...asked)),
  'drafts.show': answering('drafts.show', async (...asked) => (await aboutRules()).showDraft(...asked)),
  'person.get': answering('person.get', getPerson),
  'duties.get': answering('duties.get', getDuties),
  'register.get': answering('register.get', getRegister),
  'recording.piece': answering('recording.piece', getPiece),
  'scan.read': answering('scan.read', async (...asked) =>
    (await import('../identity/scan.ts')).readScan(...asked),
  ),
  'law.search': answering('law.search', searchLaw),
  'law.show': answering('law.show', showLaw),
  'software.show': answering('software.show', showSoftware),
  'appointments.calendar': answering('appointments.calendar', showCalendar),
  'statistics.export': answering('statistics.export', exportStatistics),
  'commitments.get': answering('commitments.get', getCommitments),
  'commitments.export': answering('commitments.export', exportCommitments),
  'till.entries': answering('till.entries', listEntries),
  'till.entry': answering('till.entry', getEntry),
  'till.closings': answering('till.closings', listClosings),
  'till.export': answering('till.export', exportBooks),
  'rules.try': answering('rules.try', (input, tables) => tryRules(tables, input)),
}
