import type { DocumentKind } from '../contract/documents/kinds.ts'
import type { DocumentFacts } from '../contract/documents/issued.ts'
import { hardWords, plain, purposes } from '../messages/law/plain.fr.ts'
import type { Content, Section } from './content.ts'
import { languages } from '../messages/public/languages.ts'
import { typeset } from './moments.ts'

/** What tells what a paper is for: its kind, and that what was handed in asks for nothing. */
type Told = { readonly kind: DocumentKind; readonly nature?: DocumentFacts['nature'] }

/**
 * The same document for who reads with difficulty: it says first what the paper is for, one sentence a line, and last what
 * the hard words mean. No fact is put in other words: what has legal effect is what was sealed.
 */
export function plainContent(content: Content, { kind, nature }: Told): Content {
  const isDeclared = nature === 'declaration'
  const purpose = (isDeclared ? languages.fr.summary.declared.purposes[kind] : undefined) ?? purposes[kind]
  const sections = content.sections.map(oneIdeaALine)
  const notes = content.notes.flatMap(sentences)
  const read = [content.title, content.lead, ...notes, ...sections.flatMap(linesOf)].join(' ').toLowerCase()
  const explained = hardWords
    .filter(({ word }) => read.includes(word.toLowerCase()))
    .map(({ word, means, declared }) => ({
      term: word,
      detail: typeset((isDeclared ? declared : undefined) ?? means),
    }))
  return {
    ...content,
    notes,
    lacks: content.lacks && { ...content.lacks, how: content.lacks.how.flatMap(sentences) },
    sections: [
      { is: 'text', title: plain.what, lines: [typeset(purpose), plain.keep] },
      ...sections,
      ...(explained.length === 0
        ? []
        : [
            {
              is: 'table' as const,
              title: plain.hardWords,
              columns: [plain.word, plain.means] as const,
              rows: explained,
            },
          ]),
    ],
  }
}

/** A text as its sentences; « art. L114-5 » and « M. Roux » are not the end of one. */
const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<![\s(](?:art|al|cf|M|Mme|urb|civ|soc|élect)\.)(?<=[.!?…])\s+(?=[\p{Lu}«])/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const oneIdeaALine = (section: Section): Section =>
  section.is === 'text' ? { ...section, lines: section.lines.flatMap(sentences) } : section

function linesOf(section: Section): readonly string[] {
  switch (section.is) {
    case 'text':
      return [section.title, ...section.lines]
    case 'list':
      return [section.title, ...section.items]
    case 'table':
      return [section.title, ...section.rows.flatMap(({ term, detail }) => [term, detail])]
  }
}
