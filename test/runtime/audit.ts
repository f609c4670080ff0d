import { npm, run } from './command.ts'
import { refusedLicences, shippedComponents } from './notices.ts'
import { say } from './say.ts'
import { runMain, Trouble } from './trouble.ts'

/** What a registry knows of flaws; `known: false` when it did not say. */
export type Findings =
  | { readonly known: false }
  | { readonly known: true; readonly grave: readonly string[]; readonly minor: readonly string[] }

type Report = {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string | null; readonly range: string }>
  >
}

/** A flaw of any other severity, or of none that is known, is grave. */
const minorSeverities: ReadonlySet<string | null> = new Set(['info', 'low', 'moderate'])

/** Reads what `npm audit --json` wrote. */
export function findings(output: string): Findings {
  let report: Report
  try {
    report = JSON.parse(output) as Report
  } catch {
    return { known: false }
  }
  if (!report.vulnerabilities) return { known: false }
  const all = Object.entries(report.vulnerabilities)
  const said = (grave: boolean) =>
    all
      .filter(([, { severity }]) => minorSeverities.has(severity) !== grave)
      .map(
        ([name, { severity, range }]) =>
          `${name} (${severity ?? 'gravité inconnue'}) : ${range === '' ? 'versions non dites' : range}`,
      )
  return { known: true, grave: said(true), minor: said(false) }
}

/** What the registry knows of flaws in what the lockfile ships. */
export async function knownFlaws(): Promise<Findings> {
  const { stdout } = await run(...npm(['audit', '--omit=dev', '--json']), { limit: 60_000 })
  return findings(stdout)
}

/** What is said of it: each flaw, or that there is none, or that nobody could say. Never nothing. */
export function flawsSaid(found: Findings): readonly string[] {
  if (!found.known)
    return ['Le registre n’a pas répondu à la demande de failles connues : elles ne sont pas vérifiées.']
  const lines = [
    ...found.grave.map((one) => `✗ faille : ${one}`),
    ...found.minor.map((one) => `faille mineure : ${one}`),
  ]
  return lines.length > 0 ? lines : ['Failles connues des bibliothèques : aucune.']
}

/**
 * Says, before packages are made, what is known of flaws.
 * @param trial packages that are none to ship are made all the same
 * @throws Trouble when a grave one is known: nothing is packaged to ship
 */
export function requireNoFlaw(found: Findings, trial: boolean, tell: (line: string) => void = say): void {
  for (const line of flawsSaid(found)) tell(line)
  if (!trial && found.known && found.grave.length > 0)
    throw new Trouble(
      'une bibliothèque a une faille grave connue. Mettez-la à jour (npm install --save-exact), puis recommencez.',
    )
}

/**
 * `npm run audit`: the licences of what is shipped, then the flaws that the registry knows of. A registry that does not
 * answer is said, and fails nothing: an office without the Internet builds too.
 */
if (import.meta.main) {
  await runMain(async () => {
    const refused = refusedLicences(shippedComponents())
    for (const one of refused) say(`✗ licence : ${one}`)
    const found = await knownFlaws()
    for (const line of flawsSaid(found)) say(line)
    if (refused.length === 0) say('Licences : toutes permises.')
    return refused.length + (found.known ? found.grave.length : 0) === 0 ? 0 : 1
  })
}
