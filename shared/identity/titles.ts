import type { LocalDate } from '../contract/ids.ts'
import type { SourceRef } from '../contract/law/assessment.ts'
import type { identityKinds } from '../contract/visit/sheet.ts'
import { yearsAfter } from './mrz/dates.ts'
import { texts } from './texts.ts'

// Which titles prove an identity, procedure by procedure: no text makes one list for all.

export type TitleKind = (typeof identityKinds)[number]

/**
 * The lists that a procedure may follow: that of the elections; what dispenses from proving one's civil status for a
 * card or a passport; none, and the title shown is enough.
 */
export type TitleList = 'electoral' | 'secureTitle' | 'open'

/** A title as it was seen: neither number, nor copy, nor photograph has a place here. */
export type SeenTitle = {
  readonly kind: TitleKind
  readonly issuedOn: LocalDate | null
  /** As the title bears it. */
  readonly validUntil: LocalDate | null
  /** Its holder was of age when it was issued; null when that is not known. Only an identity card asks it. */
  readonly adultAtIssue: boolean | null
}

/** What a list says of a title on a day. */
export type Acceptance = {
  readonly outcome: 'accepted' | 'tolerated' | 'refused' | 'toAssess'
  /** In French, for the agent. */
  readonly why: string
  /** The last day on which it is so; null when nothing ends it, or it is not known. */
  readonly until: string | null
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}

/** Years after its end during which a title still counts; 0: it must be valid. */
type Entry = { readonly toleratedYears: number }

const inForce: Entry = { toleratedYears: 0 }
const fiveYears: Entry = { toleratedYears: 5 }

/** Titles × lists: what is not in a list is not accepted by it; `toAssess`: the text was not read for this title. */
const lists: Readonly<
  Record<
    Exclude<TitleList, 'open'>,
    {
      readonly source: SourceRef
      readonly titles: Readonly<Partial<Record<TitleKind, Entry | { readonly toAssess: SourceRef }>>>
    }
  >
> = {
  electoral: {
    source: texts.electoralTitles,
    titles: {
      cni: fiveYears,
      passport: fiveYears,
      carteParlementaire: inForce,
      carteEluLocal: inForce,
      carteVitalePhoto: inForce,
      carteCombattant: inForce,
      cmi: inForce,
      carteFonctionnaire: inForce,
      carteMilitaire: inForce,
      drivingLicence: inForce,
      permisChasser: inForce,
      recepisseL2241: inForce,
      residencePermit: { toAssess: texts.electoralForeign },
    },
  },
  secureTitle: { source: texts.secureTitle, titles: { cni: fiveYears, passport: fiveYears } },
}

/** Kinds that always bear their date of expiry; the others may have none. */
const alwaysDated: ReadonlySet<TitleKind> = new Set(['cni', 'passport', 'residencePermit'])

/** Pink licences, issued before 19 January 2013, are in force until this day (arrêté du 16 novembre 2018, art. 1er). */
const pinkLicence = { before: '2013-01-19', until: '2033-01-19' }

type End = { readonly until: string | null; readonly extended: boolean | 'ifAdult' }

/**
 * The last day of a title in law. Adults' identity cards issued from 2 January 2004 to 31 December 2013 bear ten years
 * and are valid fifteen. They are known by the end that they bear: adults' cards issued later end in 2029 at the earliest.
 */
function endOf({ kind, issuedOn, validUntil, adultAtIssue }: SeenTitle): End {
  if (kind === 'drivingLicence' && validUntil === null && issuedOn !== null && issuedOn < pinkLicence.before)
    return { until: pinkLicence.until, extended: false }
  const concerned =
    kind === 'cni' && validUntil !== null && validUntil >= '2014-01-01' && validUntil <= '2023-12-31'
  if (!concerned || adultAtIssue === false) return { until: validUntil, extended: false }
  return adultAtIssue === true
    ? { until: yearsAfter(validUntil, 5), extended: true }
    : { until: validUntil, extended: 'ifAdult' }
}

