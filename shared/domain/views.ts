import type { ViewName } from '../contract/index.ts'
import { appointmentsViews } from './appointments/views.ts'
import { documentsViews } from './documents/views.ts'
import { filesViews } from './files/views.ts'
import { historyViews } from './history/views.ts'
import { lawViews } from './law/law.ts'
import { mediaViews } from './media/views.ts'
import { networkViews } from './network/network.ts'
import { officeViews } from './office/views.ts'
import { peopleViews } from './people/views.ts'
import { printingViews } from './printing/views.ts'
import { privacyViews } from './privacy/views.ts'
import { queueViews } from './queue/views.ts'
import { safetyViews } from './safety/safety.ts'
import { standbyViews } from './standby/views.ts'
import { subjects } from './subjects.ts'
import { tillViews } from './till/views.ts'
import { trainingViews } from './training/training.ts'
import { visitViews } from './visit/views.ts'
import type { View } from './view.ts'

export type { View } from './view.ts'

/** One view for each name: a view without its function does not compile. */
export const views: { readonly [N in ViewName]: View<N> } = {
  ...appointmentsViews,
  ...documentsViews(subjects),
  ...filesViews,
  ...historyViews,
  ...lawViews,
  ...mediaViews,
  ...networkViews,
  ...officeViews,
  ...peopleViews,
  ...printingViews,
  ...privacyViews,
  ...queueViews,
  ...safetyViews,
  ...standbyViews,
  ...tillViews,
  ...trainingViews,
  ...visitViews,
}
