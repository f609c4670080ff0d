import type { FileId, Instant, LocalDate, TicketId } from '../../shared/contract/ids.ts'
import type { ChosenGround, RefusalGrounds } from '../../shared/contract/documents/grounds.ts'
import type { DocumentAsk } from '../../shared/contract/documents/asks.ts'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { instantOf } from '../../shared/domain/core/calendar/instants.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'

const words = papers.issue.fields

export type AskKind = DocumentAsk['kind']
type AskOf<K extends AskKind> = Extract<DocumentAsk, { kind: K }>

/** What only a person can say of a document, as it is typed: one text for each field, whichever kinds it serves. */
export type Typed = {
  readonly form: AskOf<'accuse'>['form']
  readonly doubt: string
  readonly address: string
  readonly facts: string
  /** A text a line; after « : », what it says here. */
  readonly law: string
  readonly askedOn: LocalDate | null
  readonly breach: string
  /** One a line. */
  readonly formalities: string
  readonly dueOn: LocalDate | null
  readonly consequence: string
  readonly registration: string
  readonly permit: AskOf<'urbanisme'>['permit']
  readonly paper: AskOf<'sejour'>['paper']
  readonly until: LocalDate | null
  readonly what: string
  readonly since: string
  readonly ended: string
  readonly effect: string
  readonly birthPlace: string
  readonly domicile: string
  readonly residence: string
  /** The ground chosen among those of the procedure; null for another. */
  readonly groundId: string | null
  /** The facts that it needs, by their id. */
  readonly groundSaid: Readonly<Record<string, string>>
  readonly extent: NonNullable<AskOf<'refus'>['extent']>
  /** Where to contest, where the rules don't know it: nothing is said of it without a court. */
  readonly prior: 'yes' | 'no'
  readonly authority: string
  readonly court: string
  readonly delay: 'twoMonths' | 'none'
}
export const nothingTyped: Typed = {
  form: 'ar',
  doubt: '',
  address: '',
  facts: '',
  law: '',
  askedOn: null,
  breach: '',
  formalities: '',
  dueOn: null,
  consequence: '',
  registration: '',
  permit: 'declaration',
  paper: 'recepisse',
  until: null,
  what: '',
  since: '',
  ended: '',
  effect: '',
  birthPlace: '',
  domicile: '',
  residence: '',
  groundId: null,
  groundSaid: {},
  extent: 'whole',
  prior: 'no',
  authority: '',
  court: '',
  delay: 'twoMonths',
}

/** Of what the document is: a file, or the person received. */
export type AskedOf = {
  readonly fileId: FileId | null
  /** Null: who is received at this counter. */
  readonly ticketId: TicketId | null
  /** Nobody is received: what is told is told to all. */
  readonly ofNobody?: boolean
  readonly today: LocalDate
  readonly zone: string
  /** On what grounds the file can be refused; none where no list is known. */
  readonly grounds?: RefusalGrounds | null
}

const textOrNull = (text: string): string | null => (wordsIn(text) === '' ? null : wordsIn(text))
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => wordsIn(line))
    .filter((line) => line !== '')

/** « CGPPP, art. L2122-1 : nul ne peut occuper… » is a title and what it says; the colon alone parts them. */
export const lawTyped = (text: string): { title: string; said: string | null }[] =>
  linesOf(text).map((line) => {
    const [, title = line, said = ''] = /^(.*?)\s+:\s+(.*)$/.exec(line) ?? /^(.*?):\s+(.*)$/.exec(line) ?? []
    return { title: wordsIn(title), said: textOrNull(said) }
  })

/** The same texts as they are typed. */
export const lawWritten = (
  law: readonly { readonly title: string; readonly said: string | null }[],
): string => law.map(({ title, said }) => (said === null ? title : `${title} : ${said}`)).join('\n')

/** What is typed already, where a draft was kept on the file. */
export const typedOf = (draft: Output<'file.view'>['draft']): Typed =>
  draft === null
    ? nothingTyped
    : {
        ...nothingTyped,
        facts: draft.facts,
        law: lawWritten(draft.law),
        groundId: draft.ground?.groundId ?? null,
        groundSaid: draft.ground?.said ?? {},
      }

/**
 * « 9 h 15 », « 9h », « 0915 » or « 9:15 », today; undefined when it is no hour.
 * @returns the instant of that minute in the zone
 */
export function hourTyped(
  text: string,
  { today, zone }: Pick<AskedOf, 'today' | 'zone'>,
): Instant | undefined {
  const [, hours = '', minutes = '0'] =
    /^\s*(\d{1,2})\s*(?:h|:)\s*(\d{2})?\s*$/i.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return instantOf(zone, today, Number(hours) * 60 + Number(minutes))
}

const remediesTyped = ({
  prior,
  authority,
  court,
  delay,
}: Pick<Typed, 'prior' | 'authority' | 'court' | 'delay'>) =>
  wordsIn(court) === ''
    ? {}
    : { remedies: { prior, authority: textOrNull(authority), court: wordsIn(court), delay } }

/** The ground chosen, with the facts of it that were said. */
export function groundTyped({ groundId, groundSaid }: Pick<Typed, 'groundId' | 'groundSaid'>): {
  ground?: ChosenGround
} {
  if (groundId === null) return {}
  const said = Object.entries(groundSaid).map(([factId, text]) => [factId, wordsIn(text)] as const)
  return { ground: { groundId, said: Object.fromEntries(said.filter(([, text]) => text !== '')) } }
}

