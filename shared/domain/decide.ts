import type { DomainCommand } from '../contract/index.ts'
import type { Decide } from './decision.ts'
import { backupDecisions } from './backup/backup.ts'
import { appointmentsDecisions } from './appointments/decide.ts'
import { documentsDecisions } from './documents/decide.ts'
import { filesDecisions } from './files/decide.ts'
import { integrationsDecisions } from './integrations/decide.ts'
import { lawDecisions } from './law/law.ts'
import { mediaDecisions } from './media/decide.ts'
import { networkDecisions } from './network/network.ts'
import { closingLeftDay, closingRatherThanCalling } from './office/day.ts'
import { officeDecisions } from './office/decide.ts'
import { partnersDecisions } from './partners/decide.ts'
import { peopleDecisions } from './people/decide.ts'
import { printingDecisions } from './printing/decide.ts'
import { privacyDecisions } from './privacy/decide.ts'
import { queueDecisions } from './queue/decide.ts'
import { safetyDecisions } from './safety/safety.ts'
import { standbyDecisions } from './standby/decide.ts'
import { subjects } from './subjects.ts'
import { tillDecisions } from './till/decide.ts'
import { trainingDecisions, withSheetSeen } from './training/training.ts'
import { visitDecisions } from './visit/decide.ts'

/** One decision for each command: a command without one does not compile. */
export const decisions: { readonly [N in DomainCommand]: Decide<N> } = {
  ...appointmentsDecisions,
  ...backupDecisions,
  ...documentsDecisions(subjects),
  ...filesDecisions,
  ...integrationsDecisions,
  ...lawDecisions,
  ...mediaDecisions,
  ...networkDecisions,
  ...officeDecisions,
  ...partnersDecisions,
  ...peopleDecisions,
  ...printingDecisions,
  ...privacyDecisions,
  ...queueDecisions,
  ...safetyDecisions,
  ...standbyDecisions,
  ...tillDecisions,
  ...trainingDecisions,
  ...visitDecisions,
  'counter.open': closingLeftDay(queueDecisions['counter.open']),
  'ticket.callNext': closingRatherThanCalling(queueDecisions['ticket.callNext']),
  // A guided day is told what the sheets of its people say.
  'sheet.update': withSheetSeen(visitDecisions['sheet.update']),
  'visit.close': withSheetSeen(visitDecisions['visit.close']),
}
