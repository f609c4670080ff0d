import { z } from 'zod'
import { type ConsigneEntry, ConsigneFile } from './consignes.ts'
import { type RuleFile, headerOf } from './format.ts'
import { type Problem, suggestion } from './problems.ts'

const french = z.locales.fr().localeError

/** All that is wrong in one file of instructions; `articles` are the ids of known sources. */
export function lintConsignes(
  file: string,
  content: unknown,
  articles: ReadonlySet<string>,
): readonly Problem[] {
  const parsed = ConsigneFile.safeParse(content, { error: french })
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      file,
      rule: null,
      trap: 'formeInattendue',
      message: `« ${issue.path.join(' › ')} » : ${issue.message}. Corriger la consigne.`,
    }))
  return parsed.data.consignes.flatMap(({ id, sources, contre }) =>
    [...sources, ...contre]
      .filter((cited) => !articles.has(cited))
      .map((cited): Problem => ({
        file,
        rule: id,
        trap: 'sourceInconnue',
        message: `« ${cited} » n’est pas dans « sources/ ».${suggestion(cited, articles)}`,
      })),
  )
}

/** Instructions about a procedure or a piece that no rule file has. */
export function lintLayers(
  consignes: readonly ConsigneEntry[],
  versions: readonly { readonly rules: RuleFile }[],
): readonly Problem[] {
  const pieces = new Map<string, Set<string>>()
  for (const { rules } of versions) {
    const id = headerOf(rules)?.procédure
    if (id === undefined) continue
    const ids = pieces.get(id) ?? new Set<string>()
    for (const { _g } of Object.values(rules)) if (_g.genre === 'pièce') ids.add(_g.id)
    pieces.set(id, ids)
  }
  return consignes.flatMap(({ id, procédures, pièces }) => {
    const unknown = [
      ...procédures.filter((procedure) => !pieces.has(procedure)),
      ...pièces.filter((piece) => !procédures.some((procedure) => pieces.get(procedure)?.has(piece))),
    ]
    return unknown.map((name): Problem => ({
      file: 'consignes',
      rule: id,
      trap: 'référenceInconnue',
      message: `« ${name} » n’est ni une démarche ni une pièce connue.`,
    }))
  })
}
