import type { Journal } from '../../db/journal/port.ts'
import type { IssuedDocument } from '../../shared/contract/documents.ts'
import { contract, type Input, type Output, type ReadName } from '../../shared/contract/index.ts'
import type { ErrorCode } from '../../shared/contract/refusals.ts'
import { instantOf } from '../../shared/domain/calendar.ts'
import type { Office } from '../../shared/domain/office.ts'
import type { Answer } from './deciding.ts'

type Tables = { readonly journal: Journal; readonly office: Office }
type Reading<N extends ReadName> = (
  input: Input<N>,
  tables: Tables,
) => Promise<Output<N> | { readonly refusal: ErrorCode }>

const documentsPage = 50

const getDocument: Reading<'document.get'> = async ({ documentId }, { journal }) => {
  const row = await journal.personalRow('document', documentId)
  if (row !== undefined) return row as IssuedDocument
  return { refusal: (await journal.documents.seal(documentId)) ? 'documentErased' : 'unknownDocument' }
}

const listDocuments: Reading<'document.list'> = async ({ date, before }, { journal, office }) => {
  const zone = office.settings?.calendar.zone ?? 'Europe/Paris'
  const { documents, more } = await journal.documents.list({
    ...(date === undefined ? {} : { from: instantOf(zone, date, 0), to: instantOf(zone, date, 1440) }),
    ...(before === undefined ? {} : { before }),
    limit: documentsPage,
  })
  const lines = documents.map(({ documentId, kind, number, issuedAt, erased }) => ({
    documentId,
    kind,
    number,
    issuedAt,
    erased,
  }))
  return { documents: lines.slice(0, documentsPage), more: more || lines.length > documentsPage }
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
export const reads: { readonly [N in ReadName]: (input: Input<N>, tables: Tables) => Promise<Answer> } = {
  'document.get': answering('document.get', getDocument),
  'document.list': answering('document.list', listDocuments),
}
