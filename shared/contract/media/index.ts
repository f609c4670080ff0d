import { grouped, type Calls } from '../define.ts'
import { officeMessages } from './officeMessages.ts'
import { recordings } from './recordings.ts'
import { screens } from './screens.ts'
import { textReviews } from './textReviews.ts'

export interface MediaCalls
  extends
    Calls<typeof officeMessages>,
    Calls<typeof recordings>,
    Calls<typeof screens>,
    Calls<typeof textReviews> {}

/** All that crosses a process of this capability: screens, clips, messages and translations. */
export const mediaCalls = grouped<MediaCalls>()({
  ...officeMessages,
  ...recordings,
  ...screens,
  ...textReviews,
})
