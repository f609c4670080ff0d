import type { DocumentFacts, FactsOf } from '../../contract/documents/issued.ts'
import { decisionWords as words } from '../../messages/documents/decisions.fr.ts'
import { euros } from '../../messages/format/numbers.ts'
import { words as common } from '../../messages/documents/documents.fr.ts'
import { handedIn } from '../../messages/documents/nature.fr.ts'
import { titles } from '../../messages/documents/titles.fr.ts'
import { dayAndHour } from '../moments.ts'
import { remedyLines } from './remedies.ts'
import {
  calendarDay,
  cite,
  citedText,
  sentence,
  speaker,
  type DocumentBody,
  type BodyWriters,
  type Section,
} from './body.ts'

// What is decided, why, and how to contest it; and what says that something failed or no longer holds.

type Reasoned = FactsOf<'refus'> | FactsOf<'motifs'>
type Signed = Reasoned | FactsOf<'acceptation'>

/** A text as it was typed, a paragraph a line. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Who handled the request: the agent, by name or pseudonym, where one is said, else the service (CRPA L111-2). */
export const handledBy = ({ author, service }: Pick<Signed, 'author' | 'service'>): string => {
  const name = speaker(author)
  return name === null ? common.issuedByService(service) : words.handledBy(name, service)
}

/** First name, name and capacity, legibly, under what gives the power to sign (CRPA L212-1). */
function signature({ signatory }: Signed): string {
  const name = signatory === null ? null : speaker(signatory.name)
  return signatory === null || name === null ? words.unsigned : words.signatory(name, signatory.delegation)
}

/** No article of the base is this text: who signs answers for it alone. */
const unread = (sources: Reasoned['law'][number]['sources']): boolean => sources.length === 0

/** Each text with what it says here: as the agent wrote it, else as it was read in the law. */
export const lawSection = (law: Reasoned['law'], title: string): Section => ({
  is: 'table',
  title,
  columns: words.lawColumns,
  rows: law.map(({ title: text, said, sources, toConfirm }) => ({
    term: unread(sources)
      ? words.unverified(text)
      : toConfirm
        ? `${citedText(text)}, ${common.toConfirm}`
        : citedText(text),
    detail: said ?? sources.find(({ extract }) => extract !== null)?.extract ?? words.saysNothing,
  })),
})

/** What L311-3-1 wants of a decision that rests on rules run by a program: purpose, right, and how to use it. */
const algorithmSection = ({ algorithm }: Reasoned): readonly Section[] =>
  algorithm === null
    ? []
    : [
        {
          is: 'text',
          title: words.algorithm,
          lines: [words.algorithmSays(sentence(algorithm.purpose)), words.algorithmRight, words.cada],
        },
      ]

/** A day that a ground needs, written out; any other fact as it was typed. */
const saidAs = (said: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(said) ? calendarDay(said) : said)

/** What was told, then each fact that the ground needs, and the pieces that lack. */
const factLines = ({ facts, ground }: Reasoned): readonly string[] => [
  ...paragraphs(facts),
  ...(ground?.established ?? []).map(({ title, said }) => words.established(title, saidAs(said))),
  ...(ground && ground.pieces.length > 0 ? [words.lacking(ground.pieces)] : []),
]

const reasons = (facts: Reasoned, from: string): readonly Section[] => [
  ...(facts.ground
    ? [{ is: 'text', title: words.ground, lines: [facts.ground.title] } satisfies Section]
    : []),
  { is: 'text', title: words.facts, lines: factLines(facts) },
  lawSection(facts.law, words.law),
  ...(facts.remedies === null
    ? []
    : [{ is: 'text', title: words.remedies, lines: remedyLines(facts.remedies, from) } satisfies Section]),
  ...algorithmSection(facts),
]

/** What is due whatever the decision, as the rules say why. */
const priceSection = ({ price, ...facts }: FactsOf<'refus'>): readonly Section[] =>
  price === undefined
    ? []
    : [
        {
          is: 'text',
          title: words.price(handedIn(facts)),
          lines: [words.priceSays(euros(price.cents), price.why, cite(price.sources))],
        },
      ]

function refusal(facts: FactsOf<'refus'>): DocumentBody {
  const part = facts.extent === 'part'
  const [received, decided] = [calendarDay(facts.receivedOn), calendarDay(facts.decidedOn)]
  return {
    ...(part ? { title: words.refus.part } : {}),
    lead: (part ? words.refus.leadPart : words.refus.lead)(handedIn(facts), received, decided),
    notes: [
      ...(facts.law.some(({ sources }) => unread(sources)) ? [] : [words.refus.reasoned]),
      words.refus.notified,
      words.asksNothing,
    ],
    sections: [...reasons(facts, words.fromNotification), ...priceSection(facts)],
    signed: handledBy(facts),
    signature: signature(facts),
  }
}

