import found from './accessibility.json' with { type: 'json' }

/** How many criteria of RGAA 4.1.2 are met, are not, do not apply, and clauses of EN 301 549 that are not met: what the tables of docs/accessibility say. */
export const declaredCounts = {
  conform: found.counts.conforme,
  refused: found.counts['non conforme'],
  apart: found.counts['non applicable'],
  clauses: found.refused.length - found.counts['non conforme'],
}

/** The criteria and the clauses that are not met, each with why. */
export const declaredRefused: readonly {
  readonly numero: string
  readonly titre: string
  readonly raison: string
}[] = found.refused
