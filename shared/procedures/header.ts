import type { Bring, Procedure } from './catalogue.ts'
import type { Text } from '../contract/text.ts'
import type { Evaluation } from './engine.ts'
import type { Model } from './model.ts'
import { type Articles, type Sourced, sourced } from './sources.ts'

export type Delay = { readonly count: number; readonly unit: 'months' | 'days' }
export type Silence = Sourced & {
  readonly sense: 'rejet' | 'acceptation' | 'inconnu' | 'sansObjet'
  readonly delay: Delay | null
  /** Whose silence: « le préfet ». */
  readonly who: string
  /** Unknown, and ruled by the law common to all requests (CRPA L231-1, L231-4). */
  readonly general?: true
}
/** A rule in two lines. */
export type Noted = Sourced & { readonly title: string; readonly detail: string }

export type CapacityRule = Sourced & {
  readonly capacity: CapacityName
  readonly title: string
  readonly detail: string | null
  readonly may: readonly ('file' | 'sign' | 'collect')[]
  /** The proof seen; null when none is asked. */
  readonly proof: string | null
}

export type Delivered = Sourced & {
  readonly title: string
  readonly worth: string
  readonly onTheSpot: boolean
  readonly duplicate: boolean
  /** It is the receipt of filing that this counter gives: the receipt says what it is worth. */
  readonly receipt?: true
}

/** What is handed in: a request, or what asks for nothing. */
type Nature = 'request' | 'declaration' | 'payment'

/** What no answer changes: the same for everyone who comes for this procedure. */
export type Fixed = {
  /** Null where the rules were written before they said it. */
  readonly nature: Nature | null
  readonly silence: Silence
  /** `collects`: the office that receives decides nothing, and can refuse nothing. */
  readonly decides: Sourced & { readonly title: Text; readonly detail: string; readonly collects: boolean }
  readonly acknowledgement: Sourced & {
    readonly due: boolean
    readonly exception: string | null
    readonly why: string
  }
  readonly populationType: Sourced & { readonly title: string; readonly definition: string }
  readonly whoMayAct: readonly CapacityRule[]
  /** What a late or wrong declaration costs, and the right to error that stands before it (CRPA L123-1). */
  readonly ifLate: readonly Noted[]
  readonly rightToError: Noted | null
  readonly ifIncomplete: Noted & {
    readonly effect: 'suspends' | 'restarts' | 'none' | 'unknown'
    /** The time that a text gives to bring what lacks; null where the office sets it (CRPA L114-5). */
    readonly term: Delay | null
  }
  readonly remedy:
    | (Noted & {
        readonly prior: 'yes' | 'no' | 'unknown'
        /** Empty where the recourse is to the judge alone. */
        readonly authority: string
        readonly court: string
        /** Null while it is not known, or where no text sets one. */
        readonly delay: Delay | null
        /** No text sets a delay: against any decision, or against a rejection that silence made. */
        readonly noDelay: 'always' | 'afterSilence' | null
      })
    | null
  readonly handingOver: (Noted & { readonly destroyedAfter: Delay | null }) | null
  readonly delivers: readonly Delivered[]
  readonly domicile: Sourced & {
    readonly proof: 'required' | 'allowed' | 'forbidden' | 'noObject'
    readonly detail: string
  }
  readonly titles: Sourced & {
    readonly list: 'open' | 'electoral' | 'secureTitle' | 'none'
    readonly detail: string
  }
  readonly forms: readonly (Sourced & { readonly cerfa: string; readonly title: string })[]
  readonly retention: Sourced & { readonly title: string; readonly months: number | null }
  readonly bring: readonly Bring[]
}

/** In what capacity someone acts: the rules' words, and ours. */
const capacityNames = {
  soi: 'self',
  'représentant légal': 'legalRepresentative',
  tutelle: 'tutelle',
  curatelle: 'curatelle',
  'habilitation familiale': 'habilitationFamiliale',
  mandat: 'mandate',
  proche: 'relative',
  accompagnant: 'accompanied',
  interprète: 'interpreter',
} as const
export type CapacityName = (typeof capacityNames)[keyof typeof capacityNames]

const acts = { déposer: 'file', signer: 'sign', retirer: 'collect' } as const
const effects = { suspend: 'suspends', repart: 'restarts', aucun: 'none', inconnu: 'unknown' } as const
const yesNoUnknown = { oui: 'yes', non: 'no', inconnu: 'unknown' } as const
const domicileProofs = {
  exigée: 'required',
  permise: 'allowed',
  interdite: 'forbidden',
  sansObjet: 'noObject',
} as const
const titleLists = {
  ouverte: 'open',
  électorale: 'electoral',
  'titre sécurisé': 'secureTitle',
  aucune: 'none',
} as const

const delayOf = (delay: { readonly nombre: number; readonly unité: 'mois' | 'jours' } | null): Delay | null =>
  delay && { count: delay.nombre, unit: delay.unité === 'mois' ? 'months' : 'days' }

type Header = Procedure['header']

const silenceOf = (articles: Articles, silence: Header['silence']): Silence => ({
  sense: silence.sens,
  delay: delayOf(silence.délai),
  who: silence.qui,
  ...(silence['droit commun'] ? { general: true as const } : {}),
  ...sourced(articles, silence.sources),
})

const natures = {
  demande: 'request',
  déclaration: 'declaration',
  paiement: 'payment',
} as const satisfies Readonly<Record<NonNullable<Header['nature']>, Nature>>

const acknowledgementOf = (articles: Articles, accusé: Header['accusé']): Fixed['acknowledgement'] => ({
  due: accusé.dû === 'oui',
  exception: accusé.exception,
  why: accusé.pourquoi,
  ...sourced(articles, accusé.sources),
})

