// Figures are measured beside their bare alternative in the same run: other work of the machine falls on both.

/** Percentiles of one side: the median over rounds of each. In the unit of the samples. */
export type Spread = {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly count: number
}

/** What one measurement says; a figure is a spread of durations, or one number. */
export type Row = {
  readonly what: string
  readonly unit: string
  readonly ours: Spread | number
  readonly bare: Spread | number | null
  /** Ours over bare, at the percentile (or the number) that the goal names. */
  readonly ratio: number | null
  readonly goal: string | null
  readonly ok: boolean | null
  /** What the reader must know to read the figure. */
  readonly note?: string
}

export type PartOptions = {
  /** Few rounds: to see that everything runs, not to believe the figures. */
  readonly quick: boolean
  /** A folder of this run's own, removed at its end. */
  readonly folder: string
  /** One line for whoever waits. */
  readonly say: (line: string) => void
}

/** One part of the bench; it may throw a sentence when this machine can't run it. */
export type Part = {
  readonly name: string
  readonly title: string
  readonly run: (options: PartOptions) => Promise<readonly Row[]>
}

/** The value under which a share `at` (0 to 1) of the samples lies; NaN without samples. */
export function percentile(samples: readonly number[], at: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * at) - 1))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]!
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Rounds of samples: one list for each round. */
export type Rounds = readonly (readonly number[])[]

/**
 * Runs the sides in turn: each round is so many blocks of each side, one side after another, in an order that
 * turns, so that neither always comes first. A side's block gives its samples, by what was timed.
 */
export async function alternate<K extends string, T extends string>(
  sides: Readonly<Record<K, () => Promise<Readonly<Record<T, readonly number[]>>>>>,
  { rounds, blocks }: { readonly rounds: number; readonly blocks: number },
): Promise<Readonly<Record<K, Readonly<Record<T, Rounds>>>>> {
  const names = Object.keys(sides) as K[]
  const all = Object.fromEntries(names.map((name) => [name, {}])) as Record<K, Record<T, number[][]>>
  for (let round = 0; round < rounds; round++) {
    for (let block = 0; block < blocks; block++) {
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(turn + block + round) % names.length]!
        const timed = Object.entries(await sides[name]()) as [T, readonly number[]][]
        for (const [kind, samples] of timed) {
          const kept = (all[name][kind] ??= [])
          kept[round] = [...(kept[round] ?? []), ...samples]
        }
      }
    }
  }
  return all
}

/** The medians over rounds. */
export const spread = (rounds: Rounds): Spread => ({
  p50: median(rounds.map((round) => percentile(round, 0.5))),
  p95: median(rounds.map((round) => percentile(round, 0.95))),
  p99: median(rounds.map((round) => percentile(round, 0.99))),
  count: rounds.reduce((sum, round) => sum + round.length, 0),
})

/** The median over rounds of what one side's percentile is to the other's in the same round. */
export const ratioAt = (ours: Rounds, bare: Rounds, at: number): number =>
  median(ours.map((round, index) => percentile(round, at) / percentile(bare[index]!, at)))

/** Durations against bare ones at a percentile: « p95 ≤ 1,5 × » is `{ at: 0.95, most: 1.5 }`. */
export function durations(
  what: string,
  ours: Rounds,
  bare: Rounds,
  goal: { readonly at: number; readonly most: number } | null,
  note?: string,
): Row {
  const at = goal?.at ?? 0.95
  const ratio = ratioAt(ours, bare, at)
  return {
    what,
    unit: 'ms',
    ours: spread(ours),
    bare: spread(bare),
    ratio,
    goal: goal && `p${Math.round(at * 100)} ≤ ${decimal(goal.most)} ×`,
    ok: goal && ratio <= goal.most,
    ...(note === undefined ? {} : { note }),
  }
}

/** Quantities a second, one for each round, against bare ones: « ≥ 80 % » is `least: 0.8`. */
export function rates(
  what: string,
  unit: string,
  ours: readonly number[],
  bare: readonly number[],
  least: number | null,
): Row {
  const ratio = median(ours.map((value, index) => value / bare[index]!))
  return {
    what,
    unit,
    ours: median(ours),
    bare: median(bare),
    ratio,
    goal: least === null ? null : `≥ ${decimal(least)} ×`,
    ok: least === null ? null : ratio >= least,
  }
}

/** A number alone, against a limit that the design gives. */
export function alone(
  what: string,
  unit: string,
  ours: number | Spread,
  goal: { readonly most?: number; readonly least?: number; readonly unit?: string } | null = null,
  note?: string,
): Row {
  const value = typeof ours === 'number' ? ours : ours.p95
  const said =
    goal === null
      ? null
      : goal.most === undefined
        ? `≥ ${decimal(goal.least!)} ${unit}`
        : `≤ ${decimal(goal.most)} ${unit}`
  return {
    what,
    unit,
    ours,
    bare: null,
    ratio: null,
    goal: said,
    ok: goal && (goal.most === undefined ? value >= goal.least! : value <= goal.most),
    ...(note === undefined ? {} : { note }),
  }
}

/** A number beside its bare alternative: « ≤ 5 × ». */
export const beside = (row: Row, bare: number, ratio: number, most: number): Row => ({
  ...row,
  bare,
  ratio,
  goal: `≤ ${decimal(most)} ×`,
  ok: ratio <= most,
})

/**
 * The rows of a part, each of which measured something.
 * @throws a sentence that names the first figure that is none: a goal is not met by what did not run
 */
export function measured(rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0) throw new Error('rien n’a été mesuré')
  const figures = (value: Spread | number | null) =>
    value === null ? [] : typeof value === 'number' ? [value] : [value.p50, value.p95, value.p99]
  for (const { what, ours, bare, ratio } of rows) {
    const all = [...figures(ours), ...figures(bare), ...figures(ratio)]
    const empty = [ours, bare].some((side) => typeof side === 'object' && side?.count === 0)
    if (empty || !all.every(Number.isFinite)) throw new Error(`« ${what} » n’a rien mesuré`)
  }
  return rows
}

/** A number as French writes it, with the figures that matter. */
export function decimal(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3
  return value.toLocaleString('fr-FR', { maximumFractionDigits: digits })
}

/** Runs `count` pieces of work, at most `width` at once. */
export async function inFlight(
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/**
 * Microseconds that a pure function takes: batches long enough for the clock, one sample a batch.
 * @param batch calls in one sample
 */
export function microseconds(work: () => unknown, batch: number, samples: number): Spread {
  const took: number[] = []
  let kept: unknown
  for (let i = -Math.ceil(samples / 5); i < samples; i++) {
    const began = performance.now()
    for (let j = 0; j < batch; j++) kept = work()
    const each = ((performance.now() - began) * 1000) / batch
    // The first fifth warms the compiler.
    if (i >= 0) took.push(each)
  }
  // The result is used, so that the work can't be left out.
  if (kept === took) throw new Error('unreachable')
  return spread([took])
}

/** A spread of microseconds, in milliseconds. */
export const milliseconds = ({ p50, p95, p99, count }: Spread): Spread => ({
  p50: p50 / 1000,
  p95: p95 / 1000,
  p99: p99 / 1000,
  count,
})
