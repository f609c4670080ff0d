import type { Assessment, Deadline, SourceRef } from '../../shared/contract/law/assessment.ts'
import { isOnlyReceived } from '../../shared/documents/received.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { calendarDate, euros } from '../../shared/messages/format/numbers.ts'

export type DueSide = 'person' | 'fee' | 'administration'

/** One thing that is due, or one fact of law, with its text. */
export type DueLine = {
  readonly id: string
  readonly side: DueSide
  readonly late: boolean
  readonly title: string
  readonly detail: string | null
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
  /** What matters first when room is short; 0 is first, null is never needed at a glance. */
  readonly rank: number | null
}

/** Room in the right column of the usual window, in pixels, beside a person and a paper. */
const roomAtAGlance = 226

/** What a line takes there with its title alone, in pixels: rows of some 31 letters of 14/19, and its margins. */
const heightAtAGlance = ({ title }: Pick<DueLine, 'title'>): number => Math.ceil(title.length / 31) * 19 + 6

type DueText = {
  readonly title: string
  readonly detail: string | null
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}

const line = (
  id: string,
  side: DueSide,
  rank: number | null,
  { title, detail, sources, toConfirm }: DueText,
  late = false,
): DueLine => ({ id, side, late, title, detail, sources, toConfirm, rank })

function deadlineLine(deadline: Deadline): DueLine {
  const words = counterWords.law
  const { deadlineId, title, from, to, late, detail } = deadline
  const id = `deadline ${deadlineId}`
  if (to !== null && late === true)
    return line(
      id,
      'person',
      1,
      {
        ...deadline,
        title: words.late(title),
        detail: [words.lateSince(calendarDate(to)), detail].filter((part) => part !== null).join(' · '),
      },
      true,
    )
  if (from !== null && to !== null)
    return line(id, 'person', 4, {
      ...deadline,
      title: words.between(title, calendarDate(from), calendarDate(to)),
    })
  if (to !== null) return line(id, 'person', 4, { ...deadline, title: words.on(title, calendarDate(to)) })
  if (from !== null)
    return line(id, 'person', 4, { ...deadline, title: words.fromDay(title, calendarDate(from)) })
  // Its day is not known yet.
  return line(id, 'person', 10, deadline)
}

function personLines(assessment: Assessment): readonly DueLine[] {
  const words = counterWords
  const { deadlines, rightToError, ifLate, dueByPerson, fee, remedy } = assessment
  const late = deadlines.some((deadline) => deadline.late === true)
  return [
    // The right to error comes before what lateness costs (CRPA L123-1).
    ...(rightToError ? [line('error', 'person', late ? 0 : null, rightToError)] : []),
    ...deadlines.map(deadlineLine),
    ...ifLate.map((cost, at) => line(`late ${at}`, 'person', late ? 2 : null, cost)),
    ...dueByPerson.map((due, at) => line(`person ${at}`, 'person', 5, due)),
    ...(fee === null
      ? []
      : [
          line('fee', 'fee', fee.cents > 0 ? 5 : null, {
            ...fee,
            title: fee.cents > 0 ? words.pay(euros(fee.cents)) : words.law.free,
            detail: fee.why,
          }),
        ]),
    ...(remedy === null
      ? []
      : [
          line('remedy', 'person', null, {
            ...remedy,
            title: words.law.remedy(remedy),
            detail: [
              remedy.title,
              // Not written twice: the rule's own detail may already name the prior appeal.
              /préalable/i.test(remedy.detail ?? '') ? null : words.law.priors[remedy.prior],
              remedy.detail,
            ]
              .filter((part) => part !== null && part !== '')
              .join(' · '),
          }),
        ]),
  ]
}

function administrationLines(assessment: Assessment, lacks: boolean, officeName: string): readonly DueLine[] {
  const words = counterWords.law
  const { silence, acknowledgement, ifIncomplete, collects, decides, handingOver, delivers } = assessment
  const decided = collects ? words.collects(officeName, decides) : words.decides(decides)
  const { retention, domicile, dueByAdministration, consignes } = assessment
  return [
    line('decides', 'administration', collects ? 6 : null, {
      title: isOnlyReceived(assessment) ? words.declared(officeName, decides, collects) : decided,
      detail: null,
      sources: [],
      toConfirm: false,
    }),
    line('silence', 'administration', 6, {
      ...silence,
      title: words.silence(silence.sense, silence.delay),
      detail: silence.title,
    }),
    line('acknowledgement', 'administration', 7, {
      ...acknowledgement,
      title: words.acknowledgement(acknowledgement.due),
      detail: acknowledgement.why,
    }),
    line('incomplete', 'administration', lacks ? 3 : null, {
      ...ifIncomplete,
      title: words.effects[ifIncomplete.effect],
    }),
    ...dueByAdministration.map((due, at) => line(`administration ${at}`, 'administration', 8, due)),
    ...delivers.map((paper, at) =>
      line(`delivers ${at}`, 'administration', null, {
        ...paper,
        title: words.delivers(paper.title),
        detail: words.worth(paper.worth, paper.onTheSpot, paper.duplicate),
      }),
    ),
    ...(handingOver === null
      ? []
      : [
          line('handing', 'administration', null, {
            ...handingOver,
            detail: words.destroyed(handingOver.destroyedAfter, handingOver.detail),
          }),
        ]),
    line('domicile', 'administration', null, { ...domicile, title: domicile.detail, detail: null }),
    line('retention', 'administration', null, { ...retention, detail: null }),
    ...consignes.map(({ consigneId, issuer, from, text, title, against }) =>
      line(`consigne ${consigneId}`, 'administration', 9, {
        title: `${words.consigne(issuer, calendarDate(from))}\u00a0: ${title}`,
        detail: [text, ...(against.length > 0 ? [words.against(against)] : [])].join(' · '),
        sources: [],
        toConfirm: false,
      }),
    ),
  ]
}

/**
 * All that is due on both sides in this situation, the person's side first.
 * @param lacks a piece is missing
 * @param officeName the office that receives, as its papers name it
 */
export const dueLines = (assessment: Assessment, lacks: boolean, officeName: string): readonly DueLine[] => [
  ...personLines(assessment),
  ...administrationLines(assessment, lacks, officeName),
]

/**
 * Those that matter now and have room, in the order of the whole: what is late and what it costs, then dates, duties,
 * silence. What is late is always there.
 */
export function atAGlance(lines: readonly DueLine[]): readonly DueLine[] {
  const kept = new Set<DueLine>()
  let room = roomAtAGlance
  for (const line of lines
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const height = heightAtAGlance(line)
    if (height > room && !line.late) continue
    room -= height
    kept.add(line)
  }
  return lines.filter((line) => kept.has(line))
}
