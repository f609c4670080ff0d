// The office's legal time: its days, its public holidays, when it is open and for which services.
export * from './holidays.ts'
export * from './hours.ts'
export * from './instants.ts'
export * from './openings.ts'
