import { npm, run } from './command.ts'
import { refusedLicences, shippedComponents } from './notices.ts'
import { say } from './say.ts'
import { runMain } from './trouble.ts'

/** What a registry knows of flaws; `known: false` when it did not say. */
export type Findings =
  | { readonly known: false }
  | { readonly known: true; readonly grave: readonly string[]; readonly minor: readonly string[] }

type Report = {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
}

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
      .filter(([, { severity }]) => ['high', 'critical'].includes(severity) === grave)
      .map(([name, { severity, range }]) => `${name} (${severity}) : ${range}`)
  return { known: true, grave: said(true), minor: said(false) }
}

/**
 * `npm run audit`: the licences of what is shipped, then the flaws that the registry knows of. A registry that does not
 * answer is said, and fails nothing: an office without the Internet builds too.
 */
if (import.meta.main) {
  await runMain(async () => {
    const refused = refusedLicences(shippedComponents())
    for (const one of refused) say(`✗ licence : ${one}`)
    const { stdout } = await run(...npm(['audit', '--omit=dev', '--json']), { limit: 60_000 })
    const found = findings(stdout)
    if (!found.known)
      say('Le registre n’a pas répondu à la demande de failles connues : elles ne sont pas vérifiées.')
    else {
      for (const one of found.grave) say(`✗ faille : ${one}`)
      for (const one of found.minor) say(`faille mineure : ${one}`)
    }
    const bad = refused.length + (found.known ? found.grave.length : 0)
    if (bad === 0) say('Licences : toutes permises.')
    return bad === 0 ? 0 : 1
  })
}
