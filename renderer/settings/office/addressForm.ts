import { AgentName, OfficeAddress } from '../../../shared/contract/office/settings.ts'
import { settings } from '../../../shared/messages/office/settings.fr.ts'

/** An address as it is typed: an empty e-mail is none. */
export type AddressDraft = { readonly [K in keyof OfficeAddress]: string }
export type AgentDraft = { readonly [K in keyof AgentName]: string }
export type Wrong<Draft> = { readonly [K in keyof Draft]?: string }

const sentences = (
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    issues.map(({ path }) => [path[0], settings.wrong[path[0] as keyof typeof settings.wrong]]),
  )

/** « 01 60 00 00 00 » for a French number typed otherwise; any other is left as it is typed. */
const inPairs = (phone: string): string =>
  /^0\d{9}$/.test(phone.replaceAll(/[\s.-]/g, ''))
    ? phone.replaceAll(/[\s.-]/g, '').replaceAll(/(\d\d)(?=\d)/g, '$1 ')
    : phone

/** The address, or a sentence for each field that lacks something; the rules are the contract's own. */
export function addressFrom(
  draft: AddressDraft,
): { readonly address: OfficeAddress } | { readonly wrong: Wrong<AddressDraft> } {
  const email = draft.email.trim()
  const parsed = OfficeAddress.safeParse({
    ...draft,
    postalCode: draft.postalCode.replaceAll(/\s/g, ''),
    phone: inPairs(draft.phone.trim()),
    email: email === '' ? null : email,
  })
  return parsed.success ? { address: parsed.data } : { wrong: sentences(parsed.error.issues) }
}

/** The agent's name and capacity, or a sentence for each field that lacks something. */
export function agentFrom(
  draft: AgentDraft,
): { readonly name: AgentName } | { readonly wrong: Wrong<AgentDraft> } {
  const parsed = AgentName.safeParse(draft)
  return parsed.success ? { name: parsed.data } : { wrong: sentences(parsed.error.issues) }
}