const communication = (facts: FactsOf<'motifs'>): DocumentBody => ({
  lead: words.motifs.lead(handedIn(facts), calendarDay(facts.receivedOn), calendarDay(facts.rejectedOn)),
  notes: [
    words.motifs.asked(calendarDay(facts.askedOn)),
    // What no text bounds is not prolonged. One paragraph: the letter with all that it may say is one sheet.
    [...(facts.remedies?.noDelay === true ? [] : [words.motifs.extended]), words.asksNothing].join(' '),
  ],
  sections: reasons(facts, words.fromCommunication),
  signed: handledBy(facts),
  signature: signature(facts),
})

function acceptance(facts: FactsOf<'acceptation'>): DocumentBody {
  const { label, file, completeOn, acquiredOn, silence } = facts
  const { acceptation: say } = words
  const cited = cite(silence.sources)
  const what = handedIn(facts)
  return {
    lead: say.lead(what, calendarDay(acquiredOn)),
    notes: [say.attested],
    sections: [
      {
        is: 'table',
        title: say.section,
        columns: say.columns,
        rows: [
          { term: say.request[what], detail: label },
          { term: say.reference, detail: file ?? '' },
          { term: say.complete[what], detail: calendarDay(completeOn) },
          { term: say.text, detail: cited === '' ? silence.title : `${silence.title} (${cited})` },
          { term: say.acquired, detail: calendarDay(acquiredOn) },
        ],
      },
    ],
    signed: handledBy(facts),
    signature: signature(facts),
  }
}

/** An incident of the office, whoever was there: every visit has its ticket. */
export const isOfNobody = ({ kind, ticket }: Pick<DocumentFacts, 'kind' | 'ticket'>): boolean =>
  kind === 'incident' && ticket === null

function incident(facts: FactsOf<'incident'>): DocumentBody {
  const { what, from, until, effect, zone } = facts
  const ofNobody = isOfNobody(facts)
  const { incident: say } = words
  return {
    lead: say.lead,
    notes: [...(ofNobody ? [say.ofNobody] : []), say.worth],
    sections: [
      { is: 'text', title: say.what, lines: paragraphs(what) },
      {
        is: 'table',
        title: say.section,
        columns: say.columns,
        rows: [
          { term: say.from, detail: dayAndHour(from, zone) },
          { term: say.until, detail: until === null ? say.goesOn : dayAndHour(until, zone) },
        ],
      },
      { is: 'text', title: ofNobody ? say.effectForAll : say.effect, lines: paragraphs(effect) },
    ],
    signed: issuedBy(facts),
  }
}

function cancellation({
  cancels,
  duplicates,
  withdrawn,
  reason,
  zone,
  ...facts
}: FactsOf<'annulation'>): DocumentBody {
  const { annulation: say } = words
  return {
    lead: say.lead(titles[cancels.kind], cancels.number, dayAndHour(cancels.issuedAt, zone)),
    notes: [
      ...(duplicates
        ? [
            say.duplicates(
              duplicates.map(({ number, issuedAt }) => say.duplicate(number, dayAndHour(issuedAt, zone))),
            ),
          ]
        : []),
      ...(withdrawn
        ? [
            say.withdrawn(
              withdrawn.asked.map(calendarDay),
              withdrawn.runsAgainOn === undefined ? null : calendarDay(withdrawn.runsAgainOn),
              withdrawn.askedElse === true,
            ),
          ]
        : []),
      say.kept,
    ],
    sections: [{ is: 'text', title: say.section, lines: paragraphs(reason) }],
    signed: issuedBy(facts),
  }
}

/** Who issued the paper: the agent, by name or pseudonym, where one is said, else the service. */
export const issuedBy = ({ author, service }: Pick<Signed, 'author' | 'service'>): string => {
  const name = speaker(author)
  return name === null ? common.issuedByService(service) : common.issuedBy(name, service)
}

export const decisionBodies: BodyWriters<'refus' | 'acceptation' | 'motifs' | 'incident' | 'annulation'> = {
  refus: refusal,
  acceptation: acceptance,
  motifs: communication,
  incident,
  annulation: cancellation,
}
