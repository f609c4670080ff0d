import type { LocalDate, PieceId } from '../contract/ids.ts'
import type { Assessment, Capacity, CapacityRule, SourceRef } from '../contract/law/assessment.ts'
import type { CapacitySeen, Sheet } from '../contract/visit/sheet.ts'
import { texts } from './texts.ts'

// Who acts for whom, by default: a procedure may narrow it, never widen it in silence.

/** What may be done at a counter: file a request, sign it, collect what it gave. */
export type CapacityAct = CapacityRule['may'][number]

/** `together`: with the person, who acts too; neither alone. */
type Power = 'yes' | 'together' | 'no'

export type CapacityDefinition = {
  /** In French, as the agent reads it. */
  readonly title: string
  readonly powers: Readonly<Record<CapacityAct, Power>>
  /** What is shown, and seen: no copy is kept. Null when nothing is to be shown. */
  readonly proof: string | null
  /** What the capacity stops at, where the texts say so. */
  readonly limit: string | null
  readonly sources: readonly SourceRef[]
}

/**
 * The pieces by which a list may ask the proof of a capacity: the one that proves it, then who shows it. Seen in the list, the
 * proof is not asked again beside it; of another child, the list asks it again.
 */
export const proofPieces: Readonly<Partial<Record<Capacity, readonly [string, ...string[]]>>> = {
  legalRepresentative: ['preuve-autorite', 'identite-representant'],
  tutelle: ['jugement-tutelle', 'identite-tuteur'],
  mandate: ['mandat'],
}

/** The pieces of this list that are the proof of the capacity; none where the list asks no such proof. */
export function proofInList(
  { capacity }: Pick<Sheet, 'capacity'>,
  assessment: Assessment | null,
): readonly PieceId[] {
  const [proving, ...shown] = (capacity === null ? undefined : proofPieces[capacity]) ?? []
  const asked = new Set<string>(
    (assessment?.pieces ?? [])
      .filter(({ status }) => status === 'required' || status === 'alternative')
      .map(({ pieceId }) => pieceId),
  )
  if (proving === undefined || !asked.has(proving)) return []
  return [proving, ...shown.filter((pieceId) => asked.has(pieceId))] as PieceId[]
}

/** Whether the proof of the capacity was seen: by its pieces where the list asks them, which say it of this very request. */
export function isProofSeen(
  sheet: Pick<Sheet, 'capacity' | 'capacitySeen' | 'pieces'>,
  assessment: Assessment | null,
): boolean {
  const listed = proofInList(sheet, assessment)
  if (listed.length === 0) return sheet.capacitySeen?.proofSeen === true
  const here = new Set(
    sheet.pieces.flatMap((one) => ('pieceId' in one && one.state === 'presented' ? [one.pieceId] : [])),
  )
  return listed.every((pieceId) => here.has(pieceId))
}

const all = (power: Power): CapacityDefinition['powers'] => ({ file: power, sign: power, collect: power })

