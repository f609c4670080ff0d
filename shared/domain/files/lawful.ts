import type { PieceName } from '../../contract/files/file.ts'
import type { AssessedPiece, Assessment } from '../../contract/law/assessment.ts'
import { assessSheet, unlawfulPiece } from '../visit/checklist.ts'
import type { FileRequest } from './regime.ts'

/** What the office may not ask, dispensed pieces and those that an administration holds included (CRPA R113-5, R113-8, R113-10, L113-12). */
const notAskable: ReadonlySet<string> = new Set(['mayNotBeAsked', 'notRequired', 'heldByAdministration'])

export const assessedPiece = (found: Assessment | null, piece: PieceName): AssessedPiece | undefined =>
  'pieceId' in piece ? found?.pieces.find(({ pieceId }) => pieceId === piece.pieceId) : undefined

/** The first of the pieces that may not be asked, with its texts; the agent's own words are read too. */
export function unlawfulAmong({ rules, sheet }: FileRequest, pieces: readonly PieceName[]) {
  const found = assessSheet(rules, sheet)
  for (const piece of pieces) {
    if ('label' in piece) {
      const caught = unlawfulPiece(rules, sheet, piece.label)
      if (caught)
        return {
          refusal: 'pieceMayNotBeAsked',
          details: [caught.title, ...caught.sources.map(({ label }) => label)],
        } as const
      continue
    }
    const assessed = assessedPiece(found, piece)
    if (assessed && notAskable.has(assessed.status))
      return {
        refusal: 'pieceMayNotBeAsked',
        details: [assessed.title, ...assessed.sources.map(({ title }) => title)],
      } as const
  }
  return undefined
}
