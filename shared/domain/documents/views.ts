import type { Views } from '../view.ts'
import { draftView } from './asked.ts'
import type { Subjects } from './subjects.ts'
import { paperView } from './settings.ts'

/** Each view of documents, and what makes it. @param subjects what documents are about */
export const documentsViews = (subjects: Subjects) =>
  ({
    'document.draft': draftView(subjects),
    'paper.view': paperView,
  }) satisfies Views
