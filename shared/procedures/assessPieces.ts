import type { PieceId } from '../contract/ids.ts'
import type { Situation } from './answers.ts'
import type { Evaluation } from './engine.ts'
import { type Consigne, consignesOn } from './consignes.ts'
import { dispensedBy, natureOfTitle } from './dispenses.ts'
import { exchanges } from './exchanges.ts'
import { type PieceNature, type PieceValue, pieceStatus } from './format.ts'
import type { Model, NamedRule } from './model.ts'
import { asSentence, reasonOf } from './reasons.ts'
import { type Cited, type Sourced, sourced } from './sources.ts'

export type PieceStatus =
  | 'required'
  | 'alternative'
  | 'notRequired'
  | 'heldByAdministration'
  | 'mayNotBeAsked'
  | 'unknown'

export type AssessedPiece = Sourced & {
  readonly pieceId: PieceId
  readonly title: string
  readonly detail: string | null
  readonly status: PieceStatus
  /** True for what only some cases need, while the case is not known: a page may fold these lines. */
  readonly conditional: boolean
  readonly why: string
  /** Whether the instruction can't go on without it (CRPA L114-5-1); null where the request gives no right. */
  readonly indispensable: boolean | null
  /** The exchange that could give it; `connected` when this office is on it, and then it is not asked. */
  readonly exchange: {
    readonly exchangeId: string
    readonly title: string
    readonly connected: boolean
  } | null
  /** Instructions that bear on it, each with the texts that it goes against. */
  readonly consignes: readonly Consigne[]
  readonly domicile: boolean
}

const isStatus = (value: unknown): value is PieceValue =>
  typeof value === 'string' && Object.hasOwn(pieceStatus, value)

/** A piece as its own rule has it; null when it is no part of the checklist. */
function fromRule(model: Model, evaluation: Evaluation, piece: NamedRule<'pièce'>, situation: Situation) {
  const { name, rule, data } = piece
  const value = evaluation.value(name)
  if (value === null || value === false) return null
  const exchange = exchanges.find(({ exchangeId }) => exchangeId === data.échange)
  const shown = {
    pieceId: data.id,
    title: rule.titre,
    detail: data.détail ?? null,
    indispensable: data.indispensable === undefined ? null : data.indispensable === 'oui',
    exchange: exchange
      ? {
          exchangeId: exchange.exchangeId,
          title: `${exchange.title} (${exchange.holder})`,
          connected:
            (situation.exchanges?.includes(exchange.exchangeId) ?? false) &&
            !(situation.askedAgain?.has(data.id) ?? false),
        }
      : null,
    consignes: consignesOn(model.procedure, data.id, situation.date),
    domicile: data.nature === 'domicile',
  }
  const age = data.ancienneté?.sources ?? []
  const { articles } = model.procedure
  if (value === undefined) {
    const presumed = data['tant que inconnu']
    return {
      ...shown,
      status: presumed === undefined ? ('unknown' as const) : pieceStatus[presumed],
      conditional: presumed === undefined && data['en tête'] === undefined,
      why: data['si inconnu'] ?? 'Selon les réponses',
      ...sourced(articles, [...data.sources, ...age]),
    }
  }
  const { why, cited } = reasonOf(model, evaluation, name)
  const wanted = value === 'requise' || value === 'alternative'
  return {
    ...shown,
    status: isStatus(value) ? pieceStatus[value] : ('unknown' as const),
    conditional: false,
    why,
    ...sourced(articles, wanted ? [...cited, ...age] : cited),
  }
}

/** What was produced, by the natures that the table of CRPA R113-5 knows. */
function producedNatures(
  model: Model,
  presented: ReadonlySet<PieceId | null | undefined>,
  situation: Situation,
): ReadonlySet<PieceNature> {
  const title = natureOfTitle(situation.identity, situation.date)
  return new Set([
    ...model.pieces.flatMap(({ data }) => (data.nature && presented.has(data.id) ? [data.nature] : [])),
    ...(title === undefined ? [] : [title]),
  ])
}

const isAsked = (status: PieceStatus) => status === 'required' || status === 'alternative'

/**
 * The checklist. Of pieces that stand for one another, one presented makes the others leave the list; what was produced
 * dispenses as CRPA R113-5 says, and what an administration holds is not asked where the office is connected to it.
 */
export function assessPieces(
  model: Model,
  evaluation: Evaluation,
  situation: Situation,
): readonly AssessedPiece[] {
  const presented = new Set(
    situation.pieces.flatMap((tick) => (tick.state === 'presented' ? [tick.pieceId] : [])),
  )
  const chosen = new Map<string, PieceId>()
  for (const { data } of model.pieces)
    if (data.groupe !== undefined && presented.has(data.id) && !chosen.has(data.groupe))
      chosen.set(data.groupe, data.id)
  const { header, articles } = model.procedure
  const produced =
    header.dispenses['R113-5'] === 'oui'
      ? producedNatures(model, presented, situation)
      : new Set<PieceNature>()
  const because = (why: string, cited: readonly Cited[]) => ({ why, ...sourced(articles, cited) })
  return model.pieces.flatMap((piece): readonly AssessedPiece[] => {
    const { data } = piece
    const assessed = fromRule(model, evaluation, piece, situation)
    const choice = data.groupe === undefined ? undefined : chosen.get(data.groupe)
    if (assessed === null || (choice !== undefined && choice !== assessed.pieceId)) return []
    const { status } = assessed
    const by = isAsked(status) && data.nature ? dispensedBy(data.nature, produced) : undefined
    if (by !== undefined && !presented.has(data.id))
      return [
        {
          ...assessed,
          status: 'notRequired',
          ...because(`${asSentence(by)} : en dispense`, ['crpa-r113-5']),
        },
      ]
    if (assessed.exchange?.connected === true && status === 'required')
      return [
        {
          ...assessed,
          status: 'heldByAdministration',
          ...because(`Obtenue par échange : ${assessed.exchange.title}`, ['crpa-l113-12', 'crpa-d114-9-1']),
        },
      ]
    if (assessed.exchange?.connected === false && status === 'required')
      return [
        {
          ...assessed,
          ...because(`${assessed.why}. L’échange entre administrations n’est pas relié ici`, [
            ...assessed.sources.map(({ sourceId, about }) =>
              about === null ? sourceId : { source: sourceId, pour: about },
            ),
            'crpa-l114-10',
          ]),
        },
      ]
    return [choice === undefined ? assessed : { ...assessed, status: 'required' }]
  })
}
