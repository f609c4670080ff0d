/** Every mistake that publicodes lets pass in silence, or that would make a rule unusable, by name. */
export type Trap =
  | 'mécanismeInconnu'
  | 'mécanismeInterdit'
  | 'sinonSansTiret'
  | 'sinonManquant'
  | 'formeInattendue'
  | 'sourceManquante'
  | 'sourceInconnue'
  | 'nomInvalide'
  | 'orphelin'
  | 'référenceInconnue'
  | 'expressionInterdite'
  | 'énumérationInconnue'
  | 'comparaisonDeTypes'
  | 'nonApplicableComparé'
  | 'unitéInterdite'
  | 'injectionInconnue'
  | 'cycle'
  | 'questionCalculée'
  | 'questionMalPosée'
  | 'motifNonNommé'
  | 'branchesÉgales'
  | 'statutInconnu'
  | 'valeurInattendue'
  | 'groupeSeul'
  | 'réponseInconnue'
  | 'règleInutile'
  | 'identifiantEnDouble'
  | 'entête'
  | 'silenceIncohérent'
  | 'versionsMêlées'
  | 'entêteIncohérent'
  | 'pièceIllégale'
  | 'anciennetéSansTexte'
  | 'indispensableAbsent'
  | 'échangeInconnu'
  | 'sourcePérimée'

/** One mistake in one file, with what to do about it, in French. `rule` is null when the file as a whole is at fault. */
export type Problem = {
  readonly file: string
  readonly rule: string | null
  /** Line of the file where the rule begins, from 1; absent where the rules are no file. */
  readonly line?: number | undefined
  readonly trap: Trap
  readonly message: string
}

/** The line that a person reads: file, rule, what is the matter and what to do. */
export const written = ({ file, rule, line, trap, message }: Problem): string =>
  `${file}${line === undefined ? '' : `, ligne ${line}`}${rule === null ? '' : ` · ${rule}`} : ${message} [${trap}]`

const distance = (a: string, b: string): number => {
  let row = [...Array(b.length + 1).keys()]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** « Vouliez-vous dire… » for a name that is close to a known one; else nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  let best: { name: string; far: number } | null = null
  for (const candidate of known) {
    const far = distance(name, candidate)
    if (far <= Math.max(2, name.length / 4) && (best === null || far < best.far))
      best = { name: candidate, far }
  }
  return best === null ? '' : ` Vouliez-vous dire « ${best.name} » ?`
}