/** How a decision is contested, as a header or one of its grounds says it. */
export function remedyOf(articles: Articles, recours: Header['recours']): Fixed['remedy'] {
  if (recours === null) return null
  const { délai } = recours
  const [delay, noDelay] =
    délai === 'aucun'
      ? ([null, 'always'] as const)
      : ([delayOf(délai), recours['délai après silence'] ? 'afterSilence' : null] as const)
  return {
    title: recours.titre,
    detail: recours.détail,
    prior: yesNoUnknown[recours.préalable],
    authority: recours.auprès ?? '',
    court: recours.juridiction,
    delay,
    noDelay,
    ...sourced(articles, recours.sources),
  }
}

/** What the grounds change of the header: the papers given by all of them, the rest by the first that holds. */
export const casePart = (
  model: Model,
  evaluation: Evaluation,
): Pick<Fixed, 'delivers'> & ReturnType<typeof firstCase> => ({
  ...firstCase(model, evaluation),
  delivers: deliversIn(model, evaluation),
})

/**
 * What the first ground that holds changes of the silence, the acknowledgement and the recourse. A ground that is not known yet leaves
 * its silence unknown: it is said to be so, never supposed.
 */
function firstCase(
  model: Model,
  evaluation: Evaluation,
): Partial<Pick<Fixed, 'nature' | 'silence' | 'acknowledgement' | 'remedy'>> {
  const { header, articles } = model.procedure
  for (const { ground, changes } of model.cases) {
    const holds = evaluation.value(ground)
    if (holds === undefined)
      return changes.silence === undefined
        ? {}
        : {
            silence: {
              sense: 'inconnu',
              delay: null,
              who: changes.silence.qui,
              ...sourced(articles, [...header.silence.sources, ...changes.silence.sources]),
            },
          }
    if (holds !== true) continue
    return {
      ...(changes.nature && { nature: natures[changes.nature] }),
      ...(changes.silence && { silence: silenceOf(articles, changes.silence) }),
      ...(changes.accusé && { acknowledgement: acknowledgementOf(articles, changes.accusé) }),
      ...(changes.recours !== undefined && { remedy: remedyOf(articles, changes.recours) }),
    }
  }
  return {}
}

/** The papers that the procedure gives. One that a case has none of is promised once that case is ruled out, whatever another changes. */
function deliversIn({ procedure, cases }: Model, evaluation: Evaluation): readonly Delivered[] {
  const { delivers } = fixedPart(procedure)
  const none = new Set(
    cases.flatMap(({ ground, changes: { 'ne délivre pas': papers = [] } }) => {
      const holds = papers.length === 0 ? false : evaluation.value(ground)
      return holds === true || holds === undefined ? papers.map(({ id }) => id) : []
    }),
  )
  return none.size === 0 ? delivers : delivers.filter((_, at) => !none.has(procedure.header.délivre[at]!.id))
}

const fixed = new WeakMap<Procedure, Fixed>()

/** What no answer changes, worked out once a version. */
export function fixedPart(procedure: Procedure): Fixed {
  const before = fixed.get(procedure)
  if (before !== undefined) return before
  const { header, articles } = procedure
  const { silence, décide, accusé, population, incomplet, recours, remise, domicile, conservation } = header
  const noted = (note: { titre: string; détail: string; sources: Parameters<typeof sourced>[1] }): Noted => ({
    title: note.titre,
    detail: note.détail,
    ...sourced(articles, note.sources),
  })
  const part: Fixed = {
    nature: header.nature === undefined ? null : natures[header.nature],
    silence: silenceOf(articles, silence),
    acknowledgement: acknowledgementOf(articles, accusé),
    remedy: remedyOf(articles, recours),
    decides: {
      title: décide.titre,
      detail: décide.détail,
      collects: décide.recueil === 'oui',
      ...sourced(articles, décide.sources),
    },
    populationType: {
      title: population.titre,
      definition: population.définition,
      ...sourced(articles, population.sources),
    },
    whoMayAct: header['qui peut agir'].map(({ capacité, titre, détail, peut, preuve, sources }) => ({
      capacity: capacityNames[capacité],
      title: titre,
      detail: détail ?? null,
      may: peut.map((act) => acts[act]),
      proof: preuve,
      ...sourced(articles, sources),
    })),
    ifLate: header.retard.map(noted),
    rightToError: header.erreur && noted(header.erreur),
    ifIncomplete: {
      ...noted(incomplet),
      effect: effects[incomplet.effet],
      term: delayOf(incomplet.terme ?? null),
    },
    handingOver: remise && { ...noted(remise), destroyedAfter: delayOf(remise.destruction) },
    delivers: header.délivre.map((paper) => ({
      title: paper.titre,
      worth: paper.vaut,
      onTheSpot: paper['sur place'] === 'oui',
      duplicate: paper.duplicata === 'oui',
      ...(paper.id === 'recepisse-depot' ? { receipt: true as const } : {}),
      ...sourced(articles, paper.sources),
    })),
    domicile: {
      proof: domicileProofs[domicile.preuve],
      detail: domicile.détail,
      ...sourced(articles, domicile.sources),
    },
    titles: {
      list: titleLists[header['titres admis'].liste],
      detail: header['titres admis'].détail,
      ...sourced(articles, header['titres admis'].sources),
    },
    forms: header.formulaires.map(({ cerfa, titre, sources }) => ({
      cerfa,
      title: titre,
      ...sourced(articles, sources),
    })),
    retention: {
      title: conservation.titre,
      months: conservation.mois,
      ...sourced(articles, conservation.sources),
    },
    bring: procedure.bring,
  }
  fixed.set(procedure, part)
  return part
}
