import type { DocumentKind } from '../contract/documents/kinds.ts'
import type { DocumentFacts } from '../contract/documents/issued.ts'
import { decisionMentions } from './mentions/decisions.ts'
import type { Checklists, Mention, MissingMention } from './mentions/mention.ts'
import { registrationMentions } from './mentions/registrations.ts'
import { requestMentions } from './mentions/requests.ts'
import { presenceMentions } from './mentions/presence.ts'
import { tillMentions } from './mentions/till.ts'
import { visitMentions } from './mentions/visit.ts'

export { mentionCodes, type MentionCode, type MissingMention } from './mentions/mention.ts'

/** The checklist of each kind, as its texts want it: each mention names its article. */
const checklists: Checklists<DocumentKind> = {
  ...registrationMentions,
  ...requestMentions,
  ...presenceMentions,
  ...tillMentions,
  ...decisionMentions,
  ...visitMentions,
}

/** What these facts lack to be a document of their kind, with the article that wants it; empty when it can be issued. */
export function missingMentions(facts: DocumentFacts): readonly MissingMention[] {
  // Which checklist goes with which facts, the table's type says and TypeScript can't follow.
  const checklist = checklists[facts.kind] as readonly Mention[]
  return checklist.filter(({ there }) => !there(facts)).map(({ mention, article }) => ({ mention, article }))
}
