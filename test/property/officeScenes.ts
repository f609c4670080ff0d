import type { Outcome } from '../../shared/contract/queue/outcomes.ts'
import { park, resume } from './queue/awayActs.ts'
import { openCounter } from './queue/counterActs.ts'
import { closeDay, closeService, openDay, settleAll } from './office/dayActs.ts'
import { takeFile } from './files/acts.ts'
import { moveClock } from './office/besideActs.ts'
import { agents, counters, heldBy } from './officeModel.ts'
import { step } from './officeSteps.ts'
import { callNext, closeVisit, onCalled, updateSheet, type Patch } from './visit/acts.ts'
import { take } from './queue/ticketActs.ts'

// Acts that follow each other as people do them: what steps drawn one by one hardly ever reach.

/** Everyone is seen to, then the day closes: what a random story hardly ever reaches. */
export const evening = step('evening', (model, real) => {
  for (const who of agents) {
    const current = heldBy(model, who)?.current
    if (current?.state === 'called') onCalled('ticket.start', who, 'right').run(model, real)
    if (heldBy(model, who)?.current) closeVisit(who, 'information', true).run(model, real)
  }
  settleAll('certificate', '').run(model, real)
  closeDay.run(model, real)
})

/** One person received from the call to the paper, at whatever counter the agent holds or can take. */
export const receive = (who: string, patch: Patch, outcome: Outcome) =>
  step(`${who} receives, ${outcome}, ${JSON.stringify(patch)}`, (model, real) => {
    openDay.run(model, real)
    for (const counter of counters) openCounter(who, counter).run(model, real)
    callNext(who).run(model, real)
    onCalled('ticket.recall', who, 'right').run(model, real)
    onCalled('ticket.start', who, 'right').run(model, real)
    updateSheet(who, patch).run(model, real)
    closeVisit(who, outcome).run(model, real)
  })

/** An absence as the rule wants it: so many calls, so much time. */
export const absence = (who: string) =>
  step(`${who} waits for nobody`, (model, real) => {
    for (let calls = 1; calls < 3; calls++) onCalled('ticket.recall', who, 'right').run(model, real)
    moveClock(60_000).run(model, real)
    onCalled('ticket.markAbsent', who, 'right').run(model, real)
  })

/** Gone for a photograph, and back at the same counter or another. */
export const errand = (who: string, other: string) =>
  step(`${who} lets someone go and come back to ${other}`, (model, real) => {
    const gone = heldBy(model, who)?.current
    park(who, 'right', 'photo', 600_000).run(model, real)
    if (gone) resume(other, model.tickets.indexOf(gone)).run(model, real)
  })

/** A service on strike for a while: its tickets stop, then come again. */
export const strike = (service: string) =>
  step(`${service} is on strike, then is not`, (model, real) => {
    closeService(service, false).run(model, real)
    take(service, null, 'kiosk').run(model, real)
    closeService(service, true).run(model, real)
  })

/** Someone comes back for their file: received with it, to whatever end. */
export const comeBackFor = (who: string, which: number, outcome: Outcome) =>
  step(`${who} receives someone for file ${which}, ${outcome}`, (model, real) => {
    openDay.run(model, real)
    take('titres', null, 'kiosk').run(model, real)
    callNext(who).run(model, real)
    onCalled('ticket.start', who, 'right').run(model, real)
    takeFile(who, which).run(model, real)
    updateSheet(who, { pieces: [{ label: `§${who}§P1`, state: 'presented' }] }).run(model, real)
    closeVisit(who, outcome).run(model, real)
  })
