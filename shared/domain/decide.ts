import { arriveAppointment, bookAppointment, cancelAppointment } from './appointments/bookings.ts'
import { importAppointments } from './appointments/importing.ts'
import { callNext, callOutOfOrder, markAbsent, recallTicket, startVisit } from './queue/calls.ts'
import {
  closeCounter,
  interruptCounter,
  openCounter,
  pauseCounter,
  resumeCounter,
  setCounterSkills,
} from './queue/counters.ts'
import {
  closeDay,
  closeService,
  enterByHand,
  openDay,
  openService,
  printSheet,
  setCalendar,
} from './office/day.ts'
import type { Decide, DomainCommand } from './decision.ts'
import { beginPlace, giveUpPlace, notePlace, returnedPlace } from './partners/asked.ts'
import { requestPlace, setPlaces, withdrawPlace } from './partners/given.ts'
import { cancelDocument, correctDocument, duplicateDocument, handOverDocument } from './documents/again.ts'
import { issueAsked } from './documents/asked.ts'
import { printDocument } from './documents/issue.ts'
import { printPassage } from './visit/trail.ts'
import { setPaper, shieldAgent } from './documents/settings.ts'
import { printLabel, printTest } from './printing/decide.ts'
import { closeFile, decideFile, handOver, keepDraft } from './files/deciding.ts'
import { destroyTitles, notifyTitles, titleArrived } from './files/drawer.ts'
import { acknowledgeFile, forwardFile } from './files/forwarding.ts'
import { describeFile, openFile } from './files/opening.ts'
import { addPiece, holdOriginals, requestPieces, returnOriginals } from './files/pieces.ts'
import { erasePerson, limitPerson } from './privacy/person.ts'
import { arriveInLesson, beginLesson, withSheetSeen } from './training/lesson.ts'
import { printObligations } from './visit/obligations.ts'
import { movePromise, parkTicket, resumeTicket, transferTicket } from './queue/parking.ts'
import { joinTicket, lendSeries } from './queue/provisional.ts'
import { inform, serveAtReception, takeAtReception } from './queue/reception.ts'
import { addRecording, removeRecording } from './media/recordings.ts'
import { publishRules, validateDraft, validateProcedure, withdrawRules } from './law/ruleSets.ts'
import { setCounter, setService, withdrawCounter, withdrawService } from './office/services.ts'
import { printRules, setRules } from './queue/rules.ts'
import { createOffice, setAddress, setAgent, setLaw, setPrinters } from './office/settings.ts'
import { certifyPresence, settleAll, settleTicket } from './queue/settling.ts'
import { answerAlert, raiseAlert, recordIncident } from './safety/safety.ts'
import { setScreen } from './media/screens.ts'
import { announceDoor, noteRenewal, pairStation, revokeStation } from './network/stations.ts'
import { leaveTicket, replaceTicket, returnTicket, setPriority, takeTicket } from './queue/tickets.ts'
import { reviewTexts } from './media/textReviews.ts'
import { collect, recordStamp } from './till/collecting.ts'
import { correct } from './till/correcting.ts'
import { closeTill, countTill, openTill, remit, closePeriod } from './till/counting.ts'
import { setDeed } from './till/deed.ts'
import {
  createToken,
  createWebhook,
  removeWebhook,
  revokeToken,
  setSoftware,
  setWebhook,
} from './integrations/access.ts'
import { askNotice, sendNotice, withdrawNotice } from './integrations/notices.ts'
import { undoLast } from './queue/undo.ts'
import {
  enrollBadge,
  linkLogin,
  unlinkLogin,
  invite,
  lockAgent,
  relieveCounter,
  removeBadge,
  noteLogin,
  setAccess,
  setRights,
  unlockAgent,
  setPreferences,
} from './people/access.ts'
import { changeSecret, chooseSecret, firstSecret } from './people/secrets.ts'
import { addService, askAgain, closeVisit, updateSheet, takeFile } from './visit/decide.ts'

