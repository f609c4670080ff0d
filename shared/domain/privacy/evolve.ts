import type { Evolve } from '../decision.ts'

/** What is kept of people, and what is no longer: the journal counts it, and the office only knows whose file is limited. */
export const evolveKeeping: Evolve = (office, { event }) => {
  if (event.type !== 'fileLimited') return undefined
  const { fileId, limited } = event.data
  return { ...office, limited: limited ? office.limited.add(fileId) : office.limited.remove(fileId) }
}