/** What lacks of the reasons: a ground where the list is closed, the facts, a text where no ground names it. */
function reasonsMissing({ groundId, facts, law }: Typed, { grounds }: AskedOf): string | null {
  if (grounds?.closed && groundId === null) return words.groundMissing
  if (wordsIn(facts) === '') return words.factsMissing
  return groundId === null && lawTyped(law).length === 0 ? words.lawMissing : null
}

type Composed = { readonly what: DocumentAsk } | { readonly missing: string }
const missing = (sentence: string): Composed => ({ missing: sentence })

/** The file of a kind that needs one: the caller offers such a kind in a file only. */
const fileOf = ({ fileId }: AskedOf): FileId => {
  if (fileId === null) throw new RangeError('this kind of document is of a file')
  return fileId
}

const composers: { readonly [K in AskKind]: (typed: Typed, of: AskedOf) => Composed } = {
  recepisse: (_typed, { ticketId }) => ({ what: { kind: 'recepisse', ticketId } }),
  attestation: (_typed, { ticketId }) => ({ what: { kind: 'attestation', ticketId } }),
  accuse: ({ form, dueOn }, of) => ({
    what: { kind: 'accuse', fileId: fileOf(of), form, ...(dueOn === null ? {} : { dueOn }) },
  }),
  pieces: (_typed, of) => ({ what: { kind: 'pieces', fileId: fileOf(of) } }),
  original: ({ doubt }, of) =>
    wordsIn(doubt) === ''
      ? missing(words.doubtMissing)
      : { what: { kind: 'original', fileId: fileOf(of), doubt: wordsIn(doubt) } },
  transmission: ({ address }, of) => ({
    what: { kind: 'transmission', fileId: fileOf(of), address: textOrNull(address) },
  }),
  refus: (typed, of) => {
    const lacks = reasonsMissing(typed, of)
    if (lacks !== null) return missing(lacks)
    const { facts, law, extent } = typed
    return {
      what: {
        kind: 'refus',
        fileId: fileOf(of),
        facts: wordsIn(facts),
        law: lawTyped(law),
        ...groundTyped(typed),
        extent,
        ...remediesTyped(typed),
      },
    }
  },
  acceptation: (_typed, of) => ({ what: { kind: 'acceptation', fileId: fileOf(of) } }),
  motifs: (typed, of) => {
    const { facts, law, askedOn } = typed
    if (askedOn === null) return missing(words.dateMissing)
    const lacks = reasonsMissing(typed, of)
    if (lacks !== null) return missing(lacks)
    return {
      what: {
        kind: 'motifs',
        fileId: fileOf(of),
        askedOn,
        facts: wordsIn(facts),
        law: lawTyped(law),
        ...groundTyped(typed),
        ...remediesTyped(typed),
      },
    }
  },
  trace: (_typed, { fileId }) => ({ what: { kind: 'trace', fileId, documentId: null } }),
  regularisation: ({ breach, law, formalities, dueOn, consequence }, { fileId }) => {
    const steps = linesOf(formalities)
    if (wordsIn(breach) === '') return missing(words.breachMissing)
    if (lawTyped(law).length === 0) return missing(words.lawMissing)
    if (steps.length === 0) return missing(words.formalitiesMissing)
    if (dueOn === null) return missing(words.dateMissing)
    if (wordsIn(consequence) === '') return missing(words.consequenceMissing)
    return {
      what: {
        kind: 'regularisation',
        fileId,
        breach: wordsIn(breach),
        law: lawTyped(law),
        formalities: steps,
        dueOn,
        consequence: wordsIn(consequence),
      },
    }
  },
  urbanisme: ({ registration, permit }, of) =>
    wordsIn(registration) === ''
      ? missing(words.registrationMissing)
      : { what: { kind: 'urbanisme', fileId: fileOf(of), registration: wordsIn(registration), permit } },
  sejour: ({ paper, until }, { fileId }) => ({ what: { kind: 'sejour', fileId, paper, until } }),
  originaux: (_typed, of) => ({ what: { kind: 'originaux', fileId: fileOf(of) } }),
  incident: ({ what, since, ended, effect }, of) => {
    const from = hourTyped(since, of)
    const until = wordsIn(ended) === '' ? null : hourTyped(ended, of)
    if (wordsIn(what) === '') return missing(words.whatMissing)
    if (from === undefined) return missing(wordsIn(since) === '' ? words.hourMissing : words.hourWrong)
    if (until === undefined) return missing(words.hourWrong)
    if (wordsIn(effect) === '')
      return missing(of.ofNobody === true ? words.effectForAllMissing : words.effectMissing)
    return {
      what: {
        kind: 'incident',
        ticketId: of.ticketId,
        what: wordsIn(what),
        from,
        until,
        effect: wordsIn(effect),
      },
    }
  },
  recensement: ({ birthPlace, domicile, residence }) => ({
    what: {
      kind: 'recensement',
      birthPlace: textOrNull(birthPlace),
      domicile: textOrNull(domicile),
      residence: textOrNull(residence),
    },
  }),
}

/** What is asked of the host, or the first thing that is still to be written. */
export const askOf = (kind: AskKind, typed: Typed, of: AskedOf): Composed => composers[kind](typed, of)
