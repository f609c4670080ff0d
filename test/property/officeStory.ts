import { fc } from '@fast-check/vitest'
import { outcomes } from '../../shared/contract/queue/outcomes.ts'
import { groundIds } from '../../shared/contract/queue/rules.ts'
import {
  addService,
  callOutOfOrder,
  comeBack,
  moveWaiting,
  park,
  resume,
  transfer,
} from './queue/awayActs.ts'
import {
  closeCounter,
  closeLeftOpen,
  interrupt,
  openCounter,
  pause,
  setSkills,
  undo,
  unpause,
} from './queue/counterActs.ts'
import { joinLate } from './queue/cutActs.ts'
import {
  acknowledge,
  addPieces,
  closeFile,
  decideFile,
  destroyTitle,
  cancelForwarding,
  cancelLetter,
  forward,
  giveOriginalsBack,
  handOver,
  keepOriginals,
  letterLife,
  openByPost,
  requestPieces,
  ruledPieces,
  takeFile,
  titleAlone,
  titleArrives,
} from './files/acts.ts'
import {
  certify,
  closeDay,
  closeService,
  inform,
  openDay,
  serveAtReception,
  settle,
  settleAll,
} from './office/dayActs.ts'
import {
  eraseDocument,
  eraseName,
  eraseSheet,
  moveClock,
  restart,
  setAgent,
  setRules,
} from './office/besideActs.ts'
import { agents, counters, services, usual, type ModelRules } from './officeModel.ts'
import { absence, comeBackFor, errand, evening, receive, strike } from './officeScenes.ts'
import { mark, type Step } from './officeSteps.ts'
import { callNext, closeVisit, onCalled, printDocument, updateSheet } from './visit/acts.ts'
import { leave, leaveByNumber, replace, setPriority, take } from './queue/ticketActs.ts'

// The stories that the office is told: which steps, how often, and the morning that they start from.

const agent = fc.constantFrom(...agents)

const service = fc.constantFrom(...Object.keys(services))

const hour = 3_600_000

const text = fc.string({ maxLength: 20 })
/** What may name a request: a sentence's marks are refused (`shared/domain/law/names.ts`). */
const name = text.map((typed) => typed.replaceAll(/[:;!?]/gu, ' '))

const pieceState = fc.constantFrom('presented', 'missing', 'notExamined')

const pieceIds = ['photo', 'pre-demande', 'justificatif-domicile', 'timbre', 'acte-naissance', 'inconnue']

const answer = fc.constantFrom(
  { personne: 'majeure' },
  { personne: 'mineure' },
  { 'ancienne-carte': 'perdue' },
  { 'ancienne-carte': 'présentée' },
  { passeport: 'valide' },
  { logement: 'hébergée' },
  { logement: null },
  { personne: '§strange' },
)

