import type { Outcome } from '../../contract/queue/outcomes.ts'
import type { VisitFacts } from '../../contract/documents/visitFacts.ts'
import { declaredWords, outcomeWords, words } from '../../messages/documents/documents.fr.ts'
import { date as day, hour, ticketNumber } from '../../messages/format/numbers.ts'
import { handedIn, type HandedIn } from '../../messages/documents/nature.fr.ts'
import { presenceWords } from '../../messages/documents/presence.fr.ts'
import { partnersWords } from '../../messages/partners/partners.fr.ts'
import { dayAndHour, weekday } from '../moments.ts'
import { personName } from '../personName.ts'
import {
  calendarDay,
  cite,
  speaker,
  toBring,
  type DocumentBody,
  type BodyWriters,
  type Lacks,
  type Row,
  type Section,
} from './body.ts'
import { exceptionOf, nextSteps } from './nextSteps.ts'
import { waysToBring } from './ways.ts'

// « Récépissé de dépôt » and « Attestation de passage »: what was filed and shown, and that someone was here.

const inState = (facts: VisitFacts, state: VisitFacts['pieces'][number]['state']) =>
  facts.pieces.filter((piece) => piece.state === state)

/** As many pieces as stand beside their day; more are a table of their own. */
const mostBeside = 4

const withTexts = (pieces: VisitFacts['pieces']): readonly Row[] =>
  pieces.map((piece) => ({ term: toBring(piece), detail: cite(piece.sources) || words.noSource }))

/** The pieces, each in its state: what was produced is said even when it is nothing. */
function pieceSections(facts: VisitFacts, most = 0): readonly Section[] {
  const titles = (state: 'presented' | 'notExamined') => inState(facts, state).map(({ title }) => title)
  const presented = titles('presented')
  const missing = inState(facts, 'missing')
  const notExamined = titles('notExamined')
  const sections: Section[] = [
    presented.length === 0
      ? { is: 'text', title: words.presented, lines: [words.nothingPresented] }
      : { is: 'list', title: words.presented, items: presented, brief: true },
  ]
  if (missing.length > most)
    sections.push({
      is: 'table',
      title: words.missing,
      columns: [words.pieceColumn, words.sourceColumn],
      rows: withTexts(missing),
    })
  if (notExamined.length > 0)
    sections.push({ is: 'list', title: words.notExamined, items: notExamined, brief: true })
  return sections
}

/** When the person came, was received and left, and what came of it. */
function passageLines(facts: VisitFacts): readonly string[] {
  const { arrivedAt, receivedAt, issuedAt, zone, presence: asked } = facts
  // Said with its day only when it is not the day of issue: a visit that ends after midnight.
  const dated = (at: number) => day(at, zone) !== day(issuedAt, zone)
  const when = (at: number) => (dated(at) ? dayAndHour : hour)(at, zone)
  const phrases = [
    words.arrived(when(arrivedAt)),
    receivedAt === null ? words.notReceived : words.received(when(receivedAt)),
    asked === undefined
      ? words.ended(when(issuedAt))
      : asked.until === null
        ? presenceWords.still
        : presenceWords.until(when(asked.until), dated(asked.until)),
  ]
  return [
    `${phrases.join(', ')}.`,
    asked === undefined || asked.stage === 'closed'
      ? words.outcome(asksNothing(facts) ? words.depositKept : outcomeSaid(facts))
      : presenceWords.stage(asked.stage),
    ...(asked === undefined || asked.fault === null ? [] : [presenceWords.faultOf(asked.fault)]),
  ]
}

const passageSection = (facts: VisitFacts): Section => ({
  is: 'text',
  title: words.passage,
  lines: passageLines(facts),
})

/**
 * A payment asks for nothing: what was left is a deposit. The papers of before the rules said what is handed in say so of a
 * birth and a death too, by why no acknowledgement is due.
 */
const asksNothing = (facts: VisitFacts): boolean =>
  facts.outcome === 'filed' &&
  (facts.nature === undefined
    ? facts.acknowledgement?.how === 'notDue' && exceptionOf(facts) === null
    : facts.nature === 'payment')

/** What became of a declaration is said of a declaration. */
const outcomeSaid = (facts: VisitFacts): string =>
  (facts.nature === 'declaration' ? declaredWords[facts.outcome] : undefined) ?? outcomeWords[facts.outcome]

const sentences: Partial<Record<Outcome, (what: HandedIn, when: string) => string>> = {
  forwarded: words.forwarded,
  refused: words.refused,
  notServed: words.notServed,
}

/** Whether the first sentence says when the file was filed, which was not in this visit. */
const saysWhenFiled = (facts: VisitFacts): boolean =>
  facts.filedOn !== undefined &&
  (facts.transmitted !== undefined || (sentences[facts.outcome] === undefined && !asksNothing(facts)))

