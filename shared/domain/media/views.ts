import type { Views } from '../view.ts'
import { textsView } from './textReviews.ts'
import { officeMessagesView } from './officeMessages.ts'
import { recordingsView } from './recordings.ts'
import { displayView, kioskView } from './roomViews.ts'
import { screensView, ownScreenView } from './screens.ts'

/** Each view of media, and what makes it. */
export const mediaViews = {
  'kiosk.view': kioskView,
  'display.view': displayView,
  'texts.view': textsView,
  'recordings.view': recordingsView,
  'screens.view': screensView,
  'screen.own': ownScreenView,
  'officeMessages.view': officeMessagesView,
} satisfies Views
