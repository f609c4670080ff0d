import type { DemandRefusal } from '../../contract/law/demands.ts'
import type { AssessedPiece, Assessment, SourceRef } from '../../contract/law/assessment.ts'
import type { PieceName } from '../../contract/files/file.ts'
import type { PieceId, ProcedureId } from '../../contract/ids.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { isPartOf, requirablePieces, sameDemand, type RequirablePiece } from '../../procedures/requirable.ts'
import type { Refused } from '../decision.ts'
import { articleKey } from './articles.ts'
import { assessSheet, pieceTitle, refOfSource, unlawfulPiece } from './checklist.ts'
import type { RulesNow } from './rulesNow.ts'

// Only what a text requires can be missing. Every door that notes a piece as lacking, asks it or prints it passes here.

/** A piece that somebody says is lacking: by its id in the rules, or in words with the text that would require it. */
export type Demand = PieceName & { readonly source?: string | undefined }

/** The text on which a piece may lack, and the piece as it is then named: what was typed is never what is asked. */
export type Ground = {
  readonly piece: PieceName
  readonly title: string
  /** What restricts it: whoever reads the title alone would bring more than its rule asks. */
  readonly detail: string | null
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
  readonly indispensable: boolean | null
}

export type Barred = Refused<DemandRefusal>

/** What the rules see of a request. */
type Request = { readonly rules: RulesNow; readonly sheet: Sheet }

const barred = (refusal: DemandRefusal, ...details: readonly string[]): Barred => ({ refusal, details })

const titles = (sources: readonly SourceRef[]): readonly string[] => sources.map(({ title }) => title)

/**
 * The ground on which a piece may lack in this case, or why it may not. A piece of the rules lacks where they require it;
 * one in words, where they are those of such a piece, of a local regulation, or of a piece that the article named requires
 * where no list is known. Words alone are no ground (CRPA L114-5).
 * @param found what the rules say of the request, where it is known already
 */
export function mayLack(
  request: Request,
  demand: Demand,
  found: Assessment | null = assessSheet(request.rules, request.sheet),
): Ground | Barred {
  return 'pieceId' in demand ? ofRules(request, found, demand.pieceId) : inWords(request, found, demand)
}

function ofRules({ rules, sheet }: Request, found: Assessment | null, pieceId: PieceId): Ground | Barred {
  const piece = found?.pieces.find((one) => one.pieceId === pieceId)
  if (piece) return judged(found!, piece)
  const title = sheet.procedureId === null ? undefined : pieceTitle(rules, sheet.procedureId, pieceId)
  return title === undefined ? barred('unknownPiece', pieceId) : barred('pieceNotRequired', title)
}

/** After the name of a piece that another one can stand for: whoever reads that it lacks knows that one of them is enough. */
export const oneOfThem = ' (l’une des pièces au choix suffit)'

/** The name of a piece as it is said to lack. */
export const lackingTitle = ({ title, status }: Pick<AssessedPiece, 'title' | 'status'>): string =>
  status === 'alternative' ? `${title}${oneOfThem}` : title

/** A piece of the checklist, by what the rules say of it in this case. */
function judged({ question }: Assessment, piece: AssessedPiece): Ground | Barred {
  const { pieceId, title, detail, sources, toConfirm, indispensable } = piece
  switch (piece.status) {
    case 'required':
    case 'alternative':
      return { piece: { pieceId }, title: lackingTitle(piece), detail, sources, toConfirm, indispensable }
    case 'heldByAdministration':
      return barred('pieceHeld', title, ...titles(sources))
    case 'mayNotBeAsked':
      return barred('pieceMayNotBeAsked', title, ...titles(sources))
    case 'notRequired':
      return barred('pieceNotRequired', title, ...titles(sources))
    case 'unknown':
      return barred('pieceDependsOnCase', title, ...(question ? [question.title] : []))
  }
}

