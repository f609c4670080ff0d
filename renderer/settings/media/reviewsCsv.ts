import type { Output } from '../../../shared/contract/index.ts'
import { csvText } from '../../../shared/messages/format/csv.ts'
import { languageNames } from '../../../shared/messages/format/languageNames.fr.ts'
import { digestOf, reviewStates } from '../../../shared/messages/media/reviewed.ts'
import { textReviews as words } from '../../../shared/messages/media/textReviews.fr.ts'

/** The state of every set in every language as CSV, for who has them read: a line each. */
export const reviewsCsv = ({ reviews }: Output<'texts.view'>): string =>
  csvText('open', [
    words.columns,
    ...reviewStates(reviews).map(({ set, lang, state }) => [
      languageNames[lang],
      words.sets[set],
      words.states[state.is],
      state.is === 'toRead' ? '' : words.who[state.review.by],
      state.is === 'toRead' ? '' : state.review.on,
      digestOf(set, lang),
    ]),
  ])
