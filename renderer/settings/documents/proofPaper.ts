import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'

const titles = papersSettings.proof.papers

/** The paper on which the specimen is drawn: a sheet, or a roll of either width. */
export type ProofPaper = keyof typeof titles

export const proofPapers = Object.keys(titles) as readonly ProofPaper[]
