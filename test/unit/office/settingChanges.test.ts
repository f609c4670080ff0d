import { expect, test } from 'vitest'
import { settingTypes, type SettingType } from '../../../shared/contract/office/changes.ts'
import { eventTypes, type EventType } from '../../../shared/contract/events.ts'
import type { Pin } from '../../../shared/contract/network/calls.ts'
import { servicesWords } from '../../../shared/messages/office/services.fr.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

/** Facts of a day, of a person's papers or of the machine: whoever did them is told elsewhere, or changed no setting. */
const noSetting = {
  day: [
    'dayOpened',
    'dayClosed',
    'serviceClosed',
    'serviceOpened',
    'informed',
    'stationSuspended',
    'stationResumed',
  ],
  counter: [
    'counterOpened',
    'counterClosed',
    'counterPaused',
    'counterResumed',
    'counterSkillsSet',
    'counterRelieved',
    'interrupted',
    'interruptionEnded',
  ],
  ticket: [
    'ticketTaken',
    'ticketEntered',
    'seriesLent',
    'ticketJoined',
    'ticketLeft',
    'ticketReturned',
    'ticketReplaced',
    'prioritySet',
    'ticketCalled',
    'ticketRecalled',
    'ticketAbsent',
    'ticketParked',
    'promiseMoved',
    'ticketResumed',
    'ticketTransferred',
    'ticketUnserved',
    'noticeAsked',
    'noticeWithdrawn',
    'noticeSent',
    'noticeFailed',
    'noticeTold',
  ],
  visit: ['visitStarted', 'pieceAskedAgain', 'requestAdded', 'requestClosed', 'visitClosed', 'actUndone'],
  appointment: [
    'appointmentsImported',
    'appointmentBooked',
    'appointmentMoved',
    'appointmentCancelled',
    'appointmentsFollowed',
    'appointmentGoneOutside',
  ],
  elsewhere: [
    'placeKept',
    'placeWithdrawn',
    'placeTaken',
    'placeAsking',
    'placeAsked',
    'placeGivenUp',
    'placeReturned',
  ],
  paper: ['documentIssued', 'documentHandedOver', 'documentRelated', 'documentsClosed', 'documentPrinted'],
  file: [
    'fileOpened',
    'fileDescribed',
    'filePieceAdded',
    'filePiecesRequested',
    'fileAcknowledged',
    'fileLetterTold',
    'fileLetterCancelled',
    'fileForwarded',
    'fileForwardingCancelled',
    'fileDecided',
    'fileTitleArrived',
    'fileNoticeSent',
    'fileTitleDestroyed',
    'fileHandedOver',
    'originalsHeld',
    'originalsReturned',
    'fileClosed',
    'fileActUndone',
  ],
  till: ['tillOpened', 'tillEntered', 'tillPaperGiven', 'tillCounted', 'tillPeriodClosed'],
  /** A guided day of a training office. */
  lesson: ['lessonBegun', 'lessonArrived', 'lessonSheetSeen'],
  safety: ['alertRaised', 'alertAnswered', 'incidentRecorded'],
  /** Their own secret, or what came of typing it wrong: the supervision shows who is locked. */
  oneself: ['agentSecretSet', 'agentLocked', 'agentUnlocked'],
  /** A person answers by name for the text of a procedure: its own page says who. */
  procedures: ['procedureValidated', 'draftValidated'],
  /** Rights of a person: the register of requests says who asked. */
  rights: ['personalPurged', 'personalErased', 'fileLimited'],
  /** The page of the archives says who did each. */
  archives: ['slipDrawn', 'slipWithdrawn', 'slipVisaRecorded', 'archivesEliminated', 'archivesTransferred'],
  machine: ['doorAnnounced', 'drillBegun', 'journalResumed'],
} as const satisfies Readonly<Record<string, readonly Exclude<EventType, SettingType>[]>>

test('every event of the contract is told among the changes of settings, or is named here as no setting', () => {
  const named = Object.values(noSetting).flat() as readonly EventType[]
  expect([...settingTypes, ...named].toSorted()).toEqual(eventTypes.toSorted())
})

test('a token of the machines that follow, changed, puts out those that had it, and is told with who did it', () => {
  const office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  const [ours, theirs] = [1, 2].map((n) => `0198c1f2-0000-7abc-8def-00000000000${n}`) as [string, string]
  for (const hostId of [ours, theirs])
    office.act(
      'door.announce',
      { hostId, addresses: ['https://192.168.1.20:8443'], pins: ['A'.repeat(43) as Pin] },
      'admin',
    )
  office.act('standby.noteRenewal', { withdrawn: [theirs] }, 'admin')
  expect(office.office.hosts.map(({ hostId }) => hostId)).toEqual([ours])
  const [told] = office.view('premises.view', 'admin').changes
  expect([told && servicesWords.changes.what(told.type, null), told?.role]).toEqual([
    'Jeton du second ordinateur changé',
    'admin',
  ])
})

test('a change of places or of the way to sign in is told with who did it, in words', () => {
  const office = PureOffice.school(Date.UTC(2026, 2, 3, 8))
  office.act('partners.setPlaces', { perDay: 2, services: ['titres'] }, 'admin')
  office.act('login.note', { kind: 'proconnect' }, 'admin')
  const told = office.view('premises.view', 'admin').changes.slice(0, 2)
  expect(told.map(({ type, role }) => [servicesWords.changes.what(type, null), role])).toEqual([
    ['Connexion par l’annuaire ou ProConnect', 'admin'],
    ['Places gardées pour d’autres offices', 'admin'],
  ])
})