const patchOf = (who: string) =>
  fc.record(
    {
      procedureId: fc.constantFrom('cni', 'autre', 'inconnue', null),
      label: fc.option(name.map((typed) => mark(who, `L${typed}`.trim()))),
      capacity: fc.constantFrom('self', 'legalRepresentative', 'mandate', null),
      identity: fc.option(fc.constant({ kind: 'passport', issuer: mark(who, 'I'), verified: true })),
      note: fc.option(text.map((typed) => mark(who, `note ${typed}`.trim()))),
      answers: answer,
      pieces: fc.array(
        fc.oneof(
          fc.record({ pieceId: fc.constantFrom(...pieceIds), state: pieceState }),
          fc.record({ label: fc.constantFrom(mark(who, 'P1'), mark(who, 'P2')), state: pieceState }),
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: [] },
  )

const saying = fc.constantFrom('nothing', 'right', 'right', 'wrong')

const claim = fc.record(
  { ground: fc.constantFrom(...groundIds), proof: fc.constantFrom('card', 'deadline', 'seen', 'toShow') },
  { requiredKeys: ['ground'] },
)

const rules: fc.Arbitrary<ModelRules> = fc.record({
  cap: fc.constantFrom(null, 1, 2),
  k: fc.constantFrom(null, 1, 3),
  maximum: fc.constantFrom(null, 5, 60),
  targets: fc.constantFrom({}, { titres: 5 }, { 'etat-civil': 60, elections: 1 }),
  absentCalls: fc.constantFrom(1, 2),
  absentDelay: fc.constantFrom(0, 30),
  tolerance: fc.constantFrom(0, 30),
  local: fc.constantFrom([], ['visiblePregnancy'], ['visiblePregnancy', 'faintness']),
  checkCode: fc.boolean(),
})

const typed = fc.constantFrom('', 'photo', 'formulaire')

const soon = fc.constantFrom(null, 600_000, -1000)

const services4 = fc.constantFrom(...Object.keys(services), 'inconnu')

/** Steps as an office's day has them: many people come, are called, received and leave with a paper. */
const arrivals: fc.Arbitrary<Step>[] = [
  fc.tuple(service, fc.constantFrom(null, null, 'cni', 'autre')).map(([s, p]) => take(s, p, 'kiosk')),
  fc.constantFrom(null, 'cni', 'autre').map((p) => take('titres', p, 'agent1')),
  fc.constantFrom(null, 'autre').map((p) => take('affaires-generales', p, 'agent1')),
  fc
    .tuple(service, fc.constantFrom('kiosk', 'agent1'), claim)
    .map(([s, who, more]) => take(s, null, who as 'kiosk', more)),
  fc
    .tuple(service, fc.integer({ min: 2, max: 4 }))
    .map(([s, requests]) => take(s, null, 'kiosk', { requests })),
  fc.constant(take('inconnu', null, 'kiosk')),
  fc.tuple(fc.nat(1), service, fc.integer({ min: -5, max: 90 })).map((how) => joinLate(...how)),
]

const receiving: fc.Arbitrary<Step>[] = [
  agent.chain((who) =>
    fc.tuple(patchOf(who), fc.constantFrom(...outcomes)).map((how) => receive(who, ...how)),
  ),
  agent.map(callNext),
  agent.map(callNext),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.start', who, says)),
  fc
    .tuple(agent, saying, fc.constantFrom('none', 'right'))
    .map(([who, says, code]) => onCalled('ticket.start', who, says, code as 'none')),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.recall', who, says)),
  fc.tuple(agent, saying).map(([who, says]) => onCalled('ticket.markAbsent', who, says)),
  agent.map(absence),
  agent.chain((who) => patchOf(who).map((patch) => updateSheet(who, patch))),
  fc.tuple(agent, fc.constantFrom(...outcomes), fc.boolean()).map((how) => closeVisit(...how)),
  fc.tuple(agent, fc.constantFrom(...outcomes)).map((how) => closeVisit(...how)),
]

/** What goes otherwise: out of order, parked, moved, taken back. */
const turning: fc.Arbitrary<Step>[] = [
  fc.tuple(agent, fc.nat(), typed).map((how) => callOutOfOrder(...how)),
  fc.tuple(agent, saying, typed, soon).map((how) => park(...how)),
  fc.tuple(agent, saying, fc.constant('photo'), fc.constant(null)).map((how) => park(...how)),
  fc.tuple(agent, fc.nat()).map((how) => resume(...how)),
  fc.tuple(agent, agent).map((how) => errand(...how)),
  fc.nat().map(comeBack),
  fc.nat().map(comeBack),
  fc.tuple(agent, saying, services4, typed).map((how) => transfer(...how)),
  fc.tuple(fc.nat(), services4).map((how) => moveWaiting(...how)),
  fc
    .tuple(fc.nat(), fc.constantFrom(...groundIds, null), fc.constantFrom('card', 'seen', undefined))
    .map((how) => setPriority(...how)),
  fc.nat().map(replace),
  fc.tuple(agent, services4).map((how) => addService(...how)),
  agent.map(undo),
  agent.map(undo),
  agent.map(undo),
]

const running: fc.Arbitrary<Step>[] = [
  fc.constant(openDay),
  fc.constant(openDay),
  fc.constant(closeDay),
  fc.constant(evening),
  fc.tuple(agent, fc.constantFrom(...counters, '9')).map(([who, counter]) => openCounter(who, counter)),
  fc.tuple(agent, fc.constantFrom(...counters)).map(([who, counter]) => openCounter(who, counter)),
  fc.constant(openCounter('agent9', '1')),
  agent.map(closeCounter),
  fc
    .tuple(fc.constantFrom(...counters, '9'), fc.constantFrom('Agent parti', 'Agent parti', ''))
    .map(([counter, reason]) => closeLeftOpen(counter, reason)),
  fc.nat().map(leave),
  fc.tuple(fc.nat(), fc.boolean()).map((how) => leaveByNumber(...how)),
  fc.tuple(agent, fc.nat()).map(([who, which]) => printDocument(who, which)),
  fc.tuple(agent, typed, soon).map((how) => pause(...how)),
  agent.map(unpause),
  agent.map(unpause),
  fc
    .tuple(agent, fc.option(fc.subarray([...Object.keys(services), 'inconnu'], { minLength: 1 })))
    .map((how) => setSkills(...how)),
  agent.map(interrupt),
  fc.constant(inform),
  fc.tuple(services4, fc.boolean()).map((how) => closeService(...how)),
  services4.map(certify),
  service.map(strike),
  fc
    .tuple(agent, fc.constantFrom('filed' as const, 'handedOver' as const))
    .map((how) => serveAtReception(...how)),
  fc
    .tuple(fc.nat(), fc.constantFrom('certificate' as const, 'reason' as const), typed)
    .map((how) => settle(...how)),
  fc.tuple(fc.constantFrom('certificate' as const, 'reason' as const), typed).map((how) => settleAll(...how)),
]

const filePiece = fc.constantFrom(mark('agent1', 'P1'), mark('agent1', 'P2'), mark('agent2', 'P3'))
const ruled = fc.uniqueArray(fc.constantFrom(...ruledPieces), { minLength: 1, maxLength: 2 })
const filePieces = fc.uniqueArray(filePiece, { minLength: 1, maxLength: 3 })

/** What becomes of requests: most come by the counters, some by post. */
const filing: fc.Arbitrary<Step>[] = [
  fc
    .tuple(
      fc.constantFrom('cni', 'autre', 'autre', 'inconnue', null),
      fc.constantFrom(null, mark('agent1', 'une demande')),
      fc.uniqueArray(fc.record({ label: filePiece, state: pieceState }), {
        maxLength: 2,
        selector: ({ label }) => label,
      }),
      fc.record({
        received: fc.constantFrom(0, 1, 10, 70, -1),
        sent: fc.constantFrom(0, 2, 2, -1),
      }),
    )
    .map((how) => openByPost(...how)),
  fc.tuple(fc.nat(), fc.oneof(filePieces, ruled)).map((how) => addPieces(...how)),
  fc.tuple(fc.nat(), filePieces, fc.constantFrom(0, 20, 30, -1)).map((how) => requestPieces(...how)),
  fc.tuple(fc.nat(), ruled, fc.constant(30)).map((how) => requestPieces(...how)),
  fc.tuple(fc.nat(), ruled, fc.constantFrom(0, 20)).map((how) => requestPieces(...how)),
  fc.nat().map(acknowledge),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('granted', 'refused', 'implicitRejection', 'implicitAcceptance'),
      fc.constantFrom('', mark('agent1', 'pourquoi')),
    )
    .map((how) => decideFile(...how)),
  fc.nat().map(forward),
  fc.nat().map(cancelForwarding),
  fc.nat().map(cancelLetter),
  fc.tuple(fc.constant(mark('agent1', 'une demande')), fc.nat()).map((how) => letterLife(...how)),
  fc.nat().map(titleArrives),
  fc.constant(titleAlone),
  fc.nat().map(destroyTitle),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('title' as const, 'decision' as const, 'document' as const),
      fc.boolean(),
    )
    .map((how) => handOver(...how)),
  fc.tuple(fc.nat(), filePiece).map((how) => keepOriginals(...how)),
  fc.nat().map(giveOriginalsBack),
  fc.tuple(fc.nat(), fc.constantFrom('done' as const, 'withdrawn' as const)).map((how) => closeFile(...how)),
  fc.tuple(agent, fc.nat()).map((how) => takeFile(...how)),
  fc.tuple(agent, fc.nat()).map((how) => takeFile(...how)),
  agent.chain((who) =>
    fc.tuple(fc.nat(), fc.constantFrom(...outcomes)).map((how) => comeBackFor(who, ...how)),
  ),
]

const happening: fc.Arbitrary<Step>[] = [
  fc.tuple(agent, fc.array(service, { maxLength: 4 })).map(([who, skills]) => setAgent(who, skills)),
  agent.map(eraseName),
  agent.map(eraseSheet),
  fc.nat().map(eraseDocument),
  fc.integer({ min: -3 * hour, max: 3 * hour }).map(moveClock),
  fc.constantFrom(26 * hour, -400 * 24 * hour, 300 * 24 * hour).map(moveClock),
  fc.constant(restart),
  rules.map(setRules),
  fc.constant(setRules(usual)),
]

/** The steps that a story is made of. */
export const steps = [
  ...arrivals,
  ...arrivals,
  ...receiving,
  ...receiving,
  ...turning,
  ...turning,
  ...running,
  ...filing,
  ...happening,
]

/** A morning already begun, so that most stories reach the counters. */
export const morning: readonly Step[] = [
  openDay,
  openCounter('agent1', '1'),
  openCounter('agent2', '2'),
  take('titres', 'cni', 'kiosk'),
  take('elections', null, 'kiosk'),
  callNext('agent1'),
  onCalled('ticket.start', 'agent1', 'right'),
]
