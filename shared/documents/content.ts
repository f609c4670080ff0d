import type { DocumentFacts, IssuedDocument, Outcome } from '../contract/documents.ts'
import type { SourceRef } from '../contract/procedures.ts'
import { outcomeWords, titles, words } from '../messages/documents.fr.ts'
import { date as day, hour, ticketNumber } from '../messages/numbers.ts'
import { dayAndHour, typeset } from './moments.ts'

/** One row of a table: what it is about, and what is said of it. */
export type Row = { readonly term: string; readonly detail: string }

export type Section =
  | { readonly is: 'text'; readonly title: string; readonly lines: readonly string[] }
  /** The title says what they all are. */
  | { readonly is: 'list'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly is: 'table'
      readonly title: string
      readonly columns: readonly [string, string]
      readonly rows: readonly Row[]
    }

/** What a document says, in order, before any layout: both layouts draw this and nothing else. */
export type Content = {
  readonly school: boolean
  readonly title: string
  readonly number: string
  readonly issued: string
  /** Whose copy, which copy, and whether it is printed again. */
  readonly marks: readonly string[]
  readonly officeName: string
  readonly officeLines: readonly string[]
  /** What is asked, and the ticket. */
  readonly subjects: readonly string[]
  /** The sentence that matters most, then what goes with it. */
  readonly lead: string
  readonly notes: readonly string[]
  readonly sections: readonly Section[]
  readonly signed: string
  readonly rules: string | null
  readonly code: string
  readonly shortCode: string
}

export type Copy = {
  /** 1 for the first paper, then the count of the copies asked. */
  readonly copy: number
  /** The paper may already have come out: a printer failed or the host stopped in the middle. */
  readonly reprint: boolean
}

