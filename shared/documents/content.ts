import type { DocumentKind } from '../contract/documents/kinds.ts'
import type { Addressee, SeenAs } from '../contract/documents/said.ts'
import { isVisitFacts, type DocumentFacts, type IssuedDocument } from '../contract/documents/issued.ts'
import type { VisitFacts } from '../contract/documents/visitFacts.ts'
import type { OtherLanguage } from '../contract/text.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { titles } from '../messages/documents/titles.fr.ts'
import { ticketNumber } from '../messages/format/numbers.ts'
import { decisionBodies, isOfNobody } from './content/decisions.ts'
import { reasonBodies } from './content/reasons.ts'
import { registrationBodies } from './content/registrations.ts'
import { requestBodies } from './content/requests.ts'
import {
  calendarDay,
  cite,
  type DocumentBody,
  type BodyWriters,
  type Lacks,
  type Section,
} from './content/body.ts'
import { presenceBodies } from './content/presence.ts'
import { tillBodies } from './content/till.ts'
import { visitBodies } from './content/visit.ts'
import { dayAndHour, typeset } from './moments.ts'
import { personName } from './personName.ts'
import { summaryIn } from './summary.ts'

export type { Lacks, Section } from './content/body.ts'

/** What a document says, in order, before any layout: both layouts draw this and nothing else. */
export type Content = {
  readonly school: boolean
  readonly title: string
  readonly number: string
  readonly issued: string
  /** Whose copy, which copy, and whether it is printed again. */
  readonly marks: readonly string[]
  /** Lines above the office's name. */
  readonly letterhead: readonly string[]
  readonly officeName: string
  readonly officeLines: readonly string[]
  /** To whom it is addressed; empty when to nobody by name. */
  readonly addressee: readonly string[]
  /** Of whom the visit's own papers are; empty when the sheet names nobody. */
  readonly person: readonly string[]
  /** What is asked, and the ticket where nobody is named: it is no identity. */
  readonly subjects: readonly string[]
  /** In which quality a text sees the person, and its definition. */
  readonly seenAs: string | null
  /** The sentence that matters most, then what goes with it. */
  readonly lead: string
  readonly notes: readonly string[]
  /** What is still to be brought; null where nothing lacks. */
  readonly lacks: Lacks | null
  readonly sections: readonly Section[]
  /** The document in short, in the person's language: under all of the French, which alone is of record. */
  readonly summary: Section | null
  readonly signed: string
  /** Where a decision's author signs; null for what is not a decision. */
  readonly signature: string | null
  /** In small type: the ticket, what the paper is worth, the version of the rules. */
  readonly foot: readonly string[]
  readonly code: string
  readonly shortCode: string
}

export type Copy = {
  /** 1 for the first paper, then the count of the copies asked. */
  readonly copy: number
  /** The paper may already have come out: a printer failed or the host stopped in the middle. */
  readonly reprint: boolean
  /** The language of who holds it, where it is not French. */
  readonly lang?: OtherLanguage | undefined
}

/** How each kind says its facts. */
const writers: BodyWriters<DocumentKind> = {
  ...registrationBodies,
  ...requestBodies,
  ...presenceBodies,
  ...tillBodies,
  ...decisionBodies,
  ...reasonBodies,
  ...visitBodies,
}

/** What a document of these facts says, between its letterhead and its seal. */
function bodyOf(facts: DocumentFacts): DocumentBody {
  // Which writer goes with which facts, the table's type says and TypeScript can't follow.
  const write = writers[facts.kind] as (facts: DocumentFacts) => DocumentBody
  return write(facts)
}

/** « En qualité d’électeur français… »: the quality with its definition and its texts. */
const seenAs = ({ title, definition, sources }: SeenAs): string => {
  const texts = cite(sources)
  return words.seenAs(title, definition, texts)
}

/** « Madame ou Monsieur ROUX Adèle » is not ours to choose: the family name, the first name, then the name of use. */
const addressed = (to: Addressee | null): readonly string[] =>
  to === null
    ? []
    : [
        personName(to),
        ...(to.usageName === null ? [] : [words.usageName(to.usageName)]),
        ...(to.contact === null ? [] : [to.contact]),
      ]

/** « ROUX Adèle, né(e) le 14 mai 1984 »: by name, and by what tells two people of one name apart. */
function personLines(facts: VisitFacts): readonly string[] {
  const { addressee: to, by } = facts
  if (to === undefined) return []
  const name = personName(to)
  return [
    to.birthDate === undefined ? name : words.born(name, calendarDay(to.birthDate)),
    ...(to.usageName === null ? [] : [words.usageName(to.usageName)]),
    ...(by === undefined ? [] : [words.represented(words.representatives[by])]),
  ]
}

