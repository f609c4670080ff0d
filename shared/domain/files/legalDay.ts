import type { LocalDate } from '../../contract/ids.ts'
import type { Assessment } from '../../contract/law/assessment.ts'

/** The first last day of the law that is not past, where what lacks stops no delay: a birth is declared in its days or not at all. */
export const legalDayOf = (
  assessment: Pick<Assessment, 'ifIncomplete' | 'deadlines'> | null,
  asked: LocalDate,
): LocalDate | undefined =>
  assessment?.ifIncomplete.effect === 'none'
    ? assessment.deadlines.flatMap(({ to }) => (to !== null && to >= asked ? [to] : [])).toSorted()[0]
    : undefined
