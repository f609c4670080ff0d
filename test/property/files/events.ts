import { fc } from '@fast-check/vitest'
import { id, serviceId, hex, procedureId } from '../fewIds.ts'

// Files opened, described, forwarded, decided, handed over.

const day = fc.constantFrom('2026-02-28', '2026-03-03', '2026-05-31')
const pieceState = fc.constantFrom('presented', 'missing', 'notExamined')
const pieceKeys = fc.array(
  fc.oneof(fc.record({ pieceId: fc.constantFrom('photo', 'inconnue') }), fc.record({ labelled: fc.nat(2) })),
  { maxLength: 3 },
)
const ofClosing = fc.option(fc.record({ visitId: id, request: fc.nat(1) }), { nil: undefined })
const letter = fc.constantFrom('DP-2026-1', 'AR-2026-1', 'DP-2026-2')
const fromVisit = fc.option(fc.record({ visitId: id, request: fc.nat(1) }))
const delay = fc.constantFrom(null, { count: 2, unit: 'months' }, { count: 30, unit: 'days' })
const founded = { sources: fc.constant([]), toConfirm: fc.boolean() }
const askedOfFile = {
  fileId: id,
  procedureId,
  rule: fc.constant(null),
  serviceId,
  named: fc.boolean(),
  commitment: hex,
  regime: fc.record({
    silence: fc.record({
      sense: fc.constantFrom('rejet', 'acceptation', 'inconnu', 'sansObjet'),
      delay,
      title: fc.constant('Le silence'),
      ...founded,
    }),
    right: fc.boolean(),
    acknowledgement: fc.record({ due: fc.boolean(), ...founded }),
    collectsOnly: fc.boolean(),
    destruction: fc.record({ delay, ...founded }),
    keepMonths: fc.constantFrom(null, 12),
  }),
}

export const filesEvents = {
  fileOpened: fc.record({
    ...askedOfFile,
    reference: fc.constantFrom('DO-2026-1', 'DO-2026-2', 'DO-2027-1'),
    channel: fc.constantFrom('counter', 'post', 'email', 'depositBox', 'title', 'assisted'),
    sentOn: fc.constantFrom(null, '2026-03-01'),
    receivedOn: day,
    firstReceivedOn: day,
    pieces: fc.array(
      fc.oneof(
        fc.record({ pieceId: fc.constantFrom('photo', 'inconnue'), state: pieceState }),
        fc.record({ labelled: fc.nat(2), state: pieceState }),
      ),
      { maxLength: 3 },
    ),
    assistance: fc.constantFrom(null, 'filing', 'account'),
    visit: fromVisit,
  }),
  fileDescribed: fc.record({ ...askedOfFile, visit: fromVisit }),
  filePieceAdded: fc.record({
    fileId: id,
    pieces: pieceKeys,
    sentOn: fc.constantFrom(null, '2026-03-01'),
    receivedOn: day,
    visit: fromVisit,
  }),
  filePiecesRequested: fc.record({
    fileId: id,
    kind: fc.constantFrom('missing', 'original'),
    pieces: pieceKeys,
    on: day,
    dueOn: fc.option(day),
    moves: fc.boolean(),
    visit: ofClosing,
    paper: fc.option(letter, { nil: undefined }),
  }),
  fileAcknowledged: fc.record({
    fileId: id,
    form: fc.constantFrom('ar', 'aee', 'are'),
    on: day,
    visit: ofClosing,
    paper: fc.option(letter, { nil: undefined }),
  }),
  fileLetterTold: fc.record({
    fileId: id,
    paper: letter,
    requests: fc.array(letter, { maxLength: 2 }),
    acknowledged: fc.array(letter, { maxLength: 2 }),
    replaces: fc.option(letter, { nil: undefined }),
    visit: ofClosing,
  }),
  fileLetterCancelled: fc.record({ fileId: id, paper: letter, on: day }),
  fileForwarded: fc.record({ fileId: id, competent: fc.boolean(), on: day, receivedOn: fc.option(day) }),
  fileForwardingCancelled: fc.record({ fileId: id, rank: fc.nat(2), on: day }),
  fileDecided: fc.record({
    fileId: id,
    decision: fc.constantFrom('granted', 'refused', 'implicitRejection'),
    by: fc.constantFrom('office', 'authority'),
    on: day,
  }),
  fileTitleArrived: fc.record({ fileId: id, arrivedOn: day, slot: fc.constantFrom(null, '14') }),
  fileNoticeSent: fc.record({ fileId: id, means: fc.constantFrom('sms', 'post'), on: day }),
  fileTitleDestroyed: fc.record({ fileId: id, on: day }),
  fileHandedOver: fc.record({
    fileId: id,
    what: fc.constantFrom('title', 'decision', 'document'),
    means: fc.constantFrom('counter', 'post'),
    on: day,
    to: fc.constantFrom('self', 'mandate'),
    refused: fc.boolean(),
    visit: fromVisit,
  }),
  originalsHeld: fc.record({ fileId: id, pieces: pieceKeys, on: day, visit: fromVisit }),
  originalsReturned: fc.record({
    fileId: id,
    means: fc.constantFrom('counter', 'post'),
    on: day,
    to: fc.constantFrom('self', 'mandate'),
  }),
  fileClosed: fc.record({
    fileId: id,
    reason: fc.constantFrom('done', 'withdrawn', 'assisted'),
    visit: fromVisit,
  }),
  fileActUndone: fc.record({ fileId: id, visit: fc.record({ visitId: id, request: fc.nat(1) }) }),
}
