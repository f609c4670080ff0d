/**
 * Every reason why the domain can say no. A refusal changes nothing and burns no number; each code has
 * its French sentence in `shared/messages` (one without a sentence does not compile).
 */
export const refusalCodes = [
  'officeNotCreated',
  'officeAlreadyCreated',
  'dayNotOpen',
  'dayAlreadyOpen',
  'peopleUnsettled',
  'unknownService',
  'seriesExhausted',
  'unknownTicket',
  'ticketNotWaiting',
  'ticketNotHere',
  'unknownCounter',
  'counterTaken',
  'agentElsewhere',
  'counterNotOpen',
  'counterBusy',
  'nobodyCalled',
  'nobodyServed',
  'unknownProcedure',
  'unknownPiece',
  'pieceMayNotBeAsked',
  'tooManyPieces',
  'labelMissing',
  'unknownAnswer',
  'mentionMissing',
  'unknownDocument',
  'documentErased',
  'unknownPrinter',
  'unknownJob',
  'jobAlreadyPrinted',
  'unknownAgent',
  'commandIdReused',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What a door itself can answer, before or beside the domain (HTTP status beside each). */
export const doorErrors = {
  unauthorized: 401,
  unknownName: 404,
  notFound: 404,
  methodNotAllowed: 405,
  forbiddenRole: 403,
  forbiddenOrigin: 403,
  tooLarge: 413,
  badInput: 400,
  badRequest: 400,
  tooManyCalls: 429,
  timeout: 408,
  headersTooLarge: 431,
  contractTooOld: 426,
  storageFull: 507,
  closing: 503,
  fault: 503,
} as const
export type DoorError = keyof typeof doorErrors
export type ErrorCode = RefusalCode | DoorError
