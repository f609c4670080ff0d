// The office's legal time: its days, its public holidays, when it is open and for which services.
export * from './calendar/holidays.ts'
export * from './calendar/hours.ts'
export * from './calendar/instants.ts'
export * from './calendar/openings.ts'
