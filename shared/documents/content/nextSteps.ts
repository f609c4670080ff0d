import type { VisitFacts } from '../../contract/documents/visitFacts.ts'
import { words } from '../../messages/documents/documents.fr.ts'
import { handedIn } from '../../messages/documents/nature.fr.ts'
import { requestWords } from '../../messages/documents/requests.fr.ts'
import { calendarDay, cite, decider, sentence, type Row, type Section } from './body.ts'

// What comes after a filing: what lacks once brought, silence, the acknowledgement, who decides.

function silence({ silence: regime }: VisitFacts): string {
  if (!regime) return words.silenceUnknown
  const cited = cite(regime.sources)
  return sentence(cited === '' ? regime.title : `${regime.title.replace(/\.$/, '')} (${cited})`)
}

/** Why no acknowledgement is due, where it is an exception of R112-4 among requests. */
export const exceptionOf = ({ acknowledgement: of }: VisitFacts): string | null =>
  of?.how === 'notDue' && of.exception?.startsWith('R112-4') === true ? of.exception : null

/** Why this receipt is no acknowledgement, and what that does to the delays (CRPA R112-4, L114-4, L112-6). */
function acknowledgement(facts: VisitFacts): readonly string[] {
  const { acknowledgement: of } = facts
  if (of?.how === undefined) return []
  const exception = exceptionOf(facts)
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

/** What comes next, each thing under its name: what lacks once brought, silence, the acknowledgement, who decides. */
export function nextSteps(facts: VisitFacts): Section {
  const { decided, implicit, incomplete, silence: worth } = facts
  if (decided !== undefined) {
    const { on, bySilence, number, reasoned } = decided
    const detail = [
      words.decided[bySilence ? 'bySilence' : 'expressly'](calendarDay(on)),
      ...(number === undefined ? [] : [words.decided[reasoned ? 'there' : 'numbered'](number)]),
    ].join(' ')
    return {
      is: 'table',
      title: words.next.title,
      columns: null,
      rows: [{ term: words.next.decision, detail }],
    }
  }
  const what = handedIn(facts)
  // Nobody decides on a declaration whose silence is worth nothing: it only has somebody who receives it.
  const received = facts.nature === 'declaration' && worth?.noObject === true
  const decides = decider(facts.decides)
  const missing = facts.pieces.filter(({ state }) => state === 'missing').length
  const waits = incomplete?.effect === 'suspends'
  const rows: readonly Row[] = [
    ...(incomplete === undefined || missing === 0
      ? []
      : [
          {
            term: words.next.brought(missing),
            detail:
              incomplete.effect === 'none' && worth?.noObject === true
                ? requestWords.noDecision
                : requestWords.effects[incomplete.elsewhere ? 'elsewhere' : incomplete.effect](
                    what,
                    calendarDay(incomplete.dueOn),
                  ),
          },
        ]),
    ...(decides === null
      ? []
      : [
          received
            ? { term: words.next.recipient, detail: words.receives(decides) }
            : { term: words.next.decision, detail: words.decides(decides) },
        ]),
    {
      term: implicit === undefined ? words.next.silence : words.next.before(calendarDay(implicit.on)),
      detail: [
        ...(implicit === undefined
          ? []
          : [words.implicit[implicit.sense](what, words.onDay(calendarDay(implicit.on), waits))]),
        ...(implicit !== undefined && waits ? [words.sooner] : []),
        silence(facts),
      ].join(' '),
    },
    ...acknowledgement(facts).map((detail) => ({ term: words.next.acknowledgement, detail })),
  ]
  return { is: 'table', title: words.next.title, columns: null, rows }
}
