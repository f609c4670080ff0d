import { dateIn } from '../core/calendar/index.ts'
import type { Decide, Evolve } from '../decision.ts'
import type { View } from '../view.ts'

/** Who read is a function alone, and the day is the office's own. */
export const reviewTexts: Decide<'texts.review'> = ({ settings }, { set, lang, review }, { now }) => {
  if (settings === null) return { refusal: 'officeNotCreated' }
  const on = dateIn(settings.calendar.zone, now)
  return {
    events: [{ type: 'textsReviewed', data: { set, lang, review: review && { ...review, on } } }],
    output: {},
  }
}

/** The latest reading of each set of texts in each language; none once it is taken back. */
export const evolveTextReviews: Evolve = (office, { event }) => {
  if (event.type !== 'textsReviewed') return undefined
  const { set, lang, review } = event.data
  const key = `${set} ${lang}`
  return {
    ...office,
    textReviews:
      review === null ? office.textReviews.delete(key) : office.textReviews.set(key, { set, lang, review }),
  }
}

/** Who read which texts, by set and language. */
export const textsView: View<'texts.view'> = ({ textReviews }) => ({
  reviews: [...textReviews.values()].toSorted((one, other) =>
    `${one.set} ${one.lang}` < `${other.set} ${other.lang}` ? -1 : 1,
  ),
})
