import { LocalDate } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'

const words = law.drafts

/** What a draft's package needs, as it is typed. */
export type PackDraft = { readonly from: string; readonly reviewBy: string; readonly issuer: string }
export type PackWrong = { readonly [K in keyof PackDraft]?: string }

/** What to ask, or a sentence for each field that lacks something. */
export function packFrom(
  typed: PackDraft,
): { readonly input: Omit<Input<'drafts.pack'>, 'draftId'> } | { readonly wrong: PackWrong } {
  const from = LocalDate.safeParse(typed.from)
  const reviewBy = LocalDate.safeParse(typed.reviewBy)
  const issuer = wordsIn(typed.issuer)
  if (from.success && reviewBy.success && from.data < reviewBy.data && issuer !== '')
    return { input: { from: from.data, reviewBy: reviewBy.data, issuer } }
  return {
    wrong: {
      ...(from.success ? {} : { from: words.wrongDate }),
      ...(reviewBy.success
        ? from.success && from.data >= reviewBy.data
          ? { reviewBy: words.wrongOrder }
          : {}
        : { reviewBy: words.wrongDate }),
      ...(issuer === '' ? { issuer: words.wrongIssuer } : {}),
    },
  }
}
