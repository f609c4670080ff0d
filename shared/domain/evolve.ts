import type { Recorded } from '../contract/events.ts'
import { evolveAppointments } from './appointments/bookings.ts'
import { evolveCounters } from './queue/counters.ts'
import { evolveDay } from './office/day.ts'
import { evolveDocuments } from './documents/evolve.ts'
import { evolveElsewhere } from './partners/evolve.ts'
import { evolveFiles, withoutEndedFiles } from './files/evolve.ts'
import { withLesson } from './training/lesson.ts'
import type { Office } from './state.ts'
import { withChange } from './office/changes.ts'
import { evolvePeople } from './people/evolve.ts'
import { evolveKeeping } from './privacy/person.ts'
import { evolvePremises } from './office/services.ts'
import { evolveProvisional, withHeard, withoutOldSeries, withoutSeriesOf } from './queue/provisional.ts'
import { evolveReception } from './queue/reception.ts'
import { evolveRuleSets } from './law/ruleSets.ts'
import { evolveRoom } from './queue/room.ts'
import { evolveRules } from './queue/rules.ts'
import { evolveSettings } from './office/settings.ts'
import { evolveSafety } from './safety/safety.ts'
import { evolveScreens } from './media/screens.ts'
import { evolveStations } from './network/stations.ts'
import { evolveSoftware } from './integrations/access.ts'
import { evolveRecordings } from './media/recordings.ts'
import { evolveTextReviews } from './media/textReviews.ts'
import { evolveTill } from './till/evolve.ts'
import { evolveUndo } from './queue/undo.ts'
import { evolveVisits } from './visit/evolve.ts'

/** The version of what follows: a snapshot of another version is rebuilt from the journal. */
export const evolveVersion = 24

/** The office after one more event. Total: whatever the journal holds, it never throws. */
export const evolve = (office: Office, recorded: Recorded): Office =>
  withLesson(withHeard(withChange(evolved(office, recorded), recorded), recorded), recorded)

function evolved(office: Office, recorded: Recorded): Office {
  const { event } = recorded
  switch (event.type) {
    case 'rulesPublished':
    case 'rulesWithdrawn':
    case 'procedureValidated':
    case 'draftValidated':
      return evolveRuleSets(office, recorded) ?? office
    case 'officeCreated':
    case 'drillBegun':
    case 'addressSet':
    case 'printersSet':
    case 'lawSet':
    case 'agentSet':
      return evolveSettings(office, recorded) ?? office
    case 'serviceSet':
    case 'serviceWithdrawn':
    case 'counterSet':
    case 'counterWithdrawn':
      return evolvePremises(office, recorded) ?? office
    case 'rulesSet':
      return evolveRules(office, recorded) ?? office
    case 'dayOpened':
    case 'serviceClosed':
    case 'serviceOpened':
    case 'calendarSet':
      return evolveDay(office, recorded) ?? office
    case 'counterOpened':
    case 'counterClosed':
    case 'counterPaused':
    case 'counterResumed':
    case 'counterSkillsSet':
    case 'interrupted':
    case 'interruptionEnded':
      return evolveCounters(office, recorded) ?? office
    case 'ticketTaken':
    case 'ticketEntered':
    case 'ticketLeft':
    case 'ticketUnserved':
    case 'ticketReturned':
    case 'ticketReplaced':
    case 'prioritySet':
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'ticketAbsent':
    case 'visitStarted':
      return evolveRoom(office, recorded) ?? office
    case 'seriesLent':
    case 'ticketJoined':
      return evolveProvisional(office, recorded) ?? office
    case 'ticketParked':
    case 'promiseMoved':
    case 'ticketResumed':
    case 'ticketTransferred':
    case 'pieceAskedAgain':
    case 'requestAdded':
    case 'requestClosed':
    case 'visitClosed':
      return evolveVisits(office, recorded) ?? office
    case 'actUndone':
      return evolveUndo(office, recorded) ?? office
    case 'appointmentsImported':
    case 'appointmentBooked':
    case 'appointmentCancelled':
      return evolveAppointments(office, recorded) ?? office
    case 'informed':
      return evolveReception(office, recorded) ?? office
    case 'documentIssued':
    case 'documentPrinted':
    case 'documentHandedOver':
    case 'documentRelated':
    case 'documentsClosed':
    case 'paperSet':
    case 'agentShielded':
      return evolveDocuments(office, recorded) ?? office
    case 'recordingAdded':
    case 'recordingRemoved':
      return evolveRecordings(office, recorded) ?? office
    case 'textsReviewed':
      return evolveTextReviews(office, recorded) ?? office
    case 'dayClosed':
      return withoutOldSeries(withoutEndedFiles(evolveDay(office, recorded) ?? office), recorded.at)
    case 'fileOpened':
    case 'fileDescribed':
    case 'filePieceAdded':
    case 'filePiecesRequested':
    case 'fileAcknowledged':
    case 'fileForwarded':
    case 'fileDecided':
    case 'fileTitleArrived':
    case 'fileNoticeSent':
    case 'fileTitleDestroyed':
    case 'fileHandedOver':
    case 'originalsHeld':
    case 'originalsReturned':
    case 'fileClosed':
    case 'fileActUndone':
      return evolveFiles(office, recorded) ?? office
    case 'tillDeedSet':
    case 'tillOpened':
    case 'tillEntered':
    case 'tillPaperGiven':
    case 'tillCounted':
    case 'tillPeriodClosed':
      return evolveTill(office, recorded) ?? office
    case 'apiTokenCreated':
    case 'apiTokenRevoked':
    case 'webhookSet':
    case 'webhookRemoved':
    case 'softwareSet':
    case 'noticeAsked':
    case 'noticeWithdrawn':
    case 'noticeSent':
      return evolveSoftware(office, recorded) ?? office
    case 'stationRevoked':
      return withoutSeriesOf(evolveStations(office, recorded) ?? office, event.data.stationId)
    case 'screenSet':
      return evolveScreens(office, recorded) ?? office
    case 'stationPaired':
    case 'doorAnnounced':
    case 'hostPromoted':
    case 'followerRenewed':
      return evolveStations(office, recorded) ?? office
    case 'agentRightsSet':
    case 'agentSecretSet':
    case 'agentInvited':
    case 'agentLocked':
    case 'agentUnlocked':
    case 'agentBadgeSet':
    case 'agentBadgeRemoved':
    case 'agentLoginSet':
    case 'agentLoginRemoved':
    case 'loginSet':
    case 'accessSet':
    case 'counterRelieved':
      return evolvePeople(office, recorded) ?? office
    case 'placesSet':
    case 'placeKept':
    case 'placeTaken':
    case 'placeWithdrawn':
    case 'placeAsking':
    case 'placeAsked':
    case 'placeGivenUp':
    case 'placeReturned':
      return evolveElsewhere(office, recorded) ?? office
    case 'alertRaised':
    case 'alertAnswered':
    case 'incidentRecorded':
      return evolveSafety(office, recorded) ?? office
    case 'personalPurged':
    case 'personalErased':
    case 'fileLimited':
      return evolveKeeping(office, recorded) ?? office
    // What became of a guided day's people is read off every fact.
    case 'lessonBegun':
    case 'lessonArrived':
    case 'lessonSheetSeen':
      return office
    default:
      event satisfies never
      return office
  }
}
