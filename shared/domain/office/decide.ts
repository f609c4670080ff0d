import type { Decisions } from '../decision.ts'
import { createOffice, setAddress, setPrinters, setLaw, setAgent } from './settings.ts'
import { setCalendar, openDay, closeDay, enterByHand, printSheet, closeService, openService } from './day.ts'
import { setService, withdrawService, setCounter, withdrawCounter } from './services.ts'

/** Each command of the office, and what decides it. */
export const officeDecisions = {
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
  'day.open': openDay,
  'day.close': closeDay,
  'day.enterByHand': enterByHand,
  'day.printSheet': printSheet,
  'service.close': closeService,
  'service.open': openService,
} satisfies Decisions
