import type { ViewName } from '../contract/index.ts'
import { appointmentsView } from './appointments/view.ts'
import { counterView, traceView } from './visit/view.ts'
import { filesDue, filesToCollect, fileView, requestView } from './files/view.ts'
import { draftView } from './documents/asked.ts'
import { paperView } from './documents/settings.ts'
import { agentsView, officeView, rulesView, settingsView } from './office/view.ts'
import { peopleView, sessionView, preferencesView } from './people/views.ts'
import { backupsView } from './privacy/views.ts'
import { hostsView } from './standby/view.ts'
import { premisesView } from './office/services.ts'
import { printingView } from './printing/view.ts'
import { displayView, kioskView } from './queue/roomViews.ts'
import { proceduresView } from './law/ruleSets.ts'
import { queueView, receptionView } from './queue/view.ts'
import { lessonView } from './training/lesson.ts'
import { safetyView } from './safety/safety.ts'
import { supervisionView } from './history/view.ts'
import { recordingsView } from './media/recordings.ts'
import { ownScreenView, screensView } from './media/screens.ts'
import { ownStationView, stationsView } from './network/stations.ts'
import { textsView } from './media/textReviews.ts'
import { tillView } from './till/view.ts'
import type { View } from './view.ts'

export type { View } from './view.ts'

/** One view for each name: a view without its function does not compile. */
export const views: { readonly [N in ViewName]: View<N> } = {
  'office.view': officeView,
  'agents.view': agentsView,
  'settings.view': settingsView,
  'rules.view': rulesView,
  'premises.view': premisesView,
  'appointments.view': appointmentsView,
  'queue.view': queueView,
  'kiosk.view': kioskView,
  'display.view': displayView,
  'reception.view': receptionView,
  'supervision.view': supervisionView,
  'safety.view': safetyView,
  'lesson.view': lessonView,
  'law.procedures': proceduresView,
  'files.due': filesDue,
  'file.view': fileView,
  'request.view': requestView,
  'files.toCollect': filesToCollect,
  'counter.view': counterView,
  'printing.view': printingView,
  'backups.view': backupsView,
  'hosts.view': hostsView,
  'trace.view': traceView,
  'till.view': tillView,
  'document.draft': draftView,
  'paper.view': paperView,
  'texts.view': textsView,
  'recordings.view': recordingsView,
  'session.view': sessionView,
  'preferences.view': preferencesView,
  'people.view': peopleView,
  'stations.view': stationsView,
  'station.me': ownStationView,
  'screens.view': screensView,
  'screen.own': ownScreenView,
}
