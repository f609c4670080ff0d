import type { Subjects } from './documents/subjects.ts'
import { decisionComposers } from './files/papers/decisions.ts'
import { handedOnFile, refusalGivenNoMore } from './files/papers/handing.ts'
import { reasonComposers } from './files/papers/reasons.ts'
import { requestComposers } from './files/papers/requests.ts'
import { isSecret, lackingRefused } from './files/papers/steps.ts'
import { retoldOnFile, withdrawnWith } from './files/papers/withdrawing.ts'
import { presenceComposers } from './visit/papers/presence.ts'
import { receiptComposers } from './visit/papers/receipt.ts'
import { registrationComposers } from './visit/papers/registrations.ts'

/** One composer for each paper that can be asked for, and what a file makes of a paper: a kind without one does not compile. */
export const subjects: Subjects = {
  composers: {
    ...presenceComposers,
    ...decisionComposers,
    ...reasonComposers,
    ...receiptComposers,
    ...registrationComposers,
    ...requestComposers,
  },
  lackingRefused,
  isSecret,
  withdrawnWith,
  retoldOnFile,
  refusalGivenNoMore,
  handedOnFile,
}
