import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import Engine from 'publicodes'
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import { engineOptions, publicodesRules } from '../../../shared/procedures/engine.ts'
import type { RuleSet } from '../../../shared/procedures/catalogue.ts'
import type { Articles } from '../../../shared/procedures/sources.ts'
import { headerOf, RuleFile } from '../../../shared/procedures/format.ts'
import { type Article, SourceFile } from '../../../shared/procedures/formatSources.ts'
import { type ConsigneEntry, ConsigneFile } from '../../../shared/procedures/consignes.ts'
import { lintRules, lintSources, lintVersions } from '../../../shared/procedures/lint.ts'
import { lintConsignes, lintLayers } from '../../../shared/procedures/lintConsignes.ts'
import type { Problem } from '../../../shared/procedures/problems.ts'

// Rules are written in YAML for people and shipped as JSON for the program: parsing YAML costs 4 ms a file, and no
// unchecked rule reaches a counter. The JSON is committed, so that a diff shows what changed; a test compares.

/** Where the rules of this program are. */
export const rulesFolder = fileURLToPath(new URL('../../../shared/procedures', import.meta.url))

type Compiled = {
  /** File name in `compiled/` → its text. Empty when there is a problem. */
  readonly outputs: ReadonlyMap<string, string>
  /** The rules as one value; null when there is a problem. */
  readonly set: RuleSet | null
  readonly problems: readonly Problem[]
}

type Yaml = {
  readonly content: unknown
  readonly problems: readonly Problem[]
  /** The line where each rule begins, from 1. */
  readonly lines: ReadonlyMap<string, number>
}

/** Reads YAML strictly: a key given twice, or a mistake of syntax, is named with its line. */
async function readYaml(folder: string, file: string): Promise<Yaml> {
  const lineCounter = new LineCounter()
  const document = parseDocument(await readFile(join(folder, file), 'utf8'), { lineCounter })
  const faults = [...document.errors, ...document.warnings]
  const problems = faults.map((fault): Problem => {
    const { line } = lineCounter.linePos(fault.pos[0])
    return { file, rule: null, trap: 'formeInattendue', message: `ligne ${line} : ${fault.message}` }
  })
  const lines = new Map<string, number>()
  if (isMap(document.contents))
    for (const { key } of document.contents.items)
      if (isScalar(key) && key.range) lines.set(String(key.value), lineCounter.linePos(key.range[0]).line)
  return { content: problems.length > 0 ? null : (document.toJS() as unknown), problems, lines }
}

async function yamlUnder(folder: string, under: string): Promise<readonly string[]> {
  if (!existsSync(join(folder, under))) return []
  const entries = await readdir(join(folder, under), { recursive: true })
  return entries
    .filter((entry) => entry.endsWith('.yaml'))
    .map((entry) => [under, ...entry.split(sep)].join('/'))
    .toSorted()
}

/** What publicodes itself refuses: syntax, references, cycles. Its messages are in French already. */
export function parsedByPublicodes(file: string, rules: RuleFile): readonly Problem[] {
  try {
    new Engine(publicodesRules(rules), engineOptions)
    return []
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault)
    return [{ file, rule: null, trap: 'formeInattendue', message }]
  }
}

/**
 * Lints and compiles, beside texts that are known elsewhere, all sources and rules under `folder` (`sources/*.yaml`, `consignes/*.yaml`,
 * `rules/<procedure>/<version>.yaml`).
 * Writes nothing.
 */
export async function compileRules(folder: string = rulesFolder, beside: Articles = {}): Promise<Compiled> {
  const problems: Problem[] = []
  const articles: Record<string, Article> = {}
  for (const file of await yamlUnder(folder, 'sources')) {
    const { content, problems: faults } = await readYaml(folder, file)
    const found = faults.length > 0 ? faults : lintSources(file, content)
    problems.push(...found)
    if (found.length > 0) continue
    for (const [id, article] of Object.entries(SourceFile.parse(content).articles)) {
      if (Object.hasOwn(articles, id))
        problems.push({ file, rule: id, trap: 'identifiantEnDouble', message: 'cette source existe déjà.' })
      articles[id] = article
    }
  }
  const sourceIds = new Set([...Object.keys(beside), ...Object.keys(articles)])
  const consignes: ConsigneEntry[] = []
  for (const file of await yamlUnder(folder, 'consignes')) {
    const { content, problems: faults } = await readYaml(folder, file)
    const found = faults.length > 0 ? faults : lintConsignes(file, content, sourceIds)
    problems.push(...found)
    if (found.length === 0) consignes.push(...ConsigneFile.parse(content).consignes)
  }
  const versions: { file: string; rules: RuleFile }[] = []
  for (const file of await yamlUnder(folder, 'rules')) {
    const { content, problems: faults, lines } = await readYaml(folder, file)
    const found = faults.length > 0 ? faults : lintRules(file, content, sourceIds)
    problems.push(
      ...found.map((problem) =>
        problem.rule === null ? problem : { ...problem, line: lines.get(problem.rule) },
      ),
    )
    if (found.length > 0) continue
    const rules = RuleFile.parse(content)
    problems.push(...parsedByPublicodes(file, rules))
    versions.push({ file, rules })
  }
  problems.push(...lintVersions(versions))
  // A rule file with a mistake is not among the versions: an instruction about it would be reported too.
  if (problems.length === 0) problems.push(...lintLayers(consignes, versions))
  const outputs = new Map<string, string>()
  const set: RuleSet | null =
    problems.length > 0
      ? null
      : { procedures: versions.map(({ rules }) => rules), sources: articles, consignes }
  if (set !== null) {
    outputs.set('sources.json', json(articles))
    outputs.set('consignes.json', json(consignes))
    const names = versions.map(({ file }) =>
      file
        .split('/')
        .slice(1)
        .join('-')
        .replace(/\.yaml$/, ''),
    )
    for (const [at, { rules }] of versions.entries()) outputs.set(`${names[at]!}.json`, json(rules))
    outputs.set('headers.json', json(versions.map(({ rules }) => headerOf(rules))))
    outputs.set('index.ts', indexOf(names))
  }
  return { outputs, set, problems }
}

/** Every compiled version, in one list: a version added is shipped without another line to write. */
function indexOf(names: readonly string[]): string {
  const camel = (name: string) => name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Written by electron/host/law/compile.ts: change the rules, not this list.',
    ...[...names, 'headers']
      .toSorted()
      .map((name) => `import ${camel(name)} from './${name}.json' with { type: 'json' }`),
    '',
    '/** The rule files of this program, as JSON: each is read when it is asked for. */',
    'export const compiledProcedures: readonly (() => unknown)[] = [',
    ...names.map((name) => `  () => ${camel(name)},`),
    ']',
    '',
    '/** What each of them says at its head, in the same order. */',
    'export const compiledHeaders = (): readonly unknown[] => headers',
    '',
  ].join('\n')
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
