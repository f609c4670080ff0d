import type { ProcedureId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { procedureOn } from '../../procedures/catalogue.ts'
import { modelOf } from '../../procedures/model.ts'
import { assessSheet } from '../law/checklist.ts'
import type { RulesNow } from '../law/rulesNow.ts'

/**
 * What is shown of the person, of who acts for them and of where they live: the same paper for another procedure. The form,
 * the declaration and the stamp of one request are no other's, whatever their names.
 */
const ofThePerson: ReadonlySet<string> = new Set([
  'photo',
  'identite',
  'acte-naissance',
  'justificatif-nationalite',
  'livret-famille',
  'rib',
  'justificatif-domicile',
  'justificatif-hebergeant',
  'justificatif-second-parent',
  'attestation-hebergement',
  'identite-hebergeant',
  'election-domicile',
  'residence-alternee',
  'identite-representant',
  'identite-tuteur',
  'jugement-tutelle',
])

/** What a procedure says of a piece: its name, what restricts it, how old it may be. */
function requirement({ catalogue, date }: RulesNow, procedureId: ProcedureId | null, pieceId: string) {
  const procedure = procedureId === null ? undefined : procedureOn(catalogue, procedureId, date)
  const piece = procedure && modelOf(procedure).pieces.find(({ data }) => data.id === pieceId)
  if (!piece) return null
  const { rule, data } = piece
  return JSON.stringify([rule.titre, data.détail, data.ancienneté?.mois, data.nature])
}

const asks = new Set(['required', 'alternative', 'unknown'])

/**
 * Of a sheet whose procedure changes, the pieces shown that the new one asks in the same words: what was seen is not asked
 * again, and the new list judges it. An act that says the answers too puts a sheet back, and says all of it.
 */
export function samePieces(
  rules: RulesNow,
  before: Sheet,
  { procedureId, answers }: Input<'sheet.update'>,
): (piece: SheetPiece) => boolean {
  if (procedureId === undefined || answers !== undefined) return () => false
  const list = assessSheet(rules, { ...before, procedureId, answers: {}, pieces: [] })?.pieces ?? []
  const asked = new Set(list.flatMap(({ pieceId, status }) => (asks.has(status) ? [pieceId] : [])))
  return (piece) => {
    if (!('pieceId' in piece) || piece.state !== 'presented' || !asked.has(piece.pieceId)) return false
    const now = requirement(rules, procedureId, piece.pieceId)
    return ofThePerson.has(piece.pieceId) && now === requirement(rules, before.procedureId, piece.pieceId)
  }
}
