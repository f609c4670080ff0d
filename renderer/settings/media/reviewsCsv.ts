import type { Output } from '../../../shared/contract/index.ts'
import { languageNames } from '../../../shared/messages/media/languageNames.fr.ts'
import { digestOf, reviewStates } from '../../../shared/messages/media/reviewed.ts'
import { textReviews as words } from '../../../shared/messages/media/textReviews.fr.ts'

/** A cell between quotation marks: nothing of it is a separator. None of these words begins as a formula. */
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The state of every set in every language as CSV, for who has them read: a line each, UTF-8, commas, RFC 4180. */
export const reviewsCsv = ({ reviews }: Output<'texts.view'>): string =>
  [
    words.columns,
    ...reviewStates(reviews).map(({ set, lang, state }) => [
      languageNames[lang],
      words.sets[set],
      words.states[state.is],
      state.is === 'toRead' ? '' : words.who[state.review.by],
      state.is === 'toRead' ? '' : state.review.on,
      digestOf(set, lang),
    ]),
  ]
    .map((line) => line.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')
