import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chance } from '../fixtures/offices/chance.ts'
import { playDay } from '../fixtures/offices/day.ts'
import { judge, together, type Judgement } from '../fixtures/offices/judged.ts'
import { loadedOffice, publishedOffice, seeds, variedOffice } from '../fixtures/offices/kinds.ts'
import { cliProgram } from '../runtime/places.ts'
import { alone, decimal, median, type Part, type Row } from './measure.ts'

/** What the estimate of a wait is worth on offices that it never saw, and what it costs at the command line. */
export const estimating: Part = {
  name: 'estimate',
  title: 'L’estimation d’une attente, sur des offices jamais vus',
  run: async ({ quick }) => {
    const judged = (
      office: (seed: number) => ReturnType<typeof publishedOffice>,
      count: number,
      oneIn: number,
    ) =>
      together(
        Array.from({ length: quick ? 1 : count }, (_, k) => {
          const seed = seeds.judging + k
          return judge(office(seed), { seed, learnt: 20, asked: 4, today: true, oracleOfOneIn: oneIn })
        }),
      )
    const kinds = [
      ['office des chiffres publiés', judged(publishedOffice, 3, 4)],
      ['soixante offices chargés', judged(loadedOffice, 60, 24)],
      ['trente offices de toute sorte', judged(variedOffice, 30, 24)],
    ] as const
    return [
      ...kinds.map(([name, one]) => errorOf(`erreur face à la formule usuelle, ${name}`, one)),
      ...kinds.map(([name, one]) => chanceOf(`la même, de qui connaîtrait les vrais rythmes, ${name}`, one)),
      ...kinds.map(([name, one]) => coverageOf(`attentes dans le P90, ${name}`, one)),
      {
        ...alone('une ligne de commande, au-delà du départ', 'ms', await aLine(quick ? 1 : 3), { most: 0.5 }),
        note: 'La première ligne porte vingt jours d’histoire ; les suivantes, comptées ici, demandent.',
      },
    ]
  },
}

/** Root mean square errors, in seconds. */
const errorOf = (what: string, { error, deployedError }: Judgement): Row => ({
  ...alone(what, 's', error),
  bare: deployedError,
  ratio: error / deployedError,
  goal: `≤ ${decimal(0.4)} ×`,
  ok: error / deployedError <= 0.4,
})

/**
 * The error of whoever knows the true rates, among the people of whom it was asked: no estimate goes below. Its note says
 * how far ours is from it, of the same people.
 */
const chanceOf = (what: string, { oracle }: Judgement): Row => ({
  ...alone(what, 's', oracle.error),
  bare: oracle.deployed,
  ratio: oracle.error / oracle.deployed,
  note: `Ce que le hasard seul fait, de ${oracle.people} personnes : l’estimation y est à ${decimal((100 * oracle.ours) / oracle.error - 100)} % au-dessus, et fait ${decimal((100 * (oracle.deployed - oracle.ours)) / (oracle.deployed - oracle.error))} % du chemin possible.`,
})

const coverageOf = (what: string, { covered }: Judgement): Row => ({
  ...alone(what, '%', covered * 100),
  goal: '88 à 94 %',
  ok: covered >= 0.88 && covered <= 0.94,
})

/** Milliseconds that one more question takes `guichet estimate`, by many and by one in turns. */
async function aLine(rounds: number): Promise<number> {
  const random = chance(seeds.design)
  const office = publishedOffice()
  const history = Array.from({ length: 20 }, () => playDay(office, random).rows).flat()
  const questions = playDay(office, random).arrivals.map(({ state }) => state)
  const first = JSON.stringify({ ...questions[0], history })
  const many = 2_000
  const lines = Array.from({ length: many }, (_, at) =>
    JSON.stringify({ ...questions[at % questions.length], history: [] }),
  )
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const one = await answered([first])
    took.push(((await answered([first, ...lines])) - one) / many)
  }
  return median(took)
}

async function answered(lines: readonly string[]): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [cliProgram, 'estimate'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let answers = ''
  child.stdout.on('data', (data: Buffer) => (answers += data.toString('utf8')))
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  await once(child, 'close')
  const count = answers.split('\n').length - 1
  if (count !== lines.length || answers.includes('"error"'))
    throw new Error(`${count} réponses à ${lines.length} questions, ou une erreur`)
  return performance.now() - began
}