/** One decision for each command: a command without one does not compile. */
export const decisions: { readonly [N in DomainCommand]: Decide<N> } = {
  'office.create': createOffice,
  'office.setAddress': setAddress,
  'office.setPrinters': setPrinters,
  'office.setCalendar': setCalendar,
  'office.setLaw': setLaw,
  'service.set': setService,
  'service.withdraw': withdrawService,
  'counter.set': setCounter,
  'counter.withdraw': withdrawCounter,
  'agent.set': setAgent,
  'rules.set': setRules,
  'rules.print': printRules,
  'procedure.validate': validateProcedure,
  'rules.publish': publishRules,
  'rules.withdraw': withdrawRules,
  'draft.validate': validateDraft,
  'day.open': openDay,
  'day.close': closeDay,
  'day.settleAll': settleAll,
  'day.enterByHand': enterByHand,
  'day.printSheet': printSheet,
  'service.close': closeService,
  'service.open': openService,
  'ticket.take': takeTicket,
  'series.lend': lendSeries,
  'ticket.join': joinTicket,
  'ticket.certify': certifyPresence,
  'ticket.leave': leaveTicket,
  'ticket.return': returnTicket,
  'ticket.replace': replaceTicket,
  'ticket.setPriority': setPriority,
  'ticket.callNext': callNext,
  'ticket.callOutOfOrder': callOutOfOrder,
  'ticket.recall': recallTicket,
  'ticket.markAbsent': markAbsent,
  'ticket.start': startVisit,
  'ticket.park': parkTicket,
  'ticket.resume': resumeTicket,
  'ticket.promise': movePromise,
  'ticket.transfer': transferTicket,
  'ticket.settle': settleTicket,
  'appointment.import': importAppointments,
  'appointment.arrive': arriveAppointment,
  'appointment.book': bookAppointment,
  'appointment.cancel': cancelAppointment,
  'counter.open': openCounter,
  'counter.close': closeCounter,
  'counter.pause': pauseCounter,
  'counter.resume': resumeCounter,
  'counter.skills': setCounterSkills,
  'counter.interrupt': interruptCounter,
  'counter.undo': undoLast,
  'alert.raise': raiseAlert,
  'alert.answer': answerAlert,
  'incident.record': recordIncident,
  'lesson.begin': beginLesson,
  'lesson.arrive': arriveInLesson,
  'reception.take': takeAtReception,
  'reception.inform': inform,
  'reception.serve': serveAtReception,
  'sheet.update': withSheetSeen(updateSheet),
  'piece.askAgain': askAgain,
  'obligations.print': printObligations,
  'visit.addService': addService,
  'visit.close': withSheetSeen(closeVisit),
  'visit.takeFile': takeFile,
  'file.open': openFile,
  'file.describe': describeFile,
  'file.addPiece': addPiece,
  'file.requestPieces': requestPieces,
  'file.acknowledge': acknowledgeFile,
  'file.forward': forwardFile,
  'file.decide': decideFile,
  'file.keepDraft': keepDraft,
  'file.titleArrived': titleArrived,
  'file.notify': notifyTitles,
  'file.destroyTitles': destroyTitles,
  'file.handOver': handOver,
  'file.holdOriginals': holdOriginals,
  'file.returnOriginals': returnOriginals,
  'file.close': closeFile,
  'document.print': printDocument,
  'document.issue': issueAsked,
  'document.duplicate': duplicateDocument,
  'document.correct': correctDocument,
  'document.cancel': cancelDocument,
  'document.handOver': handOverDocument,
  'trail.print': printPassage,
  'paper.set': setPaper,
  'texts.review': reviewTexts,
  'recording.add': addRecording,
  'recording.remove': removeRecording,
  'agent.shield': shieldAgent,
  'till.setDeed': setDeed,
  'till.open': openTill,
  'till.collect': collect,
  'till.stamp': recordStamp,
  'till.correct': correct,
  'till.count': countTill,
  'till.remit': remit,
  'till.close': closeTill,
  'till.closePeriod': closePeriod,
  'station.pair': pairStation,
  'station.revoke': revokeStation,
  'screen.set': setScreen,
  'door.announce': announceDoor,
  'follower.note': noteRenewal,
  'secret.first': firstSecret,
  'secret.choose': chooseSecret,
  'secret.change': changeSecret,
  'agent.setRights': setRights,
  'preferences.set': setPreferences,
  'agent.invite': invite,
  'agent.unlock': unlockAgent,
  'agent.lock': lockAgent,
  'badge.enroll': enrollBadge,
  'badge.remove': removeBadge,
  'login.link': linkLogin,
  'login.unlink': unlinkLogin,
  'login.note': noteLogin,
  'access.set': setAccess,
  'counter.relieve': relieveCounter,
  'apiToken.create': createToken,
  'apiToken.revoke': revokeToken,
  'webhook.create': createWebhook,
  'webhook.set': setWebhook,
  'webhook.remove': removeWebhook,
  'software.set': setSoftware,
  'notice.ask': askNotice,
  'notice.withdraw': withdrawNotice,
  'notice.send': sendNotice,
  'places.set': setPlaces,
  'place.request': requestPlace,
  'place.withdraw': withdrawPlace,
  'place.begin': beginPlace,
  'place.note': notePlace,
  'place.giveUp': giveUpPlace,
  'place.returned': returnedPlace,
  'print.test': printTest,
  'print.label': printLabel,
  'person.erase': erasePerson,
  'person.limit': limitPerson,
}