export const capacityDefinitions: Readonly<Record<Capacity, CapacityDefinition>> = {
  self: { title: 'Pour soi-même', powers: all('yes'), proof: null, limit: null, sources: [] },
  legalRepresentative: {
    title: 'Représentant légal d’un mineur',
    powers: all('yes'),
    proof:
      'Livret de famille, acte de naissance de l’enfant, ou décision qui confie l’autorité parentale ou la tutelle',
    limit: 'Un acte qui n’est pas usuel veut l’accord des deux parents.',
    sources: [texts.parents, texts.minor],
  },
  tutelle: {
    title: 'Tuteur d’un majeur',
    powers: all('yes'),
    proof: 'Jugement de tutelle en cours',
    limit: 'Un acte strictement personnel n’est fait que par la personne elle-même.',
    sources: [texts.tutelle, texts.measure, texts.personalActs],
  },
  curatelle: {
    title: 'Curateur d’un majeur, curatelle simple ou renforcée',
    powers: all('together'),
    proof: 'Jugement de curatelle en cours',
    limit:
      'La personne agit, seule pour les actes courants\u00a0; le curateur l’assiste et ne la remplace pas.',
    sources: [texts.curatelle, texts.measure],
  },
  habilitationFamiliale: {
    title: 'Proche habilité par le juge',
    powers: all('yes'),
    proof: 'Jugement d’habilitation familiale en cours',
    limit: 'Pour les seuls actes que le jugement nomme, ou pour tous si l’habilitation est générale.',
    sources: [texts.habilitation],
  },
  mandate: {
    title: 'Mandataire, avec une procuration',
    powers: all('yes'),
    proof: 'Procuration signée, avec ce qu’elle permet et sa durée',
    limit: 'Pour ce que la procuration permet, et tant qu’elle dure.',
    sources: [texts.mandate, texts.mandatary],
  },
  relative: {
    title: 'Proche',
    powers: all('no'),
    proof: null,
    limit: 'Un proche n’agit que là où le texte de la démarche le nomme.',
    sources: [],
  },
  accompanied: {
    title: 'Pour soi-même, accompagné',
    powers: all('yes'),
    proof: null,
    limit: 'L’accompagnant aide\u00a0; la personne décide et signe.',
    sources: [],
  },
  interpreter: {
    title: 'Pour soi-même, avec un interprète',
    powers: all('yes'),
    proof: null,
    limit: 'L’interprète traduit\u00a0; la personne décide et signe.',
    sources: [texts.french],
  },
}

/** The person is here and acts for themselves, alone, helped or assisted: nobody takes their place. */
export const actsThemself = (capacity: Capacity): boolean =>
  capacity === 'self' ||
  capacity === 'accompanied' ||
  capacity === 'interpreter' ||
  capacityDefinitions[capacity].powers.collect === 'together'

/** What someone may do today, and why. */
export type CapacityAnswer = {
  /** `proofFirst`: once the proof is seen. `ended`: the mandate or the measure is over. */
  readonly answer: 'yes' | 'together' | 'proofFirst' | 'ended' | 'no'
  /** In French, for the agent. */
  readonly why: string
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}

/**
 * Whether someone may do an act in a capacity on a day.
 * @param seen the mandate or the judgment that was shown, with its end
 * @param rules who may act in the procedure: it narrows the default, and alone lets a relative act; null where it says
 * nothing of it
 */
export function mayDo(
  capacity: Capacity,
  act: CapacityAct,
  {
    seen,
    rules,
    on,
  }: {
    readonly seen: CapacitySeen | null
    readonly rules: readonly CapacityRule[] | null
    readonly on: LocalDate
  },
): CapacityAnswer {
  const definition = capacityDefinitions[capacity]
  // Here with help, or with an interpreter, the person acts for themselves.
  const helped = capacity === 'accompanied' || capacity === 'interpreter'
  const rule = rules?.find((each) => each.capacity === capacity || (helped && each.capacity === 'self'))
  const sources = [...(rule?.sources ?? []), ...definition.sources]
  const answerWith = (answer: CapacityAnswer['answer'], why: string): CapacityAnswer => ({
    answer,
    why,
    sources,
    toConfirm: rule?.toConfirm === true || sources.some(({ toConfirm }) => toConfirm),
  })
  const named = rule?.may.includes(act) ?? false
  if (rules !== null && !named)
    return answerWith('no', rule?.detail ?? 'La démarche ne permet pas cet acte dans cette qualité.')
  const power = definition.powers[act]
  if (power === 'no' && !named)
    return answerWith('no', definition.limit ?? 'Cet acte n’est pas permis dans cette qualité.')
  if (seen?.until != null && seen.until < on)
    return answerWith(
      'ended',
      'Le mandat ou la mesure a pris fin\u00a0: il faut la preuve de son renouvellement.',
    )
  const proof = rule?.proof ?? definition.proof
  if (proof !== null && seen?.proofSeen !== true)
    return answerWith('proofFirst', `À voir d’abord\u00a0: ${proof}.`)
  const why = definition.limit ?? 'La personne agit pour elle-même.'
  return answerWith(power === 'together' ? 'together' : 'yes', why)
}
