import type { Output } from '../../../../shared/contract/index.ts'
import { wordsIn } from '../../../../shared/contract/letters.ts'
import type { LoginSettings } from '../../../../shared/contract/people/login.ts'
import { loginWords } from '../../../../shared/messages/people/login.fr.ts'

const words = loginWords.page

/** What is being typed of a provider, as it is typed. */
export type LoginDraft = Omit<LoginSettings, 'siret'> & { readonly siret: string; readonly secret: string }

/** What the host keeps, or where to begin. */
export function draftOf({ settings, origins }: Output<'login.show'>): LoginDraft {
  const kept = settings ?? {
    kind: 'proconnect' as const,
    label: '',
    issuer: '',
    registeredAs: '',
    origin: origins[0] ?? '',
    siret: null,
    privateAddresses: false,
  }
  return { ...kept, siret: kept.siret ?? '', secret: '' }
}

/** The settings of a draft in which nothing is wrong. */
export function settingsOf(typed: LoginDraft): LoginSettings {
  const { kind, privateAddresses } = typed
  const siret = figuresOf(typed.siret)
  return {
    kind,
    privateAddresses,
    label: kind === 'proconnect' ? 'ProConnect' : wordsIn(typed.label),
    issuer: wordsIn(typed.issuer),
    registeredAs: wordsIn(typed.registeredAs),
    origin: wordsIn(typed.origin).replace(/\/$/, ''),
    siret: siret === '' ? null : siret,
  }
}

/** What is wrong with each field, in words; empty when nothing is. */
export function wrongOf(typed: LoginDraft, hasSecret: boolean): Partial<Record<keyof LoginDraft, string>> {
  const siret = figuresOf(typed.siret)
  const found: Partial<Record<keyof LoginDraft, string>> = {}
  if (typed.kind === 'other' && wordsIn(typed.label) === '') found.label = words.missing
  if (!isHttps(typed.issuer)) found.issuer = words.addressWrong
  if (!isHttps(typed.origin)) found.origin = words.addressWrong
  if (wordsIn(typed.registeredAs) === '') found.registeredAs = words.missing
  if (wordsIn(typed.secret) === '' && !hasSecret) found.secret = words.missing
  if (siret === '' ? typed.kind === 'proconnect' : !/^[0-9]{14}$/.test(siret)) found.siret = words.siretWrong
  return found
}

const figuresOf = (typed: string): string => typed.replaceAll(/\s/g, '')
const isHttps = (typed: string): boolean => URL.parse(wordsIn(typed))?.protocol === 'https:'
