import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { typesCheck } from '../runtime/checks.ts'
import { nodeProgram } from '../runtime/command.ts'
import { root } from '../runtime/places.ts'
import { Trouble } from '../runtime/trouble.ts'
import { alone, decimal, median, type Part } from './measure.ts'

/** One check of all the types: what it took, and how much work it was whatever else the machine did. */
type Checked = {
  readonly seconds: number
  /** Resident memory at its highest, in MB. */
  readonly peak: number
  readonly processorSeconds: number
  readonly types: number
  readonly instantiations: number
}

/** The types of the whole project, checked as if never before: what a fresh clone and CI wait for. */
export const typeCheck: Part = {
  name: 'types',
  title: 'Types, vérifiés sans rien de gardé',
  run: async ({ quick }) => {
    const checked: Checked[] = []
    for (let round = 0; round < (quick ? 1 : 3); round++) checked.push(await checkAll())
    const of = (key: keyof Checked) => median(checked.map((one) => one[key]))
    const million = (key: keyof Checked) => `${decimal(of(key) / 1_000_000)} millions`
    const note = `${decimal(of('processorSeconds'))} s de processeur ; ${million('types')} de types, ${million('instantiations')} d’instanciations`
    return [alone('durée', 's', of('seconds'), null, note), alone('mémoire au plus haut', 'Mo', of('peak'))]
  },
}

/** Checks every project again, whatever the last check left. @throws when it fails, or when nothing was measured */
async function checkAll(): Promise<Checked> {
  const [program, args] = nodeProgram(typesCheck.program, [
    ...typesCheck.args,
    '--force',
    '--extendedDiagnostics',
  ])
  const began = performance.now()
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...typesCheck.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const used = await followed(child.pid!, ended)
  const seconds = (performance.now() - began) / 1000
  if (child.exitCode !== 0) throw new Trouble('les types ne passent pas : rien n’a été mesuré.')
  const total = (name: string) => Number(new RegExp(`^Aggregate ${name}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0)
  const checked = { ...used, seconds, types: total('Types'), instantiations: total('Instantiations') }
  const nothing = Object.entries(checked).flatMap(([name, value]) => (value > 0 ? [] : [name]))
  if (nothing.length > 0) throw new Trouble(`rien n’a été mesuré de : ${nothing.join(', ')}.`)
  return checked
}

/** What a process used until its end, read from Linux as it runs; zeros on another system. */
async function followed(
  pid: number,
  ended: Promise<unknown>,
): Promise<Pick<Checked, 'peak' | 'processorSeconds'>> {
  let [peak, processorSeconds, over] = [0, 0, false]
  void ended.then(() => (over = true))
  while (!over) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    peak = Math.max(peak, (Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024) / 1_000_000)
    // Linux counts a program's time in hundredths of a second.
    processorSeconds = Math.max(processorSeconds, (Number(user ?? 0) + Number(system ?? 0)) / 100)
    await Promise.race([ended, wait(100)])
  }
  return { peak, processorSeconds }
}
