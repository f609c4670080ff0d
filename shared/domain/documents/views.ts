import type { Views } from '../view.ts'
import { draftView } from './asked.ts'
import { paperView } from './settings.ts'

/** Each view of documents, and what makes it. */
export const documentsViews = {
  'document.draft': draftView,
  'paper.view': paperView,
} satisfies Views
