import { useState } from 'react'
import type { FileId, LocalDate, PieceId, ProcedureId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { PieceState } from '../../shared/contract/law/assessment.ts'
import { useView } from '../link/hooks.ts'

/** Services, procedures, and what the rules say of the one chosen on the day of its reception. */
export type RequestView = Output<'request.view'>

type Typed = {
  readonly procedureId: ProcedureId | null
  readonly answers: Readonly<Record<string, string>>
  readonly receivedOn: LocalDate | null
  readonly pieces?: readonly { readonly pieceId: PieceId; readonly state: PieceState }[]
}

/** The host's view of a request as it is typed; the last view stays until the next one comes. */
export function useTyped({ procedureId, answers, receivedOn, pieces = [] }: Typed): RequestView | undefined {
  const view = useView('request.view', {
    ...(procedureId === null ? {} : { procedureId, answers: { ...answers }, pieces: [...pieces] }),
    ...(receivedOn === null ? {} : { receivedOn }),
  })
  const [last, setLast] = useState(view)
  if (view !== undefined && view !== last) setLast(view)
  return view ?? last
}

/** What the rules say of a file, as it stands. */
export const useRulesOf = (fileId: FileId): RequestView | undefined => useView('request.view', { fileId })
