import type { AgentId, VisitId } from '../../../shared/contract/ids.ts'
import { heldBy, services, type ModelRules } from '../officeModel.ts'
import { accepted, mark, step } from '../officeSteps.ts'

// What happens to the office beside its days: agents, rules, erasures, the clock, a restart.

export const setAgent = (agent: string, skills: readonly string[]) =>
  step(`agent.set ${agent} ${skills.join(',')}`, (model, real) => {
    const name = { firstName: mark(agent, 'N'), familyName: mark(agent, 'F'), capacity: mark(agent, 'C') }
    accepted(real.act('agent.set', { agentId: agent, name, services: skills }, 'admin'))
    model.skills.set(agent, [...new Set(skills)])
    model.names.add(agent)
  })

export const setRules = (rules: ModelRules) =>
  step(`rules.set ${JSON.stringify(rules)}`, (model, real) => {
    const of = (serviceId: string) => ({
      serviceId,
      rule: {
        targetMinutes: rules.targets[serviceId] ?? 15,
        maximumMinutes: rules.maximum,
        weight: 1,
        cap: rules.cap,
      },
      access: ['walkIn'],
      slotMinutes: null,
    })
    const input = {
      rules: {
        overtakesPerPerson: rules.k,
        absentCalls: rules.absentCalls,
        absentDelaySeconds: rules.absentDelay,
        returnToleranceMinutes: rules.tolerance,
        localGrounds: rules.local,
        checkCode: rules.checkCode,
      },
      services: Object.keys(services).map(of),
    }
    accepted(real.act('rules.set', input, 'supervisor'))
    model.rules = rules
  })

export const eraseName = (agent: string) =>
  step(`erase the name of ${agent}`, (model, real) => {
    real.personal.agents.delete(agent as AgentId)
    model.names.delete(agent)
  })

export const eraseSheet = (agent: string) =>
  step(`erase the sheet of ${agent}`, (model, real) => {
    const served = heldBy(model, agent)?.current
    const visitId = served && real.office.tickets.get(served.ticketId as never)?.visit?.visitId
    if (!visitId || served.visit === null) return
    real.personal.sheets.delete(visitId as VisitId)
    model.sheets.delete(served.visit)
  })

export const eraseDocument = (which: number) =>
  step(`erase document ${which}`, (model, real) => {
    const [documentId, known] = [...model.issued][which % Math.max(1, model.issued.size)] ?? []
    if (documentId === undefined || !known) return
    real.documents.set(documentId, 'erased')
    known.erased = true
  })

export const moveClock = (by: number) =>
  step(`the clock moves by ${by}`, (_model, real) => {
    real.clock = Math.max(0, real.clock + by)
  })

export const restart = step('the host restarts from its snapshot', (_model, real) => real.restart())
