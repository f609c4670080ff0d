import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../runtime/command.ts'
import { Trouble } from '../runtime/trouble.ts'
import { startEscposListener } from '../fixtures/escposListener.ts'
import { percentile, type Part, type Row, type Spread } from './measure.ts'

type Held = {
  readonly heap: number
  readonly files: number
  readonly sockets: number
  readonly samples: readonly number[]
}

const child = fileURLToPath(new URL('print200Child.ts', import.meta.url))

/** What may stay of a paper, in bytes of the heap: less than its facts alone, which a leak would keep. */
const kept = 2_048

const spreadOf = (samples: readonly number[]): Spread => ({
  p50: percentile(samples, 0.5),
  p95: percentile(samples, 0.95),
  p99: percentile(samples, 0.99),
  count: samples.length,
})

const row = (of: Pick<Row, 'what' | 'unit' | 'ours'> & Partial<Row>): Row => ({
  bare: null,
  ratio: null,
  goal: null,
  ok: null,
  ...of,
})

/** 200 papers in a row on a printer of the network, twice: what the process holds must not grow from the one to the other. */
export const print200: Part = {
  name: 'print200',
  title: 'Imprimer 200 papiers de suite, sans fuite',
  async run({ quick, folder }) {
    const count = quick ? 20 : 200
    const printer = await startEscposListener()
    const dir = join(folder, 'print200')
    await mkdir(dir, { recursive: true })
    try {
      const { code, text } = await run(
        process.execPath,
        ['--expose-gc', child, dir, printer.address, String(count)],
        { limit: 300_000 },
      )
      if (code !== 0) throw new Trouble(`L’impression en série s’est arrêtée (code ${code}).\n${text}`)
      const { before, after } = JSON.parse(text.trim().split('\n').at(-1) ?? '') as {
        before: Held
        after: Held
      }
      const out = printer.finished().length
      const grown = (after.heap - before.heap) / count
      const mebibytes = (bytes: number) => bytes / 1024 / 1024
      return [
        row({
          what: 'papiers sortis entiers, une fois chacun',
          unit: 'papiers',
          ours: out,
          goal: `= ${2 * count}`,
          ok: out === 2 * count,
        }),
        row({
          what: 'un papier, de la file à la réponse de l’imprimante',
          unit: 'ms',
          ours: spreadOf(after.samples),
        }),
        row({
          what: `tas après ${count} papiers, puis ${count} de plus`,
          unit: 'octets par papier',
          ours: grown,
          goal: `≤ ${kept}`,
          ok: grown <= kept,
          note: `${mebibytes(before.heap).toFixed(2)} Mio, puis ${mebibytes(after.heap).toFixed(2)} Mio`,
        }),
        row({
          what: 'fichiers et prises ouverts de plus',
          unit: 'nombre',
          ours: after.files - before.files,
          goal: '= 0',
          ok: after.files <= before.files && after.sockets === 0,
          note: `${before.files}, puis ${after.files} ; prises TCP : ${before.sockets}, puis ${after.sockets}`,
        }),
      ]
    } finally {
      await printer.stop()
    }
  },
}
