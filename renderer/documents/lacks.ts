import { mentionWords } from '../../shared/messages/documents/mentions.fr.ts'

/** What lacks, in words, each with its article. */
export const lacksSaid = (
  lacks: readonly { readonly mention: string; readonly article: string }[],
): readonly string[] =>
  lacks.map(({ mention, article }) => {
    const label = (mentionWords as Readonly<Record<string, string>>)[mention] ?? mention
    return article === '' ? label : `${label} (${article})`
  })
