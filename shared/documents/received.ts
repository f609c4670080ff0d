import type { LetterFacts } from '../contract/documents/issued.ts'
import type { Assessment } from '../contract/law/assessment.ts'

/** What tells it: of a case, of a file's regime, or of a paper. */
type Filed = {
  readonly nature?: Assessment['nature'] | LetterFacts['nature']
  readonly silence: Pick<Assessment['silence'], 'sense'> | null
}

/**
 * Whether nobody decides on it: a declaration whose silence is worth nothing. A declaration of works is one that an authority
 * may oppose within a delay (C. urb. R423-23, R424-1): who decides is said of it.
 */
export const isOnlyReceived = ({ nature, silence }: Filed): boolean =>
  nature === 'declaration' && silence?.sense === 'sansObjet'
