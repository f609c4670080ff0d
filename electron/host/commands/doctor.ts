import { resolve } from 'node:path'
import { doctor } from '../../../shared/messages/backup/doctor.fr.ts'
import { examine, type Finding } from '../backup/doctor/examine.ts'

/** `doctor DIR [--json]`: what is wrong with an office's folder, and what to do. @returns 1 when something is to be mended */
export async function examineOffice(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const [folder = '', more] = args.filter((arg) => arg !== '--json')
  if (folder === '' || folder.startsWith('--') || more !== undefined) {
    process.stderr.write(`${doctor.usage}\n`)
    return 2
  }
  const findings = await examine(resolve(folder), Date.now())
  const count = findings.filter(({ level }) => level === 'wrong').length
  process.stdout.write(
    json ? `${JSON.stringify({ fine: count === 0, findings })}\n` : report(findings, count),
  )
  return count === 0 ? 0 : 1
}

const ranks = { wrong: 0, warning: 1, fine: 2 } as const

/** The gravest first. */
const report = (findings: readonly Finding[], count: number): string =>
  [
    ...findings
      .toSorted((a, b) => ranks[a.level] - ranks[b.level])
      .map(({ level, sentence }) => `${doctor.levels[level].padEnd(13)} ${sentence}`),
    count === 0 ? doctor.allFine : doctor.toMend(count),
    '',
  ].join('\n')