const answer = (
  outcome: Acceptance['outcome'],
  why: string,
  until: string | null,
  sources: readonly SourceRef[],
): Acceptance => ({
  outcome,
  why,
  until,
  sources,
  toConfirm: sources.length === 0 || sources.some(({ toConfirm }) => toConfirm),
})

/**
 * Whether a list accepts a title on a day. A title that is not accepted never stops a filing: an identity may be
 * declared, and the file completed.
 * @param on the day of the act, in the office's zone
 */
export function accepts(list: TitleList, title: SeenTitle, on: LocalDate): Acceptance {
  const none: readonly SourceRef[] = []
  if (title.kind === 'declared')
    return answer(
      'toAssess',
      'Identité déclarée, sans titre\u00a0: la demande se dépose, l’identité se prouve ensuite.',
      null,
      none,
    )
  if (list === 'open') return openly(title, on)
  const { source, titles } = lists[list]
  const entry = titles[title.kind]
  if (entry === undefined)
    return answer('refused', 'Ce titre n’est pas dans la liste que le texte fixe.', null, [source])
  if ('toAssess' in entry)
    return answer('toAssess', 'Le texte sur ce titre n’a pas été relu\u00a0: à vérifier.', null, [
      source,
      entry.toAssess,
    ])
  return inList(entry, source, title, on)
}

/** No text makes a list: a title in force is enough, one that is not is for the agent to judge. */
function openly(title: SeenTitle, on: LocalDate): Acceptance {
  const { until, extended } = endOf(title)
  const sources = extended === false ? [] : [texts.extension]
  if (until === null || on <= until)
    return answer(
      'accepted',
      'Aucun texte ne fixe de liste\u00a0: présenter ce titre suffit.',
      until,
      sources,
    )
  return answer(
    'toAssess',
    'Titre périmé, et aucun texte ne fixe ici de tolérance\u00a0: à apprécier.',
    null,
    sources,
  )
}

function inList({ toleratedYears }: Entry, source: SourceRef, title: SeenTitle, on: LocalDate): Acceptance {
  const { until, extended } = endOf(title)
  const sources = extended === false ? [source] : [source, texts.extension]
  if (until === null)
    return alwaysDated.has(title.kind)
      ? answer('toAssess', 'La date de fin de validité est à lire sur le titre.', null, sources)
      : answer('accepted', 'Titre accepté, tant qu’il est en cours de validité.', null, sources)
  const tolerated = (end: string) => yearsAfter(end, toleratedYears)
  const prolonged = extended === true ? ' (cinq ans de plus que la date portée)' : ''
  if (on <= until) return answer('accepted', `Titre en cours de validité${prolonged}.`, until, sources)
  if (extended === 'ifAdult' && on <= yearsAfter(until, 5))
    return answer(
      toleratedYears > 0 ? 'tolerated' : 'toAssess',
      'Carte encore valide si son titulaire était majeur à la délivrance\u00a0; sinon périmée depuis moins de cinq ans.',
      yearsAfter(until, 5),
      sources,
    )
  if (on <= tolerated(until))
    return answer(
      'tolerated',
      `Titre périmé depuis moins de cinq ans${prolonged}\u00a0: le texte l’accepte.`,
      tolerated(until),
      sources,
    )
  if (extended === 'ifAdult' && on <= tolerated(yearsAfter(until, 5)))
    return answer(
      'toAssess',
      'Accepté si son titulaire était majeur à la délivrance (carte prolongée de cinq ans)\u00a0: à vérifier.',
      null,
      sources,
    )
  return answer(
    'refused',
    toleratedYears > 0
      ? 'Titre périmé depuis cinq ans ou plus\u00a0: le texte ne l’accepte pas.'
      : 'Titre périmé\u00a0: le texte veut un titre en cours de validité.',
    null,
    sources,
  )
}
