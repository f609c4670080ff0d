import type { Outcome } from '../../contract/visit/outcomes.ts'
import type { VisitFacts } from '../../contract/documents/visitFacts.ts'
import { outcomeWords, words } from '../../messages/documents/documents.fr.ts'
import { date as day, hour, ticketNumber } from '../../messages/format/numbers.ts'
import { requestWords } from '../../messages/documents/requests.fr.ts'
import { presenceWords } from '../../messages/documents/presence.fr.ts'
import { townWords } from '../../messages/partners/partners.fr.ts'
import { dayAndHour } from '../moments.ts'
import { personName } from '../personName.ts'
import {
  calendarDay,
  cite,
  sentence,
  speaker,
  type DocumentBody,
  type BodyWriters,
  type Section,
} from './body.ts'
import { waysToBring } from './ways.ts'

// « Récépissé de dépôt » and « Attestation de passage »: what was filed and shown, and that someone was here.

const inState = (facts: VisitFacts, state: VisitFacts['pieces'][number]['state']) =>
  facts.pieces.filter((piece) => piece.state === state)

/** The pieces, each in its state: what was produced is said even when it is nothing. */
function pieceSections(facts: VisitFacts): readonly Section[] {
  const titles = (state: 'presented' | 'notExamined') => inState(facts, state).map(({ title }) => title)
  const presented = titles('presented')
  const missing = inState(facts, 'missing')
  const notExamined = titles('notExamined')
  const sections: Section[] = [
    presented.length === 0
      ? { is: 'text', title: words.presented, lines: [words.nothingPresented] }
      : { is: 'list', title: words.presented, items: presented, brief: true },
  ]
  if (missing.length > 0) {
    sections.push({
      is: 'table',
      title: words.missing,
      columns: [words.pieceColumn, words.sourceColumn],
      rows: missing.map(({ title, sources }) => ({
        term: title,
        detail: cite(sources) || words.noSource,
      })),
    })
  }
  if (notExamined.length > 0)
    sections.push({ is: 'list', title: words.notExamined, items: notExamined, brief: true })
  return sections
}

function passageSection(facts: VisitFacts): Section {
  const { arrivedAt, receivedAt, issuedAt, zone, outcome, presence: asked } = facts
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
  return {
    is: 'text',
    title: words.passage,
    lines: [
      `${phrases.join(', ')}.`,
      asked === undefined || asked.stage === 'closed'
        ? words.outcome(outcomeWords[outcome])
        : presenceWords.stage(asked.stage),
      ...(asked === undefined || asked.fault === null ? [] : [presenceWords.faultOf(asked.fault)]),
    ],
  }
}

function silence({ silence: regime }: VisitFacts): string {
  if (!regime) return words.silenceUnknown
  const cited = cite(regime.sources)
  return sentence(cited === '' ? regime.title : `${regime.title.replace(/\.$/, '')} (${cited})`)
}

/** Why this receipt is no acknowledgement, and what that does to the delays (CRPA R112-4, L114-4, L112-6). */
function acknowledgement({ acknowledgement: of }: VisitFacts): readonly string[] {
  if (of?.how === undefined) return []
  const exception = of.exception?.startsWith('R112-4') === true ? of.exception : null
  switch (of.how) {
    case 'notDue':
      return [
        exception === null
          ? words.acknowledgement.why(sentence(of.why))
          : words.acknowledgement.notDue(exception.replace(' ', ', ')),
      ]
    case 'elsewhere':
      return [words.acknowledgement.elsewhere]
    case 'incomplete':
      return [words.acknowledgement.incomplete]
    case 'before':
      return [words.acknowledgement.before]
  }
}

const sentences: Partial<Record<Outcome, (when: string) => string>> = {
  forwarded: words.forwarded,
  refused: words.refused,
  notServed: words.notServed,
}

/** « Transmise » is of a file that was sent, to somebody, on a day: who is only told where to go is « orienté ». */
function sayOf({ outcome, transmitted }: VisitFacts): (when: string) => string {
  if (transmitted)
    return (when) => words.transmitted(when, calendarDay(transmitted.on), transmitted.to.replace(/\.$/, ''))
  return sentences[outcome] ?? words.filed
}

/** By when what lacks is brought, where and how, and what that does to the clock (CRPA L114-5). */
function lacking(facts: VisitFacts): { readonly lead: string; readonly notes: readonly string[] } {
  const { outcome, incomplete } = facts
  const missing = inState(facts, 'missing').length
  if (outcome !== 'incomplete' && missing === 0) return { lead: '', notes: [] }
  if (incomplete === undefined || missing === 0) return { lead: '', notes: [words.lacks(missing)] }
  const due = calendarDay(incomplete.dueOn)
  return {
    lead: ` ${words.bringBy(missing, due)}`,
    notes: [...waysToBring(facts), requestWords.effects[incomplete.effect](due)],
  }
}

/** The day on which silence is a decision; one that waits for pieces is said to be the latest. */
function implicit({ implicit: decision, incomplete }: VisitFacts): readonly string[] {
  if (decision === undefined) return []
  const waits = incomplete?.effect === 'suspends'
  return [
    words.implicit[decision.sense](words.onDay(calendarDay(decision.on), waits)),
    ...(waits ? [words.sooner] : []),
  ]
}

function filing(facts: VisitFacts): DocumentBody {
  const when = words.at(day(facts.issuedAt, facts.zone), hour(facts.issuedAt, facts.zone))
  const { decides } = facts
  const say = sayOf(facts)
  const lacks = lacking(facts)
  return {
    lead: `${say(when)}${lacks.lead}`,
    notes: [
      ...forwardedTo(facts),
      ...lacks.notes,
      ...implicit(facts),
      silence(facts),
      ...acknowledgement(facts),
      ...(decides === null ? [] : [words.decides(decides)]),
      ...(facts.ministry ? [words.ministry(facts.ministry.issuer, facts.ministry.number)] : []),
      ...(facts.signing ? [words.signing[facts.signing]] : []),
      ...(facts.file ? [words.file(facts.file)] : []),
      facts.worth === undefined ? words.proof : words.worth(facts.worth),
    ],
    sections: [...pieceSections(facts), passageSection(facts)],
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
    ...(place === undefined ? [] : townWords.paper(place)),
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

function presence(facts: VisitFacts): DocumentBody {
  const { pieces } = facts
  return {
    lead: cameAt(facts),
    notes: [...forwardedTo(facts), words.attested],
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
