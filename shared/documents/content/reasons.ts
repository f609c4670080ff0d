import type { FactsOf } from '../../contract/documents/issued.ts'
import { counter } from '../../messages/queue/counter.fr.ts'
import { handedIn } from '../../messages/documents/nature.fr.ts'
import { decisionWords as words } from '../../messages/documents/decisions.fr.ts'
import { issuedBy, lawSection, paragraphs } from './decisions.ts'
import {
  calendarDay,
  citeDoubt,
  sentence,
  type DocumentBody,
  type BodyWriters,
  type Section,
} from './body.ts'

// « Règles appliquées à votre situation », and the invitation to put right what was not followed.

/** No deeper on paper: what rests on what is still told by the order of the lines. */
const deepest = 4

/** « – – La personne est majeure »: what a line rests on is under it, one dash deeper. */
const indented = (depth: number, text: string): string =>
  `${'–\u00a0'.repeat(Math.min(depth, deepest))}${text}`

const titleSeen = ({ kind, validUntil }: NonNullable<FactsOf<'trace'>['identity']>): string => {
  const { seen, validUntil: until } = words.trace
  const named = new Map(Object.entries<string>(counter.identities)).get(kind) ?? kind
  return `${named}${validUntil === null ? '' : `, ${until(calendarDay(validUntil))}`} (${seen})`
}

/** The four informations of R311-3-1-2: the part of the program, the data and their source, the parameters, the operations. */
function trace(facts: FactsOf<'trace'>): DocumentBody {
  const { label, about, purpose, rulesOn, answers, pieces, birthDate, identity, lines, more } = facts
  const { trace: say } = words
  const data = [
    ...answers.map(({ question, answer, from }) => ({
      term: question,
      detail: `${answer} (${say.from[from]})`,
    })),
    ...(birthDate === null
      ? []
      : [{ term: say.birthDate, detail: `${calendarDay(birthDate)} (${say.seen})` }]),
    ...(identity === null ? [] : [{ term: say.identity, detail: titleSeen(identity) }]),
    ...pieces.map(({ title, state }) => ({ term: title, detail: `${say.states[state]} (${say.seen})` })),
  ]
  return {
    lead: about === null ? say.lead(handedIn(facts), label) : say.leadAbout(about),
    notes: [say.asked],
    sections: [
      {
        is: 'text',
        title: say.purposeSection,
        lines: [say.purpose(sentence(purpose)), say.contribution, say.parameters(calendarDay(rulesOn))],
      },
      data.length === 0
        ? { is: 'text', title: say.data, lines: [say.noData] }
        : { is: 'table', title: say.data, columns: say.dataColumns, rows: data },
      {
        is: 'table',
        title: say.lines,
        columns: say.lineColumns,
        rows: lines.map(({ depth, text, sources, toConfirm }) => ({
          term: indented(depth, text),
          detail: citeDoubt(sources, toConfirm) || say.noText,
        })),
      },
      ...(more === 0
        ? []
        : [{ is: 'text', title: say.moreTitle, lines: [say.more(more)] } satisfies Section]),
      { is: 'text', title: say.communication, lines: [words.algorithmRight, words.cada] },
    ],
    signed: issuedBy(facts),
  }
}

function invitation(facts: FactsOf<'regularisation'>): DocumentBody {
  const { breach, law, formalities, dueOn, consequence } = facts
  const { regularisation: say } = words
  const due = calendarDay(dueOn)
  return {
    lead: say.lead(due),
    notes: [say.right, say.proof, say.nothingElse],
    sections: [
      { is: 'text', title: say.breach, lines: paragraphs(breach) },
      lawSection(law, say.law),
      { is: 'list', title: say.formalities, items: formalities },
      { is: 'text', title: say.otherwise, lines: [say.by(due), ...paragraphs(consequence)] },
    ],
    signed: issuedBy(facts),
  }
}

export const reasonBodies: BodyWriters<'trace' | 'regularisation'> = { trace, regularisation: invitation }
