import type { Upcasters } from './upcaster.ts'

type Data = { readonly [name: string]: unknown }
const data = (some: unknown): Data => some as Data

// What these facts meant when nothing else could be said. Written out, and not taken from the contract: its usual
// values may change, what an office did in the first release doesn't.

const rules = {
  absentCalls: 2,
  absentDelaySeconds: 30,
  returnToleranceMinutes: 30,
  appointmentEarlyMinutes: 10,
  appointmentLateMinutes: 15,
  overtakesPerPerson: null,
  checkCode: false,
  localGrounds: [],
  voice: true,
  silentHours: [],
  sheetPrinterId: null,
}
const service = {
  rule: { targetMinutes: 15, maximumMinutes: 60, weight: 1, cap: null },
  access: ['walkIn'],
  slotMinutes: null,
}

function settings(some: unknown): Data {
  const { calendar, services, ...rest } = data(some)
  return {
    ...rest,
    calendar: { ...data(calendar), exceptional: [], lastTickets: 30 },
    services: (services as readonly Data[]).map((one) => ({ ...one, ...service })),
    rules,
  }
}

function taken(some: unknown): Data {
  // No ground could be given.
  const { ground: _, ...rest } = data(some)
  return {
    ...rest,
    purpose: 'request',
    requests: 1,
    priority: null,
    appointmentId: null,
    dueAt: null,
    channel: 'kiosk',
  }
}

/** The facts of the first release, when everyone was called in order of arrival, made into those of the second. */
export const firstRelease: Upcasters = {
  officeCreated: { 1: (some) => ({ ...data(some), settings: settings(data(some).settings) }) },
  dayOpened: { 1: (some) => ({ ...data(some), closedServices: [] }) },
  ticketTaken: { 1: taken },
  ticketLeft: { 1: (some) => ({ ...data(some), fault: 'person' }) },
  ticketCalled: {
    1: (some) => ({
      ...data(some),
      reason: { code: 'arrivalOrder', overtaken: 0, longestWait: 0, reasonId: null },
    }),
  },
  visitClosed: { 1: (some) => ({ ...data(some), fault: null }) },
}
