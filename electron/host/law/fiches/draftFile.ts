import { LineCounter, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import sourcesJson from '../../../../shared/procedures/compiled/sources.json' with { type: 'json' }
import { Draft } from '../../../../shared/procedures/fiches/draft.ts'
import type { Ready } from '../../../../shared/procedures/fiches/ready.ts'
import { lintRules, lintSources } from '../../../../shared/procedures/lint.ts'
import type { Problem } from '../../../../shared/procedures/problems.ts'
import { textOf } from './load.ts'

const yaml = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false, lineWidth: 110 })

/** A draft as people read and correct it. */
export const draftYaml = (draft: Draft): string =>
  `# ${draft.mention}\n# Chaque partie attend une personne : « état: à valider » devient « état: validé par NOM le AAAA-MM-JJ ».\n${yaml(draft)}`

/** The rule file of a validated draft. */
export const rulesYaml = (draft: Draft, { rules }: Ready): string => `# ${draft.mention}\n${yaml(rules)}`

/** The texts that its rules cite, to put in `sources/`. */
export const sourcesYaml = ({ sources }: Ready): string => yaml(sources)

const french = z.locales.fr().localeError

/** Reads a draft as a person left it; the rest of a sentence that begins with its name when it is none. */
export async function readDraft(
  path: string,
): Promise<{ readonly draft: Draft } | { readonly sentence: string }> {
  const text = await textOf(path)
  if (typeof text !== 'string') return text
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault !== undefined)
    return { sentence: `n’est pas du YAML valide (ligne ${lineCounter.linePos(fault.pos[0]).line}).` }
  const parsed = Draft.safeParse(contentOf(document), { error: french })
  if (parsed.success) return { draft: parsed.data }
  const [issue] = parsed.error.issues
  return {
    sentence: `n’est pas un brouillon de fiche : « ${issue?.path.join(' › ') ?? ''} » : ${issue?.message ?? 'forme inattendue'}.`,
  }
}

/** The content, or null where aliases are too many: a draft has none. */
function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return null
  }
}

/** What the linter says of rules made of a draft, with the shipped sources and their own. */
export function lintReady(procedure: string, { rules, sources }: Ready): readonly Problem[] {
  const sourceIds = new Set([...Object.keys(sourcesJson), ...Object.keys(sources.articles)])
  return [
    ...lintSources(`sources/fiche-${procedure}.yaml`, sources),
    ...lintRules(`rules/${procedure}/1.yaml`, rules, sourceIds),
  ]
}
