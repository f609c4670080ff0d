import type { SecretFlaw, SecretKind } from '../../contract/people/calls.ts'
import type { AgentName } from '../../contract/office/settings.ts'
import { normalForm } from '../../contract/letters.ts'

// What a secret must be. A PIN's defence is the wait after failures: only those that are tried first
// are refused here. A passphrase is long, with no other rule: rules of composition make passwords worse (NIST SP 800-63B
// § 5.1.1.2, CNIL 2022-100).

/** The fewest and the most digits of a PIN. */
const pinDigits = { least: 6, most: 12 } as const
/** The fewest characters of a passphrase, spaces among them. */
export const phraseLength = 12
/** How many different ones it has at least. */
const phraseVariety = 5

/** The PINs tried first that no rule below finds: keyboards' figures, and words spelt on a telephone. */
const wellKnown: ReadonlySet<string> = new Set([
  '123321',
  '159753',
  '147258',
  '147258369',
  '258456',
  '789456',
  '456789123',
  '112233',
  '332211',
  '696969',
  '102030',
  '010203',
])

/** A secret as it is compared: the same text for the same keys, however the keyboard composes its accents. */
export const plainSecret = (typed: string): string => normalForm('NFC', typed).trim()

/** Digits alone are a PIN, as long as a PIN may be. */
export const kindOf = (secret: string): SecretKind =>
  /^[0-9]*$/.test(secret) && secret.length <= pinDigits.most ? 'pin' : 'passphrase'

/** Why this secret is too weak for this person; null when it is not. @param secret as `plainSecret` gives it */
export function flawOf(secret: string, name: AgentName | null): SecretFlaw | null {
  if (kindOf(secret) === 'pin') return pinFlaw(secret)
  const letters = [...secret.toLowerCase()]
  if (letters.length < phraseLength) return 'tooShort'
  if (new Set(letters).size < phraseVariety) return 'allTheSame'
  return name !== null && isOnlyName(secret, name) ? 'itsName' : null
}

function pinFlaw(pin: string): SecretFlaw | null {
  if (pin.length < pinDigits.least) return 'tooShort'
  const digits = [...pin].map(Number)
  const steps = new Set(digits.slice(1).map((digit, at) => (digit - digits[at]! + 10) % 10))
  if (steps.size === 1 && steps.has(0)) return 'allTheSame'
  // One step up or down, round by nine and zero: 890123.
  if (steps.size === 1 && (steps.has(1) || steps.has(9))) return 'inOrder'
  if (repeats(pin)) return 'repeated'
  return wellKnown.has(pin) ? 'wellKnown' : null
}

/** A shorter run of digits said again and again: 121212, 123123. */
const repeats = (pin: string): boolean =>
  [1, 2, 3, 4].some(
    (length) => pin.length > length && pin === pin.slice(0, length).repeat(pin.length).slice(0, pin.length),
  )

/** Nothing is left once the person's own names are taken away. */
function isOnlyName(secret: string, { firstName, familyName }: AgentName): boolean {
  const plain = (text: string) =>
    normalForm('NFD', text)
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const rest = [firstName, familyName].reduce(
    (left, word) => (plain(word) === '' ? left : left.replaceAll(plain(word), '')),
    plain(secret),
  )
  return rest.replaceAll(/[0-9]/g, '').length < 4
}