/** « Transmise » is of a file that was sent, to somebody, on a day: who is only told where to go is « orienté ». */
function sayOf(facts: VisitFacts): (when: string) => string {
  const { outcome, transmitted } = facts
  const what = handedIn(facts)
  const filedOn = facts.filedOn && words.onDay(calendarDay(facts.filedOn), false)
  if (transmitted) {
    const { on, to } = transmitted
    return (when) => words.transmitted(what, filedOn ?? when, calendarDay(on), to.replace(/\.$/, ''))
  }
  const say = sentences[outcome] ?? words.filed
  if (filedOn !== undefined && saysWhenFiled(facts)) return () => words.filed(what, filedOn)
  return asksNothing(facts) ? words.deposited : (when) => say(what, when)
}

/** What lacks, by when, where and how it is brought (CRPA L114-5); null where nothing does. */
function lacking(facts: VisitFacts): Lacks | null {
  const missing = inState(facts, 'missing')
  if (missing.length === 0) return null
  const { incomplete } = facts
  return {
    title: words.lacking(missing.length),
    pieces: missing.length > mostBeside ? [] : withTexts(missing),
    due:
      incomplete === undefined
        ? null
        : { by: words.bringBy, day: weekday(Date.parse(incomplete.dueOn), 'UTC') },
    how: incomplete === undefined ? [] : waysToBring(facts),
  }
}

function filing(facts: VisitFacts): DocumentBody {
  const when = words.at(day(facts.issuedAt, facts.zone), hour(facts.issuedAt, facts.zone))
  const { ministry, outcome, worth, decided } = facts
  const lacks = lacking(facts)
  return {
    lead: sayOf(facts)(when),
    notes: [
      ...(saysWhenFiled(facts) ? [words.cameBack(when)] : []),
      ...mistakenlySent(facts),
      ...forwardedTo(facts),
      ...(outcome === 'incomplete' && lacks === null && decided === undefined ? [words.lacksUnsaid] : []),
      ...(ministry ? [words.ministry(ministry.issuer, ministry.number)] : []),
      // What a paper does not allow is said before anything is done with it.
      ...(worth === undefined ? [] : [words.worth(worth)]),
    ],
    lacks,
    sections: [...pieceSections(facts, mostBeside), nextSteps(facts)],
    small: [
      ...passageLines(facts),
      ...(facts.signing ? [words.signing[facts.signing]] : []),
      ...(facts.file ? [words.file(facts.file)] : []),
      ...(worth === undefined ? [words.proof] : []),
    ],
    signed: signature(facts),
  }
}

/** To which office the person was sent, how to reach it, what it keeps for them (CRPA L114-2). */
function forwardedTo({ forwardedTo: to, place }: VisitFacts): readonly string[] {
  if (to === undefined) return []
  const where = to.address === undefined ? to.name : `${to.name}, ${to.address}`
  return [
    words.forwardedTo(where),
    ...(to.contact === undefined ? [] : [words.reach(to.contact)]),
    ...(place === undefined ? [] : partnersWords.paper(place)),
  ]
}

/** Who came: by name; by the ticket who is not named, or came for another. */
function cameAt({ arrivedAt, zone, ticket, addressee, by }: VisitFacts): string {
  const when = words.at(day(arrivedAt, zone), hour(arrivedAt, zone))
  if (addressee === undefined) return words.wasHere(ticketNumber(ticket), when)
  const name = personName(addressee)
  return by === undefined
    ? words.wasHereNamed(name, when)
    : words.wasHereFor(ticketNumber(ticket), name, when)
}

/** To whom the file was sent: the only name on the certificate of who was sent on with it. */
function transmittedTo(facts: VisitFacts): readonly string[] {
  const { transmitted } = facts
  if (transmitted === undefined) return []
  const { on, to } = transmitted
  return [words.transmittedOn(handedIn(facts), calendarDay(on), to.replace(/\.$/, ''))]
}

/** What an earlier paper said was sent, and was not. */
function mistakenlySent(facts: VisitFacts): readonly string[] {
  const { mistaken } = facts
  if (mistaken === undefined) return []
  const { on, to, knownOn } = mistaken
  return [words.mistakenlySent(handedIn(facts), calendarDay(on), to.replace(/\.$/, ''), calendarDay(knownOn))]
}

function presence(facts: VisitFacts): DocumentBody {
  const { pieces } = facts
  return {
    lead: cameAt(facts),
    notes: [...transmittedTo(facts), ...mistakenlySent(facts), ...forwardedTo(facts), words.attested],
    sections: [passageSection(facts), ...(pieces.length > 0 ? pieceSections(facts) : [])],
    signed: signature(facts),
  }
}

function signature({ kind, agent, pseudonym, service }: VisitFacts): string {
  const name = speaker(pseudonym === undefined ? agent : { pseudonym })
  if (name === null) return words.issuedByService(service)
  return kind === 'recepisse' ? words.receivedBy(name, service) : words.issuedBy(name, service)
}

export const visitBodies: BodyWriters<'recepisse' | 'attestation'> = {
  recepisse: filing,
  attestation: presence,
}