/** « 1er janvier 2026 » for `2026-01-01`; what is no date is said as it is. */
function calendarDay(text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : day(at, 'UTC')
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** « CRPA, art. R113-8 ; CRPA, art. L114-5, à confirmer »: a doubt is said once, of the rule or of its text. */
function cite(sources: readonly SourceRef[], toConfirm: boolean): string {
  const named = sources.map(({ title, toConfirm: doubtful }) =>
    doubtful && !toConfirm ? `${title}, ${words.toConfirm}` : title,
  )
  return [named.join(' ; '), ...(toConfirm ? [words.toConfirm] : [])].filter((part) => part !== '').join(', ')
}

const inState = (facts: DocumentFacts, state: DocumentFacts['pieces'][number]['state']) =>
  facts.pieces.filter((piece) => piece.state === state)

/** The pieces, each in its state: what was produced is said even when it is nothing. */
function pieceSections(facts: DocumentFacts): readonly Section[] {
  const titles = (state: 'presented' | 'notExamined') => inState(facts, state).map(({ title }) => title)
  const presented = titles('presented')
  const missing = inState(facts, 'missing')
  const notExamined = titles('notExamined')
  const sections: Section[] = [
    presented.length === 0
      ? { is: 'text', title: words.presented, lines: [words.nothingPresented] }
      : { is: 'list', title: words.presented, items: presented },
  ]
  if (missing.length > 0) {
    sections.push({
      is: 'table',
      title: words.missing,
      columns: [words.pieceColumn, words.sourceColumn],
      rows: missing.map(({ title, sources, toConfirm }) => ({
        term: title,
        detail: cite(sources, toConfirm) || words.noSource,
      })),
    })
  }
  if (notExamined.length > 0) sections.push({ is: 'list', title: words.notExamined, items: notExamined })
  return sections
}

function passageSection(facts: DocumentFacts): Section {
  const { arrivedAt, receivedAt, issuedAt, zone, outcome } = facts
  // Said with its day only when it is not the day of issue: a visit that ends after midnight.
  const when = (at: number) => (day(at, zone) === day(issuedAt, zone) ? hour(at, zone) : dayAndHour(at, zone))
  const said = [
    words.arrived(when(arrivedAt)),
    receivedAt === null ? words.notReceived : words.received(when(receivedAt)),
    words.ended(when(issuedAt)),
  ]
  return {
    is: 'text',
    title: words.passage,
    lines: [`${said.join(', ')}.`, words.outcome(outcomeWords[outcome])],
  }
}

function silence({ silence: regime }: DocumentFacts): string {
  if (!regime) return words.silenceUnknown
  const cited = cite(regime.sources, regime.toConfirm)
  return sentence(cited === '' ? regime.title : `${regime.title.replace(/\.$/, '')} (${cited})`)
}

const sentences: Partial<Record<Outcome, (when: string) => string>> = {
  forwarded: words.forwarded,
  refused: words.refused,
  notServed: words.notServed,
}

function filing(facts: DocumentFacts): Pick<Content, 'lead' | 'notes' | 'sections'> {
  const when = words.at(day(facts.issuedAt, facts.zone), hour(facts.issuedAt, facts.zone))
  const { outcome, decides } = facts
  const say = sentences[outcome] ?? words.filed
  const missing = inState(facts, 'missing').length
  return {
    lead: say(when),
    notes: [
      ...(outcome === 'incomplete' || missing > 0 ? [words.lacks(missing)] : []),
      silence(facts),
      ...(decides === null ? [] : [words.decides(decides)]),
      ...(facts.ministry ? [words.ministry(facts.ministry.issuer, facts.ministry.number)] : []),
      ...(facts.signing ? [words.signing[facts.signing]] : []),
      ...(facts.file ? [words.file(facts.file)] : []),
      words.proof,
    ],
    sections: [...pieceSections(facts), passageSection(facts)],
  }
}

function presence(facts: DocumentFacts): Pick<Content, 'lead' | 'notes' | 'sections'> {
  const { arrivedAt, zone, ticket, pieces } = facts
  return {
    lead: words.wasHere(ticketNumber(ticket), words.at(day(arrivedAt, zone), hour(arrivedAt, zone))),
    notes: [words.attested],
    sections: [passageSection(facts), ...(pieces.length > 0 ? pieceSections(facts) : [])],
  }
}

function signature({ kind, agent, service }: DocumentFacts): string {
  if (!agent) return words.issuedByService(service)
  const name = `${agent.firstName} ${agent.familyName}, ${agent.capacity}`
  return kind === 'recepisse' ? words.receivedBy(name, service) : words.issuedBy(name, service)
}

/** Every text of a document, set in French typography. Pure: the same document always says the same. */
export function documentContent(document: IssuedDocument, { copy, reprint }: Copy): Content {
  const { facts, seal, code, shortCode } = document
  const { office, service, rule } = facts
  const said = facts.kind === 'recepisse' ? filing(facts) : presence(facts)
  return {
    school: facts.school,
    title: titles[facts.kind],
    number: words.number(seal.number),
    issued: dayAndHour(facts.issuedAt, facts.zone),
    marks: [
      words.copyOf(facts.personWord),
      ...(copy > 1 ? [words.duplicate(copy)] : []),
      ...(reprint ? [words.reprint] : []),
    ],
    officeName: office.name,
    officeLines: [
      words.service(service),
      `${office.street}, ${office.postalCode} ${office.city}`,
      [office.phone.replaceAll(' ', '\u00a0'), office.email].filter((way) => way !== null).join(' · '),
    ].map(typeset),
    subjects: [typeset(facts.label), words.ticket(ticketNumber(facts.ticket))].filter(
      (subject) => subject.trim() !== '',
    ),
    lead: typeset(said.lead),
    notes: said.notes.map(typeset),
    sections: [
      ...said.sections.map(typesetSection),
      { is: 'text', title: words.rights, lines: [words.defenseur, typeset(words.data)] },
    ],
    signed: typeset(signature(facts)),
    rules:
      rule === null
        ? null
        : typeset(
            words.rules(rule.procedureId, rule.version, calendarDay(rule.validFrom), rule.hash.slice(0, 12)),
          ),
    code,
    shortCode,
  }
}

function typesetSection(section: Section): Section {
  switch (section.is) {
    case 'text':
      return { ...section, lines: section.lines.map(typeset) }
    case 'list':
      return { ...section, items: section.items.map(typeset) }
    case 'table': {
      const rows = section.rows.map(({ term, detail }) => ({ term: typeset(term), detail: typeset(detail) }))
      return { ...section, rows }
    }
  }
}