/** What facts say before any seal: the same for a draft and for what is issued. */
type Drawn = Omit<Content, 'number' | 'marks' | 'summary' | 'code' | 'shortCode'>

/**
 * Of who asks for something: what the till gives to the accountant is of no person, and asks for nothing. An incident of
 * nobody holds nobody's data.
 */
const rightsSection = (facts: DocumentFacts, dataContact: string | null): readonly Section[] =>
  facts.kind === 'bordereau'
    ? []
    : [
        {
          is: 'text',
          title: words.rights,
          lines: [
            words.defenseur,
            ...(isOfNobody(facts) ? [] : [typeset(words.data(dataContact ?? words.atService))]),
          ],
        },
      ]

function drawn(facts: DocumentFacts): Drawn {
  const { office, service, rule } = facts
  const own = bodyOf(facts)
  const named = isVisitFacts(facts) && facts.addressee !== undefined
  const ticket = facts.ticket === null ? [] : [words.ticket(ticketNumber(facts.ticket))]
  const letterhead = facts.letterhead?.lines ?? []
  const dataContact = facts.letterhead?.dataContact ?? null
  return {
    school: facts.school,
    title: own.title ?? titles[facts.kind],
    issued: dayAndHour(facts.issuedAt, facts.zone),
    letterhead: letterhead.map(typeset),
    officeName: office.name,
    officeLines: [
      words.service(service),
      `${office.street}, ${office.postalCode} ${office.city}`,
      [office.phone.replaceAll(' ', '\u00a0'), office.email].filter((way) => way !== null).join(' · '),
    ].map(typeset),
    addressee: isVisitFacts(facts) ? [] : addressed(facts.addressee).map(typeset),
    person: isVisitFacts(facts) ? personLines(facts).map(typeset) : [],
    seenAs: facts.seenAs === undefined ? null : typeset(seenAs(facts.seenAs)),
    subjects: [
      typeset(facts.label),
      ...(facts.saidLabel === undefined ? [] : [typeset(words.saidLabel(facts.saidLabel))]),
      ...(named ? [] : ticket),
      isVisitFacts(facts) || facts.file === null ? '' : words.fileNumber(facts.file),
    ].filter((subject) => subject.trim() !== ''),
    lead: typeset(own.lead),
    notes: [...relation(facts), ...own.notes].map(typeset),
    lacks: own.lacks ? typesetLacks(own.lacks) : null,
    sections: [...own.sections.map(typesetSection), ...rightsSection(facts, dataContact)],
    signed: typeset(own.signed),
    signature: own.signature === undefined ? null : typeset(own.signature),
    foot: [
      ...(named ? ticket : []),
      ...(own.small ?? []),
      ...(rule === null
        ? []
        : [words.rules(rule.procedureId, rule.version, calendarDay(rule.validFrom), rule.hash.slice(0, 12))]),
    ].map(typeset),
  }
}

/** The document that this one repeats, puts right or cancels, named first. */
const relation = ({ kind, relates, zone }: DocumentFacts): readonly string[] =>
  // A cancellation is about nothing else: its first sentence names it.
  relates && kind !== 'annulation'
    ? [words.relates[relates.how](relates.number, dayAndHour(relates.issuedAt, zone))]
    : []

/** Every text of a document, set in French typography. Pure: the same document always says the same. */
export function documentContent(document: IssuedDocument, { copy, reprint, lang }: Copy): Content {
  const { facts, seal, code, shortCode } = document
  return {
    ...drawn(facts),
    number: words.number(seal.number),
    marks: [
      words.copyOf(isOfNobody(facts) ? words.forAll : facts.personWord),
      ...(copy > 1 ? [words.duplicate(copy)] : []),
      ...(reprint ? [words.reprint] : []),
    ],
    summary: lang === undefined ? null : summaryIn(lang, facts, seal.number),
    code,
    shortCode,
  }
}

/** What would be issued, as it is before its number: « PROJET », with no code to verify. */
export const draftContent = (facts: DocumentFacts): Content => ({
  ...drawn(facts),
  number: words.draft,
  marks: [words.draftWhy],
  summary: null,
  code: '',
  shortCode: '',
})

const typesetLacks = ({ title, pieces, due, how }: Lacks): Lacks => ({
  title: typeset(title),
  pieces: pieces.map(({ term, detail }) => ({ term: typeset(term), detail: typeset(detail) })),
  due,
  how: how.map(typeset),
})

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
