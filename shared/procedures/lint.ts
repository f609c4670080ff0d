import { z } from 'zod'
import { checkExpressions } from './lintExpressions.ts'
import { checkGraph } from './lintGraph.ts'
import { checkMeaning } from './lintMeaning.ts'
import { Rule, type RuleFile, headerOf } from './format.ts'
import { SourceFile } from './formatSources.ts'
import { type Problem, type Trap, suggestion } from './problems.ts'
import { toReread } from './sources.ts'

// The linter runs before publicodes ever sees a rule: alone, the library turns several mistakes into a wrong
// checklist without a word (reference: the traps listed in the tests).

const mechanisms = Object.keys(Rule.shape)

/** Mechanisms of publicodes left out on purpose, with the reason. */
const forbidden: Readonly<Record<string, string>> = {
  durée: 'compte un jour de trop peu pour certaines naissances et dépend du fuseau horaire',
  'par défaut': 'donne une valeur alors que la réponse manque encore',
  'non applicable si': 'se lit à l’envers ; écrire « applicable si »',
  'rend non applicable': 'agit à distance sur une autre règle',
  remplace: 'agit à distance sur une autre règle',
  formule: 'est l’ancien nom de « valeur »',
  privé: 'cache la règle au lecteur',
  contexte: 'réévalue d’autres règles autrement',
  arrondi: 'n’est pas du profil',
  somme: 'n’est pas du profil',
  barème: 'n’est pas du profil',
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const french = z.locales.fr().localeError

/** What the shape alone shows: misspelt or forbidden mechanisms, a missing dash, missing metadata or sources. */
function checkShape(file: string, name: string, raw: unknown): { rule: Rule | null; problems: Problem[] } {
  const problems: Problem[] = []
  const report = (trap: Trap, message: string) => problems.push({ file, rule: name, trap, message })
  if (!isMap(raw)) {
    report('formeInattendue', 'la règle est vide. Lui donner un titre et des métadonnées « _g ».')
    return { rule: null, problems }
  }
  for (const key of Object.keys(raw)) {
    const why = forbidden[key]
    if (why !== undefined) report('mécanismeInterdit', `« ${key} » ${why}. Le retirer.`)
    else if (!mechanisms.includes(key))
      report(
        'mécanismeInconnu',
        `« ${key} » n’est pas du profil et serait ignoré en silence.${suggestion(key, mechanisms)}`,
      )
  }
  const branches = Array.isArray(raw['variations']) ? raw['variations'].filter(isMap) : []
  if (branches.some((branch) => 'sinon' in branch && ('si' in branch || 'alors' in branch)))
    report('sinonSansTiret', 'il manque un tiret devant « sinon » : la valeur serait fausse. L’ajouter.')
  else if (branches.length > 0 && branches.findIndex((branch) => 'sinon' in branch) !== branches.length - 1)
    report('sinonManquant', 'les variations se terminent par un seul « sinon », en dernier. Le mettre là.')
  if (problems.length > 0) return { rule: null, problems }
  const parsed = Rule.safeParse(raw, { error: french })
  if (parsed.success) return { rule: parsed.data, problems }
  for (const issue of parsed.error.issues) {
    const where = issue.path.join(' › ')
    if (issue.path.at(-1) === 'sources')
      report('sourceManquante', `« ${where} » : citer au moins une source de « sources/ ».`)
    else report('formeInattendue', `« ${where || name} » : ${issue.message}. Corriger la forme.`)
  }
  return { rule: null, problems }
}

/**
 * All that is wrong in one rule file, `content` being its parsed YAML and `articles` the ids of known sources.
 * An empty answer means that the file may be compiled.
 */
export function lintRules(file: string, content: unknown, articles: ReadonlySet<string>): readonly Problem[] {
  if (!isMap(content))
    return [{ file, rule: null, trap: 'formeInattendue', message: 'le fichier ne contient pas de règles.' }]
  const problems: Problem[] = []
  const rules: Record<string, Rule> = {}
  for (const [name, raw] of Object.entries(content)) {
    const checked = checkShape(file, name, raw)
    problems.push(...checked.problems)
    if (checked.rule !== null) rules[name] = checked.rule
  }
  // What follows reads the rules as a whole: with one missing, it would report its absence everywhere.
  if (problems.length > 0) return problems
  const found = [
    ...checkGraph(file, rules),
    ...checkExpressions(file, rules),
    ...checkMeaning(file, rules, articles),
  ]
  // A misspelt name leaves what it meant unused: only the misspelling is worth a line.
  const causes = found.filter(({ trap }) => trap !== 'règleInutile')
  return causes.length > 0 ? causes : found
}

/** All that is wrong in one file of sources. */
export function lintSources(file: string, content: unknown): readonly Problem[] {
  const parsed = SourceFile.safeParse(content, { error: french })
  if (parsed.success)
    return Object.entries(parsed.data.articles).flatMap(([id, article]) =>
      toReread(article) && !article.lu.includes('à relire')
        ? [
            {
              file,
              rule: id,
              trap: 'sourcePérimée',
              message: 'le texte a été modifié après l’état qui a été lu. Écrire « à relire » dans « lu ».',
            },
          ]
        : [],
    )
  return parsed.error.issues.map((issue) => ({
    file,
    rule: issue.path[1] === undefined ? null : String(issue.path[1]),
    trap: 'formeInattendue',
    message: `« ${issue.path.join(' › ')} » : ${issue.message}. Corriger la source.`,
  }))
}

/** Versions of one procedure follow one another: each day of filing has one version, with no hole between two. */
export function lintVersions(
  versions: readonly { readonly file: string; readonly rules: RuleFile }[],
): readonly Problem[] {
  const dated = versions.flatMap(({ file, rules }) => {
    const header = headerOf(rules)
    return header === null ? [] : [{ file, header }]
  })
  const problems: Problem[] = []
  for (const id of new Set(dated.map(({ header }) => header.procédure))) {
    const ordered = dated
      .filter(({ header }) => header.procédure === id)
      .toSorted((a, b) => (a.header.du < b.header.du ? -1 : 1))
    for (const [index, { file, header }] of ordered.entries()) {
      const following = ordered[index + 1]
      const dayAfter = header.au === null ? null : nextDay(header.au)
      if (header.au !== null && header.au < header.du)
        problems.push({ file, rule: id, trap: 'versionsMêlées', message: '« au » précède « du ».' })
      if (following !== undefined && dayAfter !== following.header.du)
        problems.push({
          file,
          rule: id,
          trap: 'versionsMêlées',
          message:
            `la version ${header.version} doit finir la veille du ${following.header.du}, ` +
            `début de la version ${following.header.version}. Corriger « au » ou « du ».`,
        })
    }
  }
  return problems
}

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
