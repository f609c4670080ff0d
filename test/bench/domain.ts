import { shippedCatalogue } from '../../shared/procedures/catalogue.ts'
import type { Instant, ServiceId } from '../../shared/contract/ids.ts'
import { calls, type ViewName } from '../../shared/contract/index.ts'
import { chooseNext } from '../../shared/domain/queue/choice.ts'
import { freeze, thaw } from '../../shared/domain/snapshot.ts'
import { views, type View } from '../../shared/domain/views.ts'
import { estimate } from '../../shared/domain/waits/estimate.ts'
import { emptyModel, learnVisits, type Model } from '../../shared/domain/waits/model.ts'
import type { Present } from '../../shared/domain/waits/present.ts'
import { alone, microseconds, milliseconds, type Part, type Row } from './measure.ts'
import { bareModel } from '../fixtures/bareModel.ts'
import { pureOffice, whoIs } from './office.ts'

const titres = 'titres' as ServiceId

/** The domain alone with 5,000 people waiting: nothing is stored, nothing crosses a process. */
export const domain: Part = {
  name: 'domain',
  title: 'Le domaine seul, 5 000 personnes attendent',
  run: ({ quick }) => {
    const samples = quick ? 20 : 200
    const pure = pureOffice(5000)
    const ruled = withRules(pureOffice(5000))
    const skills: readonly ServiceId[] = [
      titres,
      'etat-civil' as ServiceId,
      'affaires-generales' as ServiceId,
    ]
    const each = (work: () => unknown, batch: number) => milliseconds(microseconds(work, batch, samples))
    const model = learnt()
    let seed = 1
    const rows: Row[] = [
      alone(
        'choisir le suivant',
        'ms',
        each(() => chooseNext(pure.office, skills, at), 500),
        { most: 0.5 },
      ),
      alone(
        'choisir le suivant, toutes règles fixées',
        'ms',
        each(() => chooseNext(ruled.office, skills, at), 500),
        { most: 0.5 },
      ),
      alone(
        'une attente estimée, 40 personnes, cinq guichets, vingt jours d’histoire',
        'ms',
        each(() => estimate(model, situation, seed++), 50),
        { most: 0.5 },
      ),
      alone(
        'décider « prendre un numéro »',
        'ms',
        each(() => pure.decide('ticket.take', { serviceId: titres }, 'kiosk'), 100),
      ),
      alone(
        'décider « appeler »',
        'ms',
        each(() => pure.decide('ticket.callNext', {}, 'agent1'), 100),
      ),
      alone(
        'décider et appliquer « prendre »',
        'ms',
        each(() => pure.act('ticket.take', { serviceId: titres }, 'kiosk'), 5),
      ),
    ]
    for (const [name, actor] of watched)
      rows.push(
        alone(
          `${name}, calculée, validée, en texte`,
          'ms',
          each(() => text(pure, name, actor), 10),
        ),
      )
    const frozen = freeze(pure.office)
    rows.push(
      alone(
        'instantané écrit',
        'ms',
        milliseconds(microseconds(() => freeze(pure.office), 1, quick ? 5 : 30)),
      ),
      alone('instantané relu', 'ms', milliseconds(microseconds(() => thaw(frozen), 1, quick ? 5 : 30))),
    )
    return Promise.resolve(rows)
  },
}

/** Caps, maximum waits, targets, weights and a limit of overtakes: all that a choice may have to look at. */
function withRules(pure: ReturnType<typeof pureOffice>): ReturnType<typeof pureOffice> {
  const services = pure.office.settings!.services.map(({ serviceId, access, slotMinutes }, rank) => ({
    serviceId,
    access,
    slotMinutes,
    rule: { targetMinutes: 10 + 5 * rank, maximumMinutes: 60, weight: 1 + rank, cap: 3 },
  }))
  pure.act('rules.set', { rules: { overtakesPerPerson: 5 }, services }, 'supervisor')
  // Some have been overtaken, and the cap holds a priority back.
  for (let call = 0; call < 12; call++) {
    pure.act(
      'reception.take',
      { serviceId: titres, priority: { groundId: 'cmiPriorite', proof: 'card' } },
      'agent1',
    )
    if (call >= 6) continue
    pure.act('ticket.callNext', {}, 'agent1')
    pure.act('ticket.start', {}, 'agent1')
    pure.act('visit.close', { outcome: 'information' }, 'agent1')
  }
  return pure
}

const watched: readonly (readonly [ViewName, string])[] = [
  ['display.view', 'display'],
  ['queue.view', 'supervisor'],
  ['counter.view', 'agent1'],
  ['kiosk.view', 'kiosk'],
]

const at = Date.UTC(2026, 2, 3, 9) as Instant

/** A view as the host makes it: computed, validated by the contract, in JSON. */
function text(pure: ReturnType<typeof pureOffice>, name: ViewName, actor: string): string {
  const view = views[name] as unknown as View<ViewName>
  const output = view(
    pure.office,
    {},
    {
      now: at,
      who: whoIs(actor, pure.office),
      model: bareModel,
      catalogue: shippedCatalogue(),
    },
  )
  return JSON.stringify(calls[name].output.parse(output))
}

const three = ['a', 'b', 'c'] as const

/** A model of twenty invented days: enough for the simulation and its correction to answer. */
function learnt(): Model {
  const visits = Array.from({ length: 20 }, (_, day) =>
    Array.from({ length: 120 }, (_row, at) => {
      const arrived = 30_600 + at * 240
      const started = arrived + ((at * 37) % 900)
      return { day, service: three[at % 3]!, arrived, started, ended: started + 200 + ((at * 91) % 500) }
    }),
  ).flat()
  return learnVisits(emptyModel, visits)
}

/** Five skilled counters, three services, forty people who wait, one in ten with a priority. */
const situation: Present = {
  now: 36_000,
  closesAt: 61_200,
  counters: [['a', 'b'], ['a', 'c'], ['b'], ['a', 'b', 'c'], ['c']].map((services, at) => ({
    services,
    state: 'busy',
    since: 35_700 + at * 40,
    service: services[0]!,
    resumesAt: null,
    breaks: [[43_200, 46_800]],
  })),
  waiting: Array.from({ length: 40 }, (_, at) => ({
    service: three[at % 3]!,
    since: 34_000 + at * 45,
    priority: at % 10 === 0,
  })),
  for: { service: 'a', priority: false },
}
