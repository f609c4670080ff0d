import autreJson from '../compiled/autre-1.json' with { type: 'json' }
import { RuleFile, headerOf } from '../format.ts'

/** What a draft fills by itself, or what its day of entry into force gives. */
const headerKeys: ReadonlySet<string> = new Set([
  'genre',
  'procédure',
  'version',
  'du',
  'au',
  'revue',
  'titre',
  'formulaires',
  'apporter',
])

/**
 * The header of a draft, key by key. No fiche says who decides, what silence means, how to contest or who may act in
 * a form that can be read, so each is what « Autre démarche » says of a procedure that nobody knows yet: unknown is
 * said to be unknown, until a person writes better.
 */
export function headerDraft(): readonly (readonly [string, unknown])[] {
  const header = headerOf(RuleFile.parse(autreJson))
  return Object.entries(header ?? {}).filter(([key]) => !headerKeys.has(key))
}
