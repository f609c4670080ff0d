import type { Decisions } from '../decision.ts'
import { printDocument } from './issue.ts'
import { issueAsked } from './asked.ts'
import { duplicateDocument, cancelDocument, handOverDocument } from './again.ts'
import { correctDocument } from './correct.ts'
import type { Subjects } from './subjects.ts'
import { setPaper, shieldAgent } from './settings.ts'

/** Each command of documents, and what decides it. @param subjects what documents are about */
export const documentsDecisions = (subjects: Subjects) =>
  ({
    'document.print': printDocument,
    'document.issue': issueAsked(subjects),
    'document.duplicate': duplicateDocument(subjects),
    'document.correct': correctDocument(subjects),
    'document.cancel': cancelDocument(subjects),
    'document.handOver': handOverDocument(subjects),
    'paper.set': setPaper,
    'agent.shield': shieldAgent,
  }) satisfies Decisions
