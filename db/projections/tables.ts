import type { CompiledQuery } from 'kysely'
import type { OfficeId } from '../../shared/contract/ids.ts'
import type { Journal } from '../journal/port.ts'
import type { Compiler } from './compile.ts'
import { archiveTable } from './privacy/archives.ts'
import { consultationStore } from './privacy/accessLog.ts'
import { documentTable } from './documents/table.ts'
import { fileTable } from './files/table.ts'
import { visitTable } from './history/visits.ts'
import { integrationsStore } from './integrations.ts'
import { tillTable } from './till.ts'

/** Asks the database, or changes it; each journal has its own way. `officeId` is asked each time: birth changes it. */
export type Engine = {
  readonly sql: Compiler
  readonly officeId: () => OfficeId
  readonly ask: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>
  readonly run: (query: CompiledQuery) => Promise<void>
}

/** What a journal reads and keeps in the same words whichever engine keeps it. */
export const tablesOf = ({
  sql,
  officeId,
  ask,
  run,
}: Engine): Pick<
  Journal,
  'archives' | 'documents' | 'visits' | 'files' | 'till' | 'software' | 'consultations'
> => ({
  archives: archiveTable(sql, officeId, ask),
  documents: documentTable(sql, officeId, ask),
  visits: visitTable(sql, officeId, ask),
  files: fileTable(sql, officeId, ask),
  till: tillTable(sql, officeId, ask),
  software: integrationsStore(sql, officeId, ask, run),
  consultations: consultationStore(sql, officeId, ask, run),
})
