import type { Decisions } from '../decision.ts'
import { printDocument } from './issue.ts'
import { issueAsked } from './asked.ts'
import { duplicateDocument, correctDocument, cancelDocument, handOverDocument } from './again.ts'
import { setPaper, shieldAgent } from './settings.ts'

/** Each command of documents, and what decides it. */
export const documentsDecisions = {
  'document.print': printDocument,
  'document.issue': issueAsked,
  'document.duplicate': duplicateDocument,
  'document.correct': correctDocument,
  'document.cancel': cancelDocument,
  'document.handOver': handOverDocument,
  'paper.set': setPaper,
  'agent.shield': shieldAgent,
} satisfies Decisions