function inWords(
  { rules, sheet }: Request,
  found: Assessment | null,
  { label, source }: Extract<Demand, { readonly label: string }>,
): Ground | Barred {
  const pieces = found?.pieces ?? []
  const same = pieces.find(({ title }) => sameDemand(label, title))
  if (found && same) return judged(found, same)
  const unlawful = unlawfulPiece(rules, sheet, label)
  if (unlawful)
    return barred(
      unlawful.held ? 'pieceHeld' : 'pieceMayNotBeAsked',
      unlawful.title,
      ...unlawful.sources.map((one) => one.label),
    )
  const near = pieces.filter(
    ({ title, status }) => isPartOf(label, title) && (status === 'required' || status === 'alternative'),
  )
  if (found && near.length === 1) return judged(found, near[0]!)
  const local = found?.local?.find(({ title }) => sameDemand(label, title))
  if (local) return onText(local.title, local.source)
  return sheet.procedureId !== null && hasList(rules, sheet.procedureId)
    ? barred(source === undefined ? 'pieceWithoutText' : 'pieceNotInText', label, ...named(source))
    : byArticle(rules, label, source)
}

const named = (source: string | undefined): readonly string[] => (source === undefined ? [] : [source])

/** Whether the base knows what this procedure requires: an article of another one then adds nothing to its list. */
const hasList = ({ catalogue, date }: RulesNow, procedureId: ProcedureId): boolean =>
  requirablePieces(catalogue, date).some((piece) => piece.procedureId === procedureId)

const onText = (title: string, source: SourceRef): Ground => ({
  piece: { label: title },
  title,
  detail: null,
  sources: [source],
  toConfirm: source.toConfirm,
  indispensable: null,
})

/** Of a request whose list nobody knows here: a piece that an article of the base requires, named as the base names it. */
function byArticle(rules: RulesNow, label: string, source: string | undefined): Ground | Barred {
  if (source === undefined) return barred('pieceWithoutText', label)
  const { catalogue, date } = rules
  const key = articleKey(source)
  const article = ({ sourceIds }: RequirablePiece) =>
    sourceIds.flatMap((sourceId) => {
      const ref = refOfSource(catalogue, sourceId, date)
      return ref && (sourceId === source || articleKey(ref.title) === key) ? [ref] : []
    })[0]
  const its = requirablePieces(catalogue, date).flatMap((piece) => {
    const ref = article(piece)
    return ref ? [{ title: piece.title, ref }] : []
  })
  if (its.length === 0) return barred('pieceWithoutText', label, source)
  const found =
    its.find(({ title }) => sameDemand(label, title)) ??
    only(its.filter(({ title }) => isPartOf(label, title)))
  return found ? onText(found.title, found.ref) : barred('pieceNotInText', label, source)
}

const only = <T extends { readonly title: string }>(found: readonly T[]): T | undefined =>
  new Set(found.map(({ title }) => title)).size === 1 ? found[0] : undefined

/** The grounds of pieces asked together, in their order; the first that may not be asked refuses them all. */
export function grounds(
  request: Request,
  demands: readonly Demand[],
): Barred | { readonly grounds: readonly Ground[] } {
  const all: Ground[] = []
  const found = assessSheet(request.rules, request.sheet)
  for (const demand of demands) {
    const ground = mayLack(request, demand, found)
    if ('refusal' in ground) return ground
    all.push(ground)
  }
  return { grounds: all }
}

/** A ground as a sheet or a file keeps it: by its id, or by the name that its text gives, with that text. */
export const demandOf = ({ piece, sources }: Ground): Demand =>
  'pieceId' in piece ? piece : { ...piece, source: sources[0]?.title }

const titleOf = (rules: RulesNow, { procedureId }: Sheet, piece: SheetPiece): string =>
  'label' in piece
    ? piece.label
    : ((procedureId === null ? undefined : pieceTitle(rules, procedureId, piece.pieceId)) ?? piece.pieceId)

/**
 * The sheet as the rules of now let it stand: what lacked and is no longer required is not examined, what was presented
 * stays. `setBack` names what changed, for whoever receives the person.
 */
export function judgedSheet(
  rules: RulesNow,
  sheet: Sheet,
): { readonly sheet: Sheet; readonly setBack: readonly string[] } {
  if (sheet.pieces.every(({ state }) => state !== 'missing')) return { sheet, setBack: [] }
  const found = assessSheet(rules, sheet)
  const setBack: string[] = []
  const pieces = sheet.pieces.map((piece): SheetPiece => {
    if (piece.state !== 'missing' || !('refusal' in mayLack({ rules, sheet }, piece, found))) return piece
    setBack.push(titleOf(rules, sheet, piece))
    return { ...piece, state: 'notExamined' }
  })
  return setBack.length === 0 ? { sheet, setBack } : { sheet: { ...sheet, pieces }, setBack }
}
